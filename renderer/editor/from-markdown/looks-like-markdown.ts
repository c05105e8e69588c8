/*
 * Whether plain text on the clipboard is Markdown. A list, a quotation or a single sign of any other kind is none: people write these into letters
 * as well, and what they wrote is to stand as it is. Everything here takes time in proportion to the text.
 */

/** What nobody writes but in Markdown: a link or picture with its address, the words of a footnote. */
const certain = [
  /\[[^\][\n]{1,300}\]\(<?(?:https?:\/\/|mailto:|backstory:)[^\s()<>]/i,
  /!\[[^\][\n]{0,300}\]\([^\s()]/,
  /^ {0,3}\[\^[^\]\s]{1,100}\]:[ \t]+\S/m,
];

/** What may stand in other texts once. */
const likely = [
  // A heading with an empty line on both sides: a comment in a script mostly stands above what it is about.
  /(?<=^|\n[ \t]*\n)#{1,6}[ \t]+\S[^\n]*(?=\n[ \t]*\n|\n?$)/g,
  /(?<![\w*])\*\*(?=[^\s*])[^*\n]{0,200}(?<=[^\s*])\*\*(?![\w*])/g,
  /^[ \t]*[-*+][ \t]\[[ xX]\][ \t]+\S/gm,
];
const fence = /^ {0,3}```/gm;
const list = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S[^\n]*\n(?:[ \t]*\n)?[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/m;

/** Whether a plain text has a table in it as Markdown writes one: a row, and below it the line that makes it the header. */
export function holdsMarkdownTable(text: string): boolean {
  return /^[ \t]*\|.+\|[ \t]*\r?\n[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/m.test(text);
}

/** Whether a plain text is Markdown: it has a sign that nobody writes but there, or two of those that are likely. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n');
  if (holdsMarkdownTable(lines) || certain.some((sign) => sign.test(lines))) return true;
  if ((lines.match(fence)?.length ?? 0) >= 2) return true;
  const signs = likely.reduce((sum, sign) => sum + (lines.match(sign)?.length ?? 0), 0);
  return signs >= 2 || (signs === 1 && list.test(lines));
}
