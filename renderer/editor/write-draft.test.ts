import fc from 'fast-check';
import { $getRoot } from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeDraftText } from '../../shared/story/commands/write-draft.ts';
import type { DraftBlock } from '../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { anyDraftBlocks, normal } from '../../shared/story/testing/any-draft-blocks.suite.ts';
import { $nodesFromBlocks } from './nodes-from-blocks.ts';
import { draftPeer, shown } from './testing/draft-peer.ts';

test('a draft written without an editor is what the editor itself writes and shows', () => {
  fc.assert(
    fc.property(anyDraftBlocks({ words: fc.string({ unit: 'grapheme', maxLength: 6 }) }), (any) => {
      // The editor leaves no table or picture as the last block: there would be no place for the caret below it.
      const blocks = normal([...any.map(even), { type: 'paragraph', spans: [{ text: 'Others turn back.' }] }]);
      const doc = new Y.Doc();
      writeDraftText(doc, blocks);
      const opened = draftPeer(doc);
      const typed = draftPeer();
      typed.edit(() => {
        $getRoot()
          .clear()
          .append(...$nodesFromBlocks(blocks));
      });
      expect(opened.failures).toEqual([]);
      expect(readDraftBlocks(typed.doc)).toEqual(blocks);
      if (blocks.length > 0) expect(joinedLinks(shown(opened))).toEqual(joinedLinks(shown(typed)));
    }),
    { numRuns: 40 },
  );
});

/** The editor gives every row of a table as many cells: here each has one. */
function even(block: DraftBlock): DraftBlock {
  if (block.type !== 'table') return block;
  const rows = block.rows.map(({ cells: [cell] }) => ({
    cells: cell === undefined ? [] : [{ header: cell.header, blocks: cell.blocks }],
  }));
  return { ...block, rows };
}

interface Shown {
  readonly type?: string;
  readonly url?: string;
  readonly children?: readonly Shown[];
}

/** Links that stand side by side and lead to the same place, as one: typing makes one of each run. */
function joinedLinks(node: unknown): Shown {
  // What `shown` gives is an editor's nodes as JSON.
  const { children, ...own } = node as Shown;
  if (children === undefined) return own;
  const joined: Shown[] = [];
  for (const child of children.map(joinedLinks)) {
    const before = joined.at(-1);
    if (child.type === 'link' && before?.type === 'link' && before.url === child.url)
      joined[joined.length - 1] = { ...child, children: [...(before.children ?? []), ...(child.children ?? [])] };
    else joined.push(child);
  }
  return { ...own, children: joined };
}
