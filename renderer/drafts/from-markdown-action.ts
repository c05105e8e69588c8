/** The action that makes a draft of a Markdown file. */
export const fromMarkdownAction = 'draft.from-markdown';
