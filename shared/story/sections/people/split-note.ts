/** What a person's line holds. */
export interface RoleAndNote {
  readonly role: string;
  readonly note: string;
  /** False where the brackets do not pair, so that the place of the split is a guess. */
  readonly sure: boolean;
}

/** Splits `role (note)`: the note is the last balanced bracket group of the line. Linear in the line's length. */
export function splitNote(text: string): RoleAndNote {
  const group = lastGroup(text);
  if (group !== null && text.slice(group.end + 1).trim() === '') {
    return {
      role: text.slice(0, group.start).trim(),
      note: text.slice(group.start + 1, group.end).trim(),
      sure: group.balanced,
    };
  }
  // A smiley or a cut line: from the first bracket on it is most likely the note.
  const open = text.indexOf(' (');
  if (group !== null && open > 0 && text.endsWith(')')) {
    return { role: text.slice(0, open).trim(), note: text.slice(open + 2, -1).trim(), sure: false };
  }
  return { role: text, note: '', sure: group === null ? !/[()]/.test(text) : group.balanced };
}

/** The last outermost bracket group, and whether all brackets of the text pair. */
function lastGroup(text: string): { start: number; end: number; balanced: boolean } | null {
  const open: number[] = [];
  let strayClose = false;
  let last: { start: number; end: number } | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(') open.push(at);
    if (char !== ')') continue;
    const start = open.pop();
    if (start === undefined) strayClose = true;
    // A group that is closed later reaches further: it holds the earlier ones, or stands after them.
    else last = { start, end: at };
  }
  return last === null ? null : { ...last, balanced: !strayClose && open.length === 0 };
}
