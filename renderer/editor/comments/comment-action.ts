/** The action that begins a comment, or shows the one at the caret. */
export const commentAction = 'draft.comment';
