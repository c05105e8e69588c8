import { parse } from 'edtf';

const maxLevel = 2;

/** Whether the `edtf` package takes a text for EDTF of level 0 to 2. Its time grows with the length: cap that first. */
export function libraryAccepts(text: string): boolean {
  try {
    return (parse(text, { level: maxLevel }).level ?? maxLevel) <= maxLevel;
  } catch {
    return false;
  }
}
