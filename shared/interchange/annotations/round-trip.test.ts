import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyImport } from '../../story/commands/apply-import.ts';
import { deleteEntries } from '../../story/commands/delete-entry.ts';
import type { Entry, EntryDraft } from '../../story/entry.ts';
import type { StoryReader } from '../../story/reading/reader.ts';
import type { RichText } from '../../story/rich-text.ts';
import { contents, event, hash, kinds, notebook, passage, read, source, written } from '../testing/annotated.suite.ts';
import { anyNotebook, rich } from '../testing/any-annotations.suite.ts';
import { plain } from '../plain-json.ts';
import { breaches } from '../testing/recommendation.suite.ts';
import { htmlOfRich, richOfHtml } from './html.ts';

/** The annotations of a file. */
function itemsOf(text: string): readonly Readonly<Record<string, object>>[] {
  // What we wrote ourselves has this shape; the tests look at the rest.
  return (JSON.parse(text) as { first: { items: Record<string, object>[] } }).first.items;
}

async function through(from: StoryReader, drafts: readonly EntryDraft[]) {
  const text = written(from);
  expect(breaches(plain(JSON.parse(text)))).toEqual([]);
  const there = notebook(drafts);
  const found = read(text, there.reader);
  const creations = kinds.map((kind) => ({
    kind,
    place: 'last' as const,
    drafts: found.entries.filter(({ draft }) => draft.kind === kind).map(({ draft }) => draft),
  }));
  await applyImport(there.writer, { story: {}, creations, edits: [] });
  return { found, reader: there.reader };
}

