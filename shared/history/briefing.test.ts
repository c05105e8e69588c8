import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../story/commands/create-entry.ts';
import { deleteEntries } from '../story/commands/delete-entry.ts';
import { putBackField } from '../story/commands/put-back.ts';
import { setAnyField, setStoryField } from '../story/commands/set-field.ts';
import type { Writer } from '../story/commands/writer.ts';
import { draftRoot } from '../story/document.ts';
import { StoryReader } from '../story/reading/reader.ts';
import type { EntryRef } from '../story/ref.ts';
import type { Briefing } from './briefing.ts';
import { collectBriefing } from './collect-briefing.ts';
import type { Difference } from './difference.ts';
import { KeptJournal, minute, start } from './testing/kept-journal.suite.ts';

const words = ({ parts }: Difference): string =>
  parts
    .map((part) => (part.kind === 'folded' ? '…' : `${{ same: '', added: '+', removed: '-' }[part.kind]}${part.text}`))
    .join('');

/** A teammate who works on a copy, and whose every edit comes in as a row of its own at the return. */
class Teammate {
  readonly doc = new Y.Doc();
  readonly writer: Writer;
  readonly #journal: KeptJournal;
  readonly #of: Y.Doc;
  #updates: Uint8Array[] = [];

  constructor(journal: KeptJournal, of: Y.Doc = journal.doc) {
    this.#journal = journal;
    this.#of = of;
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(of));
    this.doc.on('update', (update: Uint8Array) => this.#updates.push(update));
    this.writer = { ...journal.writer, doc: this.doc, author: 'Ilir' };
  }

  arrive(): void {
    for (const update of this.#updates) {
      this.#journal.wait(1).receive(this.#of, update, 'Ilir');
    }
    this.#updates = [];
  }
}

/** A notebook with two events, from which both go apart. */
function apart() {
  const journal = new KeptJournal();
  const { writer } = journal;
  const make = (id: string) =>
    journal.write({}, () => createEntry(writer, { kind: 'events', id, fields: { title: id, text: 'At noon.' } }));
  const refs = [make('Aground'), make('Afloat')] as const;
  const since = journal.now;
  journal.wait(minute);
  return { journal, writer, refs, since, ilir: new Teammate(journal) };
}

const pace = () => Promise.resolve();
const briefingOf = (journal: KeptJournal, since: number, until = Infinity, theirsUntil = until): Promise<Briefing> =>
  collectBriefing(journal.archive(), { since, until, theirsUntil }, pace);

