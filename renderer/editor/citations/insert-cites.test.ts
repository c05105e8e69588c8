import { createHeadlessEditor } from '@lexical/headless';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
} from 'lexical';
import { expect, test } from 'vitest';
import { draftNodes } from '../draft-nodes.ts';
import { $insertCited } from '../reference-query.ts';
import { $createCitationNode, $isCitationNode } from './CitationNode.tsx';
import { $insertCites } from './insert-cites.ts';

const [log, book] = [{ ref: { kind: 'sources', id: 'log' } }, { ref: { kind: 'sources', id: 'book' } }];

/** The paragraph after a change made in it with the caret at `|`: words, and ids of what is cited in brackets. */
function after(text: string, change: () => void, withCitation = false): string {
  const editor = createHeadlessEditor({ nodes: draftNodes });
  editor.update(
    () => {
      const at = text.indexOf('|');
      const [before, behind] = [text.slice(0, at), text.slice(at + 1)];
      const paragraph = $createParagraphNode();
      $getRoot().clear().append(paragraph);
      if (before !== '') paragraph.append($createTextNode(before));
      if (withCitation) paragraph.append($createCitationNode([book]));
      if (behind !== '') paragraph.append($createTextNode(behind));
      if (withCitation || before === '') {
        const place = paragraph.getChildrenSize() - (behind === '' ? 0 : 1);
        paragraph.select(place, place);
      } else paragraph.getFirstDescendant()?.selectEnd();
    },
    { discrete: true },
  );
  editor.update(change, { discrete: true });
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('|');
    },
    { discrete: true },
  );
  return editor.getEditorState().read(() =>
    $getRoot()
      .getFirstChildOrThrow<ReturnType<typeof $createParagraphNode>>()
      .getChildren()
      .map((node) =>
        $isCitationNode(node)
          ? `[${node
              .cites()
              .map(({ ref }) => ref.id)
              .join(' ')}]`
          : node.getTextContent(),
      )
      .join(''),
  );
}

test('a citation stands at the caret, and the caret behind it', () => {
  const cite = (): void => $insertCites([log]);
  expect(after('It swung.| All saw.', cite)).toBe('It swung.[log]| All saw.');
  expect(after('It swung.|', cite)).toBe('It swung.[log]|');
  expect(after('|', cite)).toBe('[log]|');
});

test('right behind a citation what is cited becomes a part of it', () => {
  expect(after('It swung.| All saw.', () => $insertCites([log]), true)).toBe('It swung.[book log]| All saw.');
});

test('words that are selected stay: the citation stands behind them', () => {
  const cite = (): void => {
    const words = $getRoot().getFirstDescendant();
    if ($isTextNode(words)) words.select(8, 3);
    $insertCites([log]);
  };
  expect(after('It swung. |', cite)).toBe('It swung[log]|. ');
});

test('the citation takes the place of the @ and what was written after it', () => {
  expect(after('It swung @lo|, all saw.', () => $insertCited([log]))).toBe('It swung [log]|, all saw.');
  expect(after('@lo|', () => $insertCited([log]))).toBe('[log]|');
});
