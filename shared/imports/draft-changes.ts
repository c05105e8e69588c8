import type { EntryDraft } from '../story/entry.ts';
import type { ImportChanges } from '../story/import-changes.ts';
import type { ImportDraft } from '../story/import-draft.ts';
import { sectionList } from '../story/sections.ts';
import { unsortedKind } from './story-json/format.ts';

/** Everything a draft holds, for a notebook that has nothing yet. */
export function changesOfDraft(draft: ImportDraft): ImportChanges {
  const all = draftsByKind(draft);
  const creations = sectionList.flatMap(({ kind }) => {
    const drafts = all.get(kind) ?? [];
    return drafts.length === 0 ? [] : [{ kind, place: 'last' as const, drafts }];
  });
  return {
    story: draft.story,
    creations,
    edits: [],
    ...(draft.texts === undefined ? {} : { texts: draft.texts }),
    ...(draft.named === undefined ? {} : { named: draft.named }),
    ...(draft.extra === undefined ? {} : { extra: draft.extra }),
  };
}

/** A draft's entries by kind in page order, with the text nobody took as entries of its own section. */
export function draftsByKind(draft: ImportDraft): ReadonlyMap<string, readonly EntryDraft[]> {
  const unsorted = draft.unsorted.map(({ text, under }) => ({ kind: unsortedKind, fields: { text, under } }));
  const byKind = new Map<string, EntryDraft[]>();
  for (const one of [...draft.entries.map((entry) => entry.draft), ...unsorted]) {
    const known = byKind.get(one.kind);
    if (known === undefined) byKind.set(one.kind, [one]);
    else known.push(one);
  }
  return byKind;
}
