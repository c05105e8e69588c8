// The package has no types. Rooms that compile this file without the rest of `shared/` need to be told where ours are.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./edtf-package.d.ts" />
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
