import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { putBackDraftText } from '../../shared/story/commands/put-back-draft.ts';
import { CommandOrigin } from '../../shared/story/commands/writer.ts';
import { draftRoot } from '../../shared/story/document.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { draftPeer, shown } from './testing/draft-peer.ts';
import { $doEdit, verbs } from './testing/random-edits.ts';

const anEdit = fc.record({
  verb: fc.constantFrom(...verbs),
  from: fc.nat(200),
  to: fc.nat(200),
  text: fc.constantFrom('a', 'bc', ' ', 'dredger ', '🚢', 'x\ny'),
});
const edits = fc.array(anEdit, { maxLength: 8 });

test('an earlier text of an open draft is put back as it was, and undone in one step', () => {
  fc.assert(
    fc.property(edits, edits, (before, after) => {
      const mara = draftPeer();
      for (const edit of before) mara.edit(() => $doEdit(edit));
      const past = new Y.Doc();
      Y.applyUpdate(past, Y.encodeStateAsUpdate(mara.doc));
      const [pastText, pastShown] = [readDraftBlocks(past), shown(mara)];
      for (const edit of after) mara.edit(() => $doEdit(edit));
      const presentText = readDraftBlocks(mara.doc);
      const undo = new Y.UndoManager(draftRoot(mara.doc), { trackedOrigins: new Set([CommandOrigin]) });

      putBackDraftText(mara.doc, past);
      expect(readDraftBlocks(mara.doc)).toEqual(pastText);
      expect(shown(mara)).toEqual(pastShown);
      expect(readDraftBlocks(past)).toEqual(pastText);

      undo.undo();
      expect(readDraftBlocks(mara.doc)).toEqual(presentText);
      expect(mara.failures).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
