import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOrigins, type NewRow } from '../../../shared/bridge/index.ts';
import { cleanText } from './row.ts';
import { caller, notebook, ownLibrary } from './testing.suite.ts';

const library = ownLibrary();
const documents = [notebook, `${notebook}.draft.a`, `${notebook}.draft.b`];
const moment = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constant(1e20));

const anyRow: fc.Arbitrary<NewRow> = fc.record({
  doc: fc.constantFrom(...documents),
  bytes: fc
    .oneof(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ minLength: 4000, maxLength: 9000, size: 'max' }))
    .map((bytes) => new Uint8Array(bytes)),
  at: moment,
  author: fc.string({ unit: 'binary', maxLength: 60 }),
  authorId: fc.option(fc.string({ maxLength: 20 })),
  session: fc.stringMatching(/^[\w.-]{1,20}$/),
  origin: fc.constantFrom(...rowOrigins),
  step: moment,
});

/** Rows in calls, some of them at once, with the notebook closed now and then. */
const anyUse = fc.array(
  fc.record({
    calls: fc.array(fc.array(anyRow, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    close: fc.boolean(),
  }),
  { maxLength: 6 },
);

const asStored = ({ author, authorId, ...rest }: NewRow) => ({
  ...rest,
  author: cleanText(author),
  authorId: authorId === null ? null : cleanText(authorId),
});

describe('whatever is appended', () => {
  it('is read again as it was, in order, by document and from any place', async () => {
    const { open, append, read, sum, close } = caller(library.start());
    let stored: NewRow[] = [];
    let known = 0;
    await open();
    await fc.assert(
      fc.asyncProperty(anyUse, async (use) => {
        for (const { calls, close: closes } of use) {
          await Promise.all(calls.map((rows) => append(...rows)));
          stored = [...stored, ...calls.flat().map(asStored)];
          if (closes) await close();
        }
        const { heads } = await open();
        for (const doc of documents) {
          const mine = stored.flatMap((one, index) => (one.doc === doc ? [{ ...one, seq: index + 1 }] : []));
          const part = await read(known, null, doc);
          expect(part).toMatchObject({ damaged: 0, checkpoint: null });
          const fresh = mine.filter(({ seq }) => seq > known);
          expect(part.rows.map(({ kept: _kept, bytes, ...rest }) => ({ ...rest, bytes: [...bytes] }))).toEqual(
            fresh.map(({ bytes, ...rest }) => ({ ...rest, bytes: [...bytes] })),
          );
          const head = heads.find((one) => one.doc === doc);
          expect(head?.seq).toBe(mine.at(-1)?.seq);
          if (head !== undefined) expect(await sum(head.seq, doc)).toBe(head.sum);
        }
        known = stored.length;
      }),
      { numRuns: 40 },
    );
  });
});
