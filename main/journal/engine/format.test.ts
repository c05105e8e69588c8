import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NotebookJournal } from './notebook-journal.ts';
import { notebook, ownLibrary } from './testing.suite.ts';

const library = ownLibrary();

/** Made once by the first program that wrote this format; never to be made again. */
const fixture = fileURLToPath(new URL('fixtures/format-1.sqlite', import.meta.url));

describe('a journal of format 1', () => {
  it('opens for ever, and every checksum in it stays right', () => {
    cpSync(fixture, join(library.folder, 'journal.sqlite'));
    const journal = new NotebookJournal(notebook, library.folder, 'no');
    expect(journal.tell()).toEqual([]);
    expect(journal.checkSome(1000)).toBe(false);
    expect(journal.looked()).toBe(2);
    expect(journal.heads()).toEqual([
      { doc: notebook, seq: 4, sum: '85eec48416d7d39a0e24109d6afa1b10fb74c89358cf6e64e35bfa43ee13832d' },
      { doc: `${notebook}.draft.one`, seq: 2, sum: '771b4c28f00f2ba48f11a3d9417de2da296692cb55cca65049fc97c62bc40bcb' },
    ]);
    const { checkpoint, rows } = journal.read(notebook, null, null);
    expect(checkpoint).toEqual({ seq: 1, bytes: new Uint8Array([9, 8, 7]) });
    expect(rows).toEqual([
      {
        seq: 3,
        doc: notebook,
        bytes: new Uint8Array(5000).fill(3),
        at: 1_700_000_000_003,
        kept: 1_700_000_001_000,
        author: 'Zoë Ångström, 記者',
        authorId: null,
        session: 'session-2',
        origin: 'import',
        step: 0,
      },
      {
        seq: 4,
        doc: notebook,
        bytes: new Uint8Array(),
        at: 1_700_000_000_004,
        kept: 1_700_000_001_000,
        author: '',
        authorId: 'id',
        session: 'session-2',
        origin: 'undo',
        step: 7,
      },
    ]);
    journal.close();
    expect(readFileSync(fixture).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});
