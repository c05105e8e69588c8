/**
 * Words as CommonMark gives them back: every sign that could mean something has a backslash, blank space is single, and a line break is a
 * hard one. GitHub's tables and strike-through are reckoned with.
 */
export function escapeWords(text: string): string {
  return text
    .replaceAll('\0', '\ufffd')
    .replace(/[\\`*_[\]<>&|~#]/g, '\\$&')
    .replace(/[ \t]+/g, ' ');
}

/** A paragraph, or any other run of lines, of words that are escaped: what a line may not begin with has a backslash. */
export function escapeLines(escaped: string): string {
  return escaped
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/^[-+=:]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'))
    .join('\\\n');
}

/** One line of plain words. */
export function lineOf(text: string): string {
  return escapeLines(escapeWords(text).replace(/\r\n?|\n/g, ' '));
}

/** Plain text, each of its lines a paragraph. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map(lineOf)
    .filter((line) => line !== '');
}
