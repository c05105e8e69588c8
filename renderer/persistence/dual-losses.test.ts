// @vitest-environment node
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryJournal } from '../bridge/memory-journal.ts';
import { dualHarness } from './dual-harness.suite.ts';
import type { DualHarness } from './dual-harness.suite.ts';
import type { OpenDocument } from './document-store.ts';
import { workHere } from './store-work.ts';

/** What happens to a notebook, one thing after another. */
const happenings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), words: fc.string({ maxLength: 20 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), at: fc.nat(50) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('die' as const), carriedOut: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('crash' as const),
        when: fc.constantFrom('before-journal' as const, 'before-copy' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('lose' as const),
        store: fc.constantFrom('copy' as const, 'journal' as const),
        how: fc.constantFrom('tail' as const, 'all' as const, 'damage' as const),
        rows: fc.integer({ min: 1, max: 4 }),
      }),
    },
  ),
  { maxLength: 14 },
);

type Happening = (typeof happenings extends fc.Arbitrary<infer T> ? T : never) extends readonly (infer One)[]
  ? One
  : never;

let serial = 0;

async function open(harness: DualHarness, docId: string) {
  const doc = new Y.Doc();
  const opened = await harness.window().open(docId, doc, { create: true });
  if (!opened.ok) throw new Error(`${opened.error.reason}: ${opened.error.message}`);
  return { doc, text: doc.getText('words'), open: opened.value };
}

async function confirmed(opened: OpenDocument): Promise<void> {
  for (let tries = 0; (await opened.flush()).kind !== 'saved'; tries += 1) expect(tries).toBeLessThan(5);
}

async function lose(harness: DualHarness, docId: string, what: Happening & { kind: 'lose' }): Promise<void> {
  const { copy, journal } = harness;
  if (what.how === 'all') {
    if (what.store === 'copy') await copy.forget(docId);
    else await journal.journal.remove({ notebook: docId });
  } else if (what.how === 'tail') await (what.store === 'copy' ? copy : journal).cut(docId, what.rows);
  else await (what.store === 'copy' ? copy : journal).damage(docId);
}

/** Types something in a window that ends when one store has it and the other has not. Gives what was typed. */
async function crash(harness: DualHarness, docId: string, when: 'before-journal' | 'before-copy'): Promise<string> {
  const before = await harness.copy.count(docId);
  const doc = new Y.Doc();
  const opened = await harness.ending(when).store.open(docId, doc, { create: false });
  if (!opened.ok) throw new Error(opened.error.message);
  const text = doc.getText('words');
  text.insert(text.length, 'ended.');
  if (when === 'before-copy') await confirmed(opened.value);
  else while ((await harness.copy.count(docId)) <= before) await new Promise((resolve) => setTimeout(resolve, 2));
  return 'ended.';
}

describe('two stores of which one loses something', () => {
  it('show what was confirmed, whatever was edited and whichever store lost its end, all or a row between two openings', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (all) => {
        const harness = dualHarness({
          patience: 10_000,
          lockPatience: 500,
          work: workHere,
          journal: createMemoryJournal(),
        });
        const docId = `losses-${(serial += 1)}`;
        let held = await open(harness, docId);
        held.text.insert(0, 'begun. ');
        for (const one of all) {
          if (one.kind === 'edit') held.text.insert(held.text.length, `${one.words}.`);
          else if (one.kind === 'erase') held.text.delete(one.at % held.text.length, 1);
          else if (one.kind === 'die') harness.journal.dieInAppend(one.carriedOut);
          else {
            await confirmed(held.open);
            const words = held.text.toString();
            await held.open.close();
            if (one.kind === 'lose') await lose(harness, docId, one);
            const added = one.kind === 'crash' ? await crash(harness, docId, one.when) : '';
            held = await open(harness, docId);
            expect(held.text.toString()).toBe(words + added);
            // One store at a time: the next loss comes when this one is made good.
            await confirmed(held.open);
          }
          if (held.text.length === 0) held.text.insert(0, '.');
        }
        await confirmed(held.open);
        await held.open.close();
      }),
      {
        numRuns: 120,
        examples: [
          // Found by chance: an edit stored twice, of which the journal lost one and the copy then the only other.
          [
            [
              { kind: 'die', carriedOut: true },
              { kind: 'lose', store: 'journal', how: 'tail', rows: 1 },
              { kind: 'lose', store: 'copy', how: 'damage', rows: 1 },
            ],
          ],
        ],
      },
    );
  });
});
