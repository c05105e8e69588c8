import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anyChange, ordinaryChange } from './testing/any-change.suite.ts';
import { anyChoice, anyText } from './testing/any-text.suite.ts';
import { Tally, tryChanges } from './testing/tally.suite.ts';

const folder = new URL('../../../shared/stories/', import.meta.url);
const real = ['source-rferl', 'source-atlantic-council', 'peace-2026-01-29', 'peace-2025-12-30']
  .map((name) => new URL(`${name}.txt`, folder))
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8'));

/** Stretches of real articles. */
const anyExcerpt = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 500, max: 2500 })).map(([which, at, length]) => {
  const text = real[which % real.length] ?? '';
  const start = at % Math.max(1, text.length - 500);
  return text.slice(start, start + length);
});

/** 10,000 changed texts at least, also where there are no real ones. */
const kinds = [
  { name: 'made-up texts', texts: anyText, runs: real.length === 0 ? 5500 : 3000, there: true },
  { name: 'real articles', texts: anyExcerpt, runs: 3000, there: real.length > 0 },
];

describe('passages of changed texts', () => {
  for (const { name, texts, runs, there } of kinds) {
    for (const withEarlier of [false, true]) {
      const how = withEarlier ? 'with the earlier text' : 'with the anchor alone';
      it.skipIf(!there)(`[AN14] no wrong answer without a question in ${name} ${how}`, () => {
        const tally = new Tally();
        fc.assert(
          fc.property(
            texts,
            anyChoice,
            fc.array(anyChange, { minLength: 1, maxLength: 6 }),
            (text, choice, changes) => {
              expect(tryChanges(text, choice, changes, withEarlier, tally)).toBeNull();
            },
          ),
          // Another sample may have a text in which nobody could tell: see [AN14].
          { numRuns: runs },
        );
        expect(tally.wrong).toBe(0);
        expect(tally.sameReading).toBeLessThan(runs / 500);
        // Half of these texts repeat the passage: it must be there among what is asked, at least.
        expect(tally.recall.any).toBeGreaterThan(0.97);
      });
    }
  }

  it.skipIf(real.length === 0)(
    '[AN14] most passages of real articles survive ordinary edits without a question',
    () => {
      const tallies = { alone: new Tally(), both: new Tally() };
      fc.assert(
        fc.property(
          anyExcerpt,
          anyChoice,
          fc.array(ordinaryChange, { minLength: 1, maxLength: 3 }),
          (text, choice, changes) => {
            expect(tryChanges(text, choice, changes, false, tallies.alone)).toBeNull();
            expect(tryChanges(text, choice, changes, true, tallies.both)).toBeNull();
          },
        ),
        // The same sample each time: a rate wavers, and says nothing of a change then.
        { numRuns: 1000, seed: 20260129 },
      );
      expect(tallies.alone.recall.silent).toBeGreaterThan(0.6);
      expect(tallies.both.recall.silent).toBeGreaterThan(0.85);
      expect(tallies.both.recall.any).toBeGreaterThan(0.98);
    },
  );
});
