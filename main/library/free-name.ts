import { existsSync } from 'node:fs';

/** A path that nothing has yet: another notebook's folder may have that name, as half an id is not unique and folders are renamed. */
export function freeName(wanted: string): string {
  let name = wanted;
  for (let more = 2; existsSync(name); more += 1) name = `${wanted} ${more}`;
  return name;
}
