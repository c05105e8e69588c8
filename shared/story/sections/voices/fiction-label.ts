/** What is said of every voice before its first word, in the window and in the brief. */
export const fictionLabel = 'Fiction. Written for perspective, not a real quotation, not evidence.';
