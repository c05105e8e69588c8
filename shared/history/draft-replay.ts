import * as Y from 'yjs';
import type { DraftBlock } from '../story/draft-block.ts';
import { readDraftBlocks } from '../story/reading/draft-blocks.ts';
import { refKey } from '../story/ref.ts';
import type { RowInfo } from './document-rows.ts';
import { goesOn, Record } from './record.ts';
import type { Recorded, Track } from './record.ts';

/** The name under which a draft's text counts as a field. */
export const draftTextField = 'text';

/** The text of a draft as far as its rows have been applied, and what each of them did. */
export class DraftReplay {
  readonly doc = new Y.Doc();
  readonly record = new Record();
  readonly track: Track;

  constructor(draftId: string, start: readonly Uint8Array[] = []) {
    for (const update of start) Y.applyUpdate(this.doc, update);
    const ref = { kind: 'drafts', id: draftId };
    const subject = { type: 'draft', ref } as const;
    this.track = { key: `${refKey(ref)}#text`, subject, of: 'field', field: draftTextField, recorded: [] };
  }

  apply(row: RowInfo, bytes: Uint8Array): void {
    const last = this.track.recorded.at(-1);
    // A draft's document holds nothing but its text, so the row alone says whether a new change begins.
    const before = last !== undefined && goesOn(last, 'changed', row) ? [] : readDraftBlocks(this.doc);
    Y.applyUpdate(this.doc, bytes);
    this.record.add(row, [{ track: this.track, verb: 'changed', before: () => before, alongside: false }]);
  }

  after(recorded: Recorded): readonly DraftBlock[] {
    const next = this.track.recorded[this.track.recorded.indexOf(recorded) + 1];
    // What this class itself put there as `before`.
    return next === undefined ? readDraftBlocks(this.doc) : (next.before as readonly DraftBlock[]);
  }

  dispose(): void {
    this.doc.destroy();
  }
}
