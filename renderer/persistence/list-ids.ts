/** The documents of the list of notebooks; the next is used where one cannot be read, and is filled from what is found on disk. */
export const listIds = ['library', 'library-2', 'library-3'] as const;

/** Whether a document is the list of notebooks and not a notebook. */
export function isListId(docId: string): boolean {
  return listIds.some((listId) => listId === docId);
}
