import { describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../../shared/story/commands/delete-entry.ts';
import { StoryReader } from '../../../shared/story/reading/reader.ts';
import { peer } from '../../../shared/story/testing/peers.ts';
import { findTrash } from './find-trash.ts';
import { trashOf } from './use-trash.ts';

/** The trash of a notebook in which an event, a source and a draft were deleted. */
function trash() {
  const { doc, writer } = peer('Mara');
  const refs = [
    createEntry(writer, { kind: 'events', fields: { title: 'Salvage firm named' } }),
    createEntry(writer, { kind: 'sources', fields: { title: 'Déclaration of the authority' } }),
    createEntry(writer, { kind: 'drafts', fields: { title: 'What a day is worth' } }),
  ];
  deleteEntries(writer, refs);
  return trashOf(new StoryReader(doc));
}

const titles = (found: ReturnType<typeof findTrash>) => found.map(({ fields }) => fields['title']).sort();

describe('the trash', () => {
  it('holds entries, sources and drafts, with who deleted them and when', () => {
    const all = trash();
    expect(all.map(({ kind }) => kind).sort()).toEqual(['drafts', 'events', 'sources']);
    for (const entry of all) {
      expect(entry.deletedBy).toBe('Mara');
      expect(Date.parse(entry.deletedAt ?? '')).not.toBeNaN();
    }
  });

  it('is searched by kind, by words without regard to accents, and by who deleted', () => {
    const all = trash();
    expect(titles(findTrash(all, { kind: 'sources', words: '' }))).toEqual(['Déclaration of the authority']);
    expect(titles(findTrash(all, { kind: null, words: 'DECLARATION auth' }))).toEqual(['Déclaration of the authority']);
    expect(titles(findTrash(all, { kind: null, words: 'mara worth' }))).toEqual(['What a day is worth']);
    expect(findTrash(all, { kind: 'events', words: 'worth' })).toEqual([]);
    expect(findTrash(all, { kind: null, words: '' })).toHaveLength(3);
  });
});