describe('the briefing after an absence', () => {
  it('[HI15] tells what teammates did, without what was done here', async () => {
    const { journal, writer, refs, since, ilir } = apart();
    journal.write({}, () => setAnyField(writer, refs[0], 'title', 'Mine'));
    createEntry(ilir.writer, { kind: 'people', fields: { name: 'Noor' } });
    setAnyField(ilir.writer, refs[1], 'category', 'Salvage');
    setStoryField(ilir.writer, 'title', 'The ship');
    ilir.arrive();
    const { theirs, things, collisions } = await briefingOf(journal, since);
    expect(collisions).toEqual([]);
    expect(things).toBe(3);
    expect(theirs.authors).toEqual(['Ilir']);
    expect(theirs.story.map(({ field }) => field.name)).toEqual(['title']);
    expect(
      theirs.sections.map(({ kind, items }) => [kind, items.map(({ title, verb }) => `${verb} ${title}`)]),
    ).toEqual([
      ['people', ['created Noor']],
      ['events', ['changed Afloat']],
    ]);
  });

  it('[HI16] sets side by side what both changed of one field, and says whose stands', async () => {
    const { journal, writer, refs, since, ilir } = apart();
    journal.write({}, () => setAnyField(writer, refs[0], 'title', 'Aground at Suez'));
    journal.write({}, () => setAnyField(writer, refs[0], 'text', 'At noon sharp.'));
    journal.write({}, () => setAnyField(writer, refs[1], 'category', 'Salvage'));
    setAnyField(ilir.writer, refs[0], 'title', 'Stuck');
    setAnyField(ilir.writer, refs[0], 'text', 'At about noon.');
    setAnyField(ilir.writer, refs[1], 'category', 'Salvage');
    ilir.arrive();
    const now = new StoryReader(journal.doc).entry('events', refs[0].id)?.fields;
    const { collisions } = await briefingOf(journal, since);
    expect(collisions).toMatchObject([
      {
        type: 'field',
        ref: refs[0],
        field: { name: 'title' },
        authors: ['Ilir'],
        values: { mine: 'Aground at Suez', theirs: 'Stuck' },
        isTheirsUnknown: false,
        stands: now?.title === 'Stuck' ? 'theirs' : 'mine',
      },
      { field: { name: 'text' }, values: { mine: 'At noon sharp.', theirs: 'At about noon.' }, stands: 'both' },
    ]);
    const [title] = collisions;
    if (title?.type !== 'field') throw new Error('no field');
    expect([words(title.mine), words(title.theirs)]).toEqual(['Aground+ at Suez', '-Aground+Stuck']);
    for (const side of ['mine', 'theirs'] as const) {
      putBackField(writer, refs[0], 'title', title.values[side]);
      expect(new StoryReader(journal.doc).titleOf(refs[0])).toBe(title.values[side]);
    }
  });

  it('[HI18] names what only they changed and still stands so', async () => {
    const { journal, writer, refs, since, ilir } = apart();
    const [aground, afloat] = refs;
    journal.write({}, () => setAnyField(writer, aground, 'title', 'Mine'));
    setAnyField(ilir.writer, aground, 'title', 'His');
    setAnyField(ilir.writer, aground, 'category', 'Salvage');
    setAnyField(ilir.writer, afloat, 'category', 'Salvage');
    setStoryField(ilir.writer, 'title', 'The ship');
    createEntry(ilir.writer, { kind: 'people', fields: { name: 'Noor' } });
    ilir.arrive();
    const until = journal.now;
    const reversible = async () =>
      (await briefingOf(journal, since, until)).reversible.map(({ ref, field }) => `${ref?.id ?? ''} ${field}`).sort();
    expect(await reversible()).toEqual([' title', 'Afloat category', 'Aground category']);
    journal.wait(minute).write({}, () => {
      setAnyField(writer, aground, 'category', '');
      deleteEntries(writer, [afloat]);
    });
    expect(await reversible()).toEqual([' title']);
  });

  it('[HI16] says so where what they wrote was replaced before it came here', async () => {
    const { journal, writer, refs, since, ilir } = apart();
    // Of two who set the same at once, the greater device stands.
    ilir.doc.clientID = 1;
    let update: Uint8Array | null = null;
    ilir.doc.on('update', (bytes: Uint8Array) => (update = bytes));
    journal.write({}, () => setAnyField(writer, refs[0], 'title', 'Mine'));
    setAnyField(ilir.writer, refs[0], 'title', 'His');
    // A row of what the document told, from which the losing words are gone.
    journal.wait(minute).write({ author: 'Ilir', session: 'his', origin: 'remote' }, () => {
      if (update !== null) Y.applyUpdate(journal.doc, update);
    });
    const { collisions, theirs } = await briefingOf(journal, since);
    expect(collisions).toMatchObject([{ type: 'field', stands: 'mine', isTheirsUnknown: true }]);
    // Nobody emptied the title, and the entry has one.
    expect(theirs.sections).toMatchObject([{ items: [{ title: 'Mine', verb: 'changed', fields: [] }] }]);
  });

  it.each([[1], [2 ** 32 - 1]])(
    '[HI16] [HI17] tells the same where they had what was done here before they sent theirs',
    async (clientID) => {
      const { journal, writer, refs, since, ilir } = apart();
      ilir.doc.clientID = clientID;
      journal.write({}, () => setAnyField(writer, refs[0], 'title', 'Mine'));
      journal.write({}, () => setAnyField(writer, refs[0], 'text', 'At dawn.'));
      journal.write({}, () => setAnyField(writer, refs[1], 'text', 'At dawn.'));
      deleteEntries(ilir.writer, [refs[0]]);
      setAnyField(ilir.writer, refs[1], 'title', 'His');
      const before = Y.encodeStateVector(journal.doc);
      Y.applyUpdate(ilir.doc, Y.encodeStateAsUpdate(journal.doc));
      journal.wait(minute).receive(journal.doc, Y.encodeStateAsUpdate(ilir.doc, before), 'Ilir');
      const { collisions, theirs } = await briefingOf(journal, since);
      expect(collisions).toMatchObject([{ type: 'deletion', title: 'Mine', deletedBy: 'them', now: 'contested' }]);
      expect(collisions).toHaveLength(1);
      expect(
        theirs.sections.flatMap(({ items }) =>
          items.map(({ verb, fields }) => [verb, ...fields.map(({ field }) => field.name)]),
        ),
      ).toEqual([['deleted'], ['changed', 'title']]);
    },
  );

  it('[HI17] sets an edit beside the deletion it met, whoever did which', async () => {
    const { journal, writer, refs, since, ilir } = apart();
    journal.write({}, () => setAnyField(writer, refs[0], 'title', 'Mine'));
    journal.write({}, () => deleteEntries(writer, [refs[1]]));
    deleteEntries(ilir.writer, [refs[0]]);
    setAnyField(ilir.writer, refs[1], 'title', 'His');
    ilir.arrive();
    const { collisions } = await briefingOf(journal, since);
    expect(collisions).toMatchObject([
      { type: 'deletion', title: 'His', deletedBy: 'me', now: 'contested' },
      { type: 'deletion', title: 'Mine', deletedBy: 'them', now: 'contested' },
    ]);
    const until = journal.now;
    journal.wait(minute).write({}, () => deleteEntries(writer, [refs[0], refs[1]]));
    const after = await briefingOf(journal, since, until);
    expect(after.collisions).toMatchObject([{ now: 'trash' }, { now: 'trash' }]);
  });

  it('[HI17] finds the paragraphs of a draft that both changed, and when mine still stood alone', async () => {
    const { journal, writer } = apart();
    const draft = journal.draft('letter');
    const line = (doc: Y.Doc, at: number): Y.XmlText => {
      const [paragraph] = [draftRoot(doc).get(at)];
      const text: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      if (!(text instanceof Y.XmlText)) throw new Error('no text');
      return text;
    };
    journal.write({}, () => createEntry(writer, { kind: 'drafts', id: 'letter', fields: { title: 'Letter' } }));
    journal.write({}, () =>
      draftRoot(draft).insert(
        0,
        ['One.', 'Two.', 'Three.'].map((said) => {
          const paragraph = new Y.XmlElement('paragraph');
          paragraph.insert(0, [new Y.XmlText(said)]);
          return paragraph;
        }),
      ),
    );
    const since = journal.now;
    const ilir = new Teammate(journal, draft);
    journal.wait(minute).write({}, () => line(draft, 0).insert(0, 'Mine. '));
    journal.wait(minute).write({}, () => line(draft, 1).insert(0, 'Mine. '));
    const mineAt = journal.now;
    line(ilir.doc, 1).insert(4, ' His.');
    line(ilir.doc, 2).insert(6, ' His.');
    journal.wait(minute);
    ilir.arrive();
    const { collisions, theirs } = await briefingOf(journal, since);
    expect(theirs.sections).toMatchObject([{ kind: 'drafts', items: [{ title: 'Letter', verb: 'changed' }] }]);
    expect(collisions).toMatchObject([{ type: 'draft', title: 'Letter', authors: ['Ilir'], mineAt }]);
    const [letter] = collisions;
    if (letter?.type !== 'draft') throw new Error('no draft');
    expect(letter.passages.map((one) => [words(one.mine), words(one.theirs)])).toEqual([['+Mine. Two.', 'Two.+ His.']]);
  });

  it('[HI15] is empty where nothing came, and ends with the return', async () => {
    const { journal, writer, refs, since, ilir } = apart();
    journal.write({}, () => setAnyField(writer, refs[0], 'title', 'Mine'));
    expect(await briefingOf(journal, since)).toMatchObject({ collisions: [], things: 0 });
    setAnyField(ilir.writer, refs[1], 'title', 'His');
    ilir.arrive();
    const until = journal.now;
    // Somebody who was cut off as well comes back a little later; what is done here by then is done after the return.
    journal.wait(minute).write({}, () => setAnyField(writer, refs[0], 'category', 'Mine'));
    setAnyField(ilir.writer, refs[0], 'category', 'His');
    ilir.arrive();
    expect(await briefingOf(journal, since, until)).toMatchObject({ things: 1, collisions: [] });
    expect(await briefingOf(journal, since, until, journal.now)).toMatchObject({ things: 2, collisions: [] });
    expect((await briefingOf(journal, journal.now)).things).toBe(0);
  });
});

