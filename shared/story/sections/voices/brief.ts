import { joined } from '../../brief-block.ts';
import type { BriefBlock, PrintedEntry } from '../../brief-block.ts';

interface Voice {
  readonly name: string;
  readonly lifespan: string;
  readonly era: string;
  readonly field: string;
  readonly text: string;
}

/** The voices as fiction: the brief prints each in a box that says what it is. */
export function briefVoices(entries: readonly PrintedEntry<Voice>[]): readonly BriefBlock[] | null {
  if (entries.length === 0) return null;
  const pieces = entries.map(({ kind, id, fields }) => ({
    ref: { kind, id },
    name: fields.name || 'Unnamed voice',
    meta: joined([fields.lifespan, fields.era, fields.field]),
    text: fields.text,
  }));
  return [{ type: 'fiction', pieces }];
}
