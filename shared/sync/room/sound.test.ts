import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentUpdate } from '../payload.ts';
import { anyChange, changed } from '../testing/bytes.suite.ts';
import { garbage } from '../testing/garbage.suite.ts';
import { unsound } from '../testing/unsound.suite.ts';
import { budgetFor, isSound } from './sound.ts';
import { takeUpdate } from './take.ts';

type Format = DocumentUpdate['format'];
const formats: readonly Format[] = ['v1', 'v2'];
const docId = 'notebook';

const encoded = (doc: Y.Doc, format: Format, vector?: Uint8Array) =>
  format === 'v1' ? Y.encodeStateAsUpdate(doc, vector) : Y.encodeStateAsUpdateV2(doc, vector);

const anyEdits = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 30 })), { maxLength: 30, size: 'max' });

/** A document of everything that a notebook is made of. */
function edited(client: number, edits: readonly (readonly [number, number])[], from?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  if (from !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const [text, map, list, tree] = [doc.getText('t'), doc.getMap('m'), doc.getArray('l'), doc.getXmlFragment('x')];
  const paragraph = (words: string): Y.XmlElement => {
    const element = new Y.XmlElement('p');
    element.setAttribute('kind', words);
    element.insert(0, [new Y.XmlText(words)]);
    return element;
  };
  const changes: readonly ((at: number) => void)[] = [
    (at) => text.insert(at % (text.length + 1), `word ${at} `),
    (at) => text.length > 2 && text.delete(at % (text.length - 2), 2),
    (at) => text.length > 4 && text.format(at % (text.length - 4), 3, { bold: at % 2 === 0 ? true : null }),
    (at) => text.insertEmbed(at % (text.length + 1), { image: at }),
    (at) => map.set(`field${at % 3}`, { list: [at, null, 'x', true] }),
    (at) => map.set(`field${at % 3}`, new Y.Map([['inner', new Y.Text('words')]])),
    (at) => map.delete(`field${at % 3}`),
    (at) => list.insert(at % (list.length + 1), [at, new Uint8Array(at), new Y.Array()]),
    (at) => list.length > 0 && list.delete(at % list.length),
    (at) => tree.insert(at % (tree.length + 1), [paragraph(`text ${at}`)]),
  ];
  for (const [change, at] of edits) changes[change]?.(at);
  return doc;
}

const unnamed = 3_141_592_653;

/** Why a document is of no use any more; null where it is as it should be. */
function problemOf(doc: Y.Doc): string | null {
  let told = 0;
  // Deletions may go before what they delete. They can name clocks that a client has yet to write; this one, nobody has named.
  doc.clientID = unnamed;
  doc.on('update', () => (told += 1));
  doc.getMap('afterwards').set('x', told);
  if (told !== 1) return `tells ${told} times of a change`;
  const [v1, v2] = [new Y.Doc(), new Y.Doc()];
  Y.applyUpdate(v1, Y.encodeStateAsUpdate(doc));
  Y.applyUpdateV2(v2, Y.encodeStateAsUpdateV2(doc));
  return [v1, v2].every((copy) => copy.getMap('afterwards').has('x')) ? null : 'cannot be written';
}

/** A struct's bytes behind one client (1) and clock (0), and no deletions. */
const alone = (...struct: readonly number[]) => Uint8Array.of(1, 1, 1, 0, ...struct, 0);
const item = { string: 4, any: 8, doc: 9, gc: 0 } as const;
/** The root "t". */
const root = [1, 1, 0x74] as const;

/** Writes the name of a format once, as the second format allows. Yjs itself writes it each time. */
class Packing extends Y.UpdateEncoderV2 {
  override writeKey(key: string): void {
    super.writeKey(key);
    this.keyMap.set(key, 0);
  }
}

describe('[SY33] what a peer writes', () => {
  it.each(Object.entries(unsound))('that %s changes nothing', (_, { format, update }) => {
    const doc = edited(7, [[0, 1]]);
    const before = Y.encodeStateAsUpdate(doc);
    expect(takeUpdate(doc, { docId, format, update }, {})).toBe(false);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(problemOf(doc)).toBeNull();
  });

  it.each<[string, boolean, Uint8Array]>([
    ['a text of one letter', true, alone(item.string, ...root, 1, 0x61)],
    ['a text of no letters', false, alone(item.string, ...root, 0)],
    ['a list of no values', false, alone(item.any, ...root, 0)],
    ['a document in the document', false, alone(item.doc, ...root, 1, 0x61, 118, 0)],
    ['what is behind something that it writes later itself', false, alone(0x84, 1, 5, 1, 0x61)],
    ['what is behind something of another client', true, alone(0x84, 2, 5, 1, 0x61)],
    ['what is within something that it writes later itself', false, alone(item.string, 0, 1, 5, 1, 0x61)],
    ['a gap of no length', false, alone(item.gc, 0)],
    ['a client twice', false, Uint8Array.of(2, 1, 1, 0, item.gc, 1, 1, 1, 0, item.gc, 1, 0)],
    ['deletions in order', true, Uint8Array.of(0, 1, 1, 2, 0, 1, 2, 1)],
    ['deletions out of order', false, Uint8Array.of(0, 1, 1, 2, 2, 1, 0, 1)],
    ['deletions that overlap', false, Uint8Array.of(0, 1, 1, 2, 0, 9, 1, 9)],
    ['a value of a thousand lists in each other', false, alone(item.any, ...root, 1, ...deep(1000))],
    ['a value of ten lists in each other', true, alone(item.any, ...root, 1, ...deep(10))],
  ])('%s is what Yjs could have written: %s', (_, sound, update) => {
    const one: DocumentUpdate = { docId, format: 'v1', update };
    expect(isSound(new Y.Doc(), one, budgetFor([one]))).toBe(sound);
  });

  it('is let through where Yjs wrote it', () => {
    fc.assert(
      fc.property(anyEdits, anyEdits, (first, second) => {
        const base = edited(1, first);
        const doc = edited(2, second, base);
        for (const format of formats)
          for (const vector of [undefined, Y.encodeStateVector(base)]) {
            const one: DocumentUpdate = { docId, format, update: encoded(doc, format, vector) };
            for (const into of [base, new Y.Doc()]) expect(isSound(into, one, budgetFor([one]))).toBe(true);
          }
      }),
    );
  });

  it('leaves a document as it should be, whatever it is', () => {
    const anyone = fc.record({ base: anyEdits, hers: anyEdits, mine: anyEdits, isNew: fc.boolean() });
    const changes = fc.array(anyChange, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyone, fc.constantFrom(...formats), changes, ({ base, hers, mine, isNew }, format, wrong) => {
        const common = edited(1, base);
        const teammate = edited(2, hers, common);
        const doc = isNew ? new Y.Doc() : edited(3, mine, common);
        const update = wrong.reduce<Uint8Array>(changed, encoded(teammate, format));
        takeUpdate(doc, { docId, format, update }, {});
        takeUpdate(doc, { docId, format, update: encoded(teammate, format) }, {});
        expect(problemOf(doc)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('may be only so much in one blob, however it is divided', () => {
    const updates = [1, 2, 3, 4, 5].map((client) => ({ docId, format: 'v2' as const, update: garbage(4000, client) }));
    const budget = budgetFor(updates);
    const doc = new Y.Doc();
    expect(updates.map((one) => takeUpdate(doc, one, {}, budget))).toEqual([true, true, false, false, false]);
    expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).values()]).toEqual([4000, 4000]);
  });

  it('may be many millions of structs in a hundred bytes: not taken', () => {
    const update = garbage(4_000_000_000);
    expect(update.length).toBeLessThan(100);
    expect(takeUpdate(new Y.Doc(), { docId, format: 'v2', update }, {})).toBe(false);
  });

  it('may say a long name once and mean it hundreds of times, where the first format writes it each time: not taken', () => {
    const doc = new Y.Doc();
    const text = doc.getText('t');
    text.insert(0, 'x'.repeat(200));
    doc.transact(() => {
      for (let at = 0; at < 200; at += 2) text.format(at, 1, { ['n'.repeat(400_000)]: true });
    });
    const one: DocumentUpdate = { docId, format: 'v2', update: Y.encodeStateAsUpdateV2(doc, undefined, new Packing()) };
    expect(one.update.length).toBeLessThan(500_000);
    expect(takeUpdate(new Y.Doc(), one, {})).toBe(false);
  });
});

/** So many lists of one value, each the value of the one around it. */
function deep(levels: number): readonly number[] {
  return [...Array.from({ length: levels }, () => [117, 1]).flat(), 126];
}