const step = fc.record({
  who: fc.constantFrom('mine', 'theirs'),
  verb: fc.constantFrom('title', 'text', 'category', 'actors', 'delete'),
  at: fc.nat(2),
  word: fc.constantFrom('tide', 'tug', 'ship', ''),
});

type Fields = Readonly<Record<string, unknown>>;

function fieldsIn(doc: Y.Doc, ref: EntryRef): Fields | null {
  const reader = new StoryReader(doc);
  const fields = reader.resolve(ref)?.fields ?? null;
  reader.dispose();
  return fields;
}

describe('any work of two who are apart', () => {
  it('[HI15] [HI16] [HI17] is told as comparing the three states tells it', async () => {
    let [fields, deletions] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 24 }), async (steps) => {
        const journal = new KeptJournal();
        const refs = [0, 1, 2].map((at) =>
          journal.write({}, () =>
            createEntry(journal.writer, { kind: 'events', id: `e${at}`, fields: { title: 'ship', text: 'tug' } }),
          ),
        );
        const base = new Y.Doc();
        Y.applyUpdate(base, Y.encodeStateAsUpdate(journal.doc));
        const since = journal.now;
        journal.now = start + minute;
        const ilir = new Teammate(journal);
        for (const { who, verb, at, word } of steps) {
          const ref = refs[at];
          const writer = who === 'mine' ? journal.writer : ilir.writer;
          // What lies in the trash of one's own copy cannot be edited there.
          if (ref === undefined || fieldsIn(writer.doc, ref) === null) continue;
          const work = (): void => {
            if (verb === 'delete') deleteEntries(writer, [ref]);
            else if (verb === 'actors')
              setAnyField(writer, ref, verb, word === '' ? [] : [{ kind: 'people', id: word }]);
            else setAnyField(writer, ref, verb, word);
          };
          if (who === 'mine') journal.wait(1).write({ session: 'first' }, work);
          else work();
        }
        const mine = new Y.Doc();
        Y.applyUpdate(mine, Y.encodeStateAsUpdate(journal.doc));
        const theirs = new Y.Doc();
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(ilir.doc));
        ilir.arrive();
        const briefing = await briefingOf(journal, since);
        const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
        const expected = refs.flatMap((ref) => {
          const [b, m, t] = [fieldsIn(base, ref), fieldsIn(mine, ref), fieldsIn(theirs, ref)];
          const changed = (side: Fields | null): string[] =>
            b === null || side === null ? [] : Object.keys(b).filter((name) => !same(b[name], side[name]));
          if (m === null && t === null) return [];
          if (m === null || t === null)
            return changed(m ?? t).length > 0 ? [`${ref.id} ${m === null ? 'me' : 'them'}`] : [];
          return changed(m)
            .filter((name) => !same(b?.[name], t[name]) && !same(m[name], t[name]))
            .map((name) => `${ref.id} ${name}`);
        });
        const told = briefing.collisions.map((one) =>
          one.type === 'deletion'
            ? `${one.ref.id} ${one.deletedBy}`
            : one.type === 'field'
              ? `${one.ref?.id} ${one.field.name}`
              : '',
        );
        expect([...told].sort()).toEqual([...expected].sort());
        for (const one of briefing.collisions) {
          if (one.type === 'deletion') {
            deletions += 1;
            // What somebody edited beside a deletion is in sight, unless who deleted it saw the very same.
            const seen = new StoryReader(one.deletedBy === 'me' ? mine : theirs).entry('events', one.ref.id)?.fields;
            const now = new StoryReader(journal.doc).entry('events', one.ref.id)?.fields;
            expect(one.now).toBe(same(seen, now) ? 'trash' : 'contested');
          } else if (one.type === 'field' && one.ref !== null) {
            fields += 1;
            expect(one.values.mine).toEqual(fieldsIn(mine, one.ref)?.[one.field.name]);
            expect(one.values.theirs).toEqual(fieldsIn(theirs, one.ref)?.[one.field.name]);
          }
        }
        const changedByThem = refs.filter(
          ({ kind, id }) => !same(fieldsIn(base, { kind, id }), fieldsIn(theirs, { kind, id })),
        );
        expect(briefing.things).toBe(changedByThem.length);
      }),
      { numRuns: 200 },
    );
    expect(Math.min(fields, deletions)).toBeGreaterThan(10);
  });
});
