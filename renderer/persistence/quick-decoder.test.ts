import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { QuickDecoder } from './quick-decoder.ts';

/** Texts of every kind the decoder treats differently: short and long ones, and letters of one and of several bytes. */
const anyText = fc.oneof(
  fc.constantFrom('', 'title', 'date', '_bn', '\u0000', '\uFEFFmark', 'é', '沈', '🚢'),
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const anyValue = fc.oneof(anyText, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(anyText));

const anyDocument = fc
  .array(fc.tuple(anyText, anyText, anyValue, anyText), { minLength: 1, maxLength: 30 })
  .map((edits) => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    for (const [entry, field, value, words] of edits) {
      const map = new Y.Map<unknown>([[field, value]]);
      doc.getMap(`root.${entry}`).set(entry, map);
      const text = new Y.Text(words);
      map.set('text', text);
      text.format(0, words.length, { [`mark${field}`]: field });
      doc.getArray('list').push([value, words]);
      if (words.length > 3) map.delete(field);
    }
    return Y.encodeStateAsUpdate(doc);
  });

function read(update: Uint8Array, quick: boolean): Y.Doc {
  const doc = new Y.Doc();
  if (quick) Y.applyUpdateV2(doc, update, undefined, QuickDecoder);
  else Y.applyUpdate(doc, update);
  return doc;
}

test('reads every update as Yjs does', () => {
  fc.assert(
    fc.property(anyDocument, (update) => {
      expect(Y.encodeStateAsUpdate(read(update, true))).toEqual(Y.encodeStateAsUpdate(read(update, false)));
    }),
  );
});

test('refuses what Yjs refuses: an update cut short anywhere, or with wrong bytes', () => {
  const outcome = (update: Uint8Array, quick: boolean): unknown => {
    try {
      return Y.encodeStateAsUpdate(read(update, quick));
    } catch {
      return 'refused';
    }
  };
  fc.assert(
    fc.property(anyDocument, fc.nat(), fc.integer({ min: 0, max: 255 }), (update, at, byte) => {
      const cut = update.slice(0, at % update.length);
      expect(outcome(cut, true)).toEqual(outcome(cut, false));
      const wrong = update.slice();
      wrong[at % update.length] = byte;
      expect(outcome(wrong, true)).toEqual(outcome(wrong, false));
    }),
  );
});

test('a text that says to be longer than its update is refused, also where the update lies in a larger buffer', () => {
  const doc = new Y.Doc();
  // No byte of it is the 10 that is looked for below.
  doc.clientID = 1;
  doc.getText('text').insert(0, 'some words');
  const update = Y.encodeStateAsUpdate(doc);
  const larger = new Uint8Array(update.length + 200);
  larger.set(update);
  const at = larger.indexOf(10);
  larger[at] = 100;
  expect(() => read(larger.subarray(0, update.length), true)).toThrow();
});