describe('annotations through JSON-LD and back', () => {
  it('[IX40] [IX41] [IX45] restores every field of passages, threads and evidence in a notebook with the same sources', async () => {
    const drafts: readonly EntryDraft[] = [
      passage('visibility'),
      {
        kind: 'annotations',
        id: 'one',
        fields: { target: { kind: 'passages', id: 'visibility' }, author: 'Mara', text: [{ text: 'So?' }] },
      },
      {
        kind: 'annotations',
        id: 'two',
        fields: {
          target: { kind: 'passages', id: 'visibility' },
          replyTo: { kind: 'annotations', id: 'one' },
          author: 'Ilir',
          text: [{ text: 'Yes.', bold: true }],
          resolvedAt: '2021-03-26T08:00:00.000Z',
        },
      },
      {
        kind: 'evidence',
        id: 'link',
        fields: {
          from: { kind: 'passages', id: 'visibility' },
          to: { kind: 'events', id: 'grounding', field: 'text' },
          relation: 'disputes',
          credibility: '2',
          value: '40',
          unit: 'knots',
        },
      },
    ];
    const here = notebook([source, event, ...drafts]);
    const { found, reader } = await through(here.reader, [source, event]);
    expect(found).toMatchObject({ known: 0, unplaced: [], problems: [] });
    expect(contents(reader)).toEqual(contents(here.reader));
    const items = itemsOf(written(here.reader));
    expect(items[0]).toMatchObject({
      motivation: ['highlighting', 'commenting'],
      body: [
        { value: 'green', purpose: 'tagging' },
        { value: '<p>Compare with the <em>pilot log</em></p>', format: 'text/html' },
      ],
      target: {
        source: { id: 'https://canal.example/statements/7', format: 'application/pdf', language: 'en' },
        state: { type: 'TimeState', cached: `urn:sha256:${hash}`, sourceDate: '2021-03-26T09:12:00.000Z' },
        selector: [
          { type: 'TextQuoteSelector', exact: 'reduced visibility' },
          { type: 'TextPositionSelector', start: 86, end: 104 },
          { type: 'FragmentSelector', value: 'page=2', refinedBy: { type: 'TextQuoteSelector' } },
        ],
      },
    });
    // The standard says all of it: nothing but the reference is repeated under our own prefix.
    expect(items[0]).toMatchObject({ 'backstory:fields': { source: { id: 'statement-7' } } });
    expect(Object.keys(items[0]?.['backstory:fields'] ?? {})).toEqual(['source']);
    expect(items[3]).toMatchObject({
      motivation: ['assessing', 'linking'],
      target: { 'backstory:title': 'The ship runs aground' },
    });
  });

  it('[IX40] [IX45] whatever a notebook holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotebook, async (drafts) => {
        fc.pre(drafts.length > 0);
        const here = notebook([source, event, ...drafts]);
        const { found, reader } = await through(here.reader, [source, event]);
        const lost = found.unplaced.length;
        const placeable = found.entries.length;
        expect(placeable + lost).toBe(drafts.length);
        const there = new Map<string, Entry>(
          kinds.flatMap((kind) => reader.list(kind).map((entry) => [`${kind}/${entry.id}`, entry] as const)),
        );
        for (const { draft } of found.entries) {
          const now = there.get(`${draft.kind}/${draft.id ?? ''}`);
          const before = here.reader.entry(draft.kind, draft.id ?? '');
          // Passages may have found their source by its hash; what answers a note that belongs to nothing begins a thread.
          const left = [
            ...(draft.kind === 'passages' ? ['source', 'capture'] : []),
            ...(draft.kind === 'annotations' && !there.has('annotations/annotations-0') ? ['replyTo'] : []),
          ];
          const [a, b] = [now, before].map((entry) =>
            Object.entries(entry?.fields ?? {}).filter(([name]) => !left.includes(name)),
          );
          expect(a).toEqual(b);
          expect(now?.extra).toEqual(before?.extra);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[IX46] what is here already is not brought twice; what lies in the trash comes anew', () => {
    const here = notebook([source, event, passage('visibility'), passage('other')]);
    const file = written(here.reader);
    expect(read(file, here.reader)).toMatchObject({ known: 2, entries: [] });
    deleteEntries(here.writer, [{ kind: 'passages', id: 'other' }]);
    expect(read(file, here.reader)).toMatchObject({ known: 1, entries: [{ draft: { id: 'new-1' } }] });
  });

  it('[IX44] finds the source by the hash of a capture and by its address, whatever its id', () => {
    const here = notebook([source, event, passage('visibility')]);
    const file = written(here.reader);
    const other = notebook([{ ...source, id: 'known-otherwise' }]);
    const placed = {
      entries: [{ draft: { fields: { source: { id: 'known-otherwise' }, capture: hash } } }],
      unplaced: [],
    };
    expect(read(file, other.reader)).toMatchObject(placed);
    const byAddress = notebook([
      { kind: 'sources', id: 'elsewhere', fields: { address: 'http://canal.example/statements/7/' } },
    ]);
    expect(read(file, byAddress.reader)).toMatchObject({
      entries: [{ draft: { fields: { source: { id: 'elsewhere' } } } }],
    });
  });

  it('[IX47] what belongs to nothing is listed, with its words', () => {
    const here = notebook([source, event, passage('visibility')]);
    expect(read(written(here.reader), null)).toMatchObject({
      entries: [],
      unplaced: [
        { line: 1, text: '“reduced visibility”\nCompare with the pilot log\nmara, https://canal.example/statements/7' },
      ],
    });
  });

  it('[IX48] fiction never becomes evidence', () => {
    const voice = { kind: 'voices', id: 'pilot', fields: { name: 'The pilot' } };
    const link = (from: string, to: string) => ({
      kind: 'evidence',
      id: `${from}-${to}`,
      fields: {
        from: { kind: from, id: from === 'voices' ? 'pilot' : 'statement-7' },
        to: { kind: to, id: to === 'voices' ? 'pilot' : 'grounding' },
      },
    });
    const here = notebook([
      source,
      event,
      voice,
      link('voices', 'events'),
      link('sources', 'voices'),
      link('sources', 'events'),
    ]);
    const there = notebook([source, event, voice]);
    const found = read(written(here.reader), there.reader);
    expect(found.entries.map(({ draft }) => draft.id)).toEqual(['sources-events']);
    expect(found.unplaced).toHaveLength(2);
  });
});

describe('rich text as HTML', () => {
  it('[IX42] is read back, but for white space that HTML does not keep', () => {
    fc.assert(
      fc.property(rich, (spans) => {
        const plain = (all: RichText | null): string =>
          (all ?? [])
            .map((span) => span.text)
            .join('')
            .replace(/\s+/g, ' ')
            .trim();
        expect(plain(richOfHtml(htmlOfRich(spans)))).toBe(plain(spans));
      }),
    );
    const note: RichText = [{ text: 'One\n\n' }, { text: 'two', bold: true, italic: true }, { text: ' < 3' }];
    expect(richOfHtml(htmlOfRich(note))).toEqual(note);
  });
});
