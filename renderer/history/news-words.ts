import type { NewsItem } from '../../shared/history/news.ts';

/** "Mara", "Mara and Ilir", "Mara, Ilir and 3 others". `unnamed` stands for those without a name. */
export function authorsWords(authors: readonly string[], unnamed: string): string {
  const names = [...new Set(authors.map((name) => (name === '' ? unnamed : name)))];
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
  const last = names.at(-1) ?? unnamed;
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** What happened to an entry: "added", "changed: title, text". */
export function doneWords({ verb, fields }: NewsItem): string {
  switch (verb) {
    case 'created':
      return 'added';
    case 'deleted':
      return 'moved to the trash';
    case 'restored':
      return 'brought back';
    case 'moved':
      return 'moved';
    case 'changed':
      return fields.length === 0
        ? 'changed'
        : `changed: ${fields.map(({ field }) => field.label.toLowerCase()).join(', ')}`;
  }
}
