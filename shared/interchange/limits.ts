/** The largest file that is read, in bytes (16 MiB): some thirty thousand records. */
export const maxBytes = 16 * 1024 * 1024;
/** The most records or annotations of one file. */
export const maxRecords = 50_000;
/** Deeper JSON is hostile: it would overflow whatever walks it. */
export const deepestJson = 32;
/** Problems that are told one by one; what follows is counted. */
export const mostProblems = 500;
/** Characters of one field; longer ones are no field of a reference. */
export const longestField = 200_000;
