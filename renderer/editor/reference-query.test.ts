import { createHeadlessEditor } from '@lexical/headless';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { expect, test } from 'vitest';
import { draftNodes } from './draft-nodes.ts';
import { $insertReference, $referenceQuery, $startReference, $takeBackReference } from './reference-query.ts';

/** What is looked for with the caret at `|`. */
function queryIn(text: string): string | null {
  const editor = createHeadlessEditor({ nodes: draftNodes });
  editor.update(
    () => {
      const node = $createTextNode(text.replace('|', ''));
      $getRoot().clear().append($createParagraphNode().append(node));
      node.select(text.indexOf('|'), text.indexOf('|'));
    },
    { discrete: true },
  );
  return editor.getEditorState().read(() => $referenceQuery()?.words ?? null);
}

test('an @ that begins a word looks for what follows it', () => {
  expect(queryIn('So says @sal|')).toBe('sal');
  expect(queryIn('@|')).toBe('');
  expect(queryIn('(@salvage ma|ster')).toBe('salvage ma');
});

test('addresses, writing on, and a caret elsewhere look for nothing', () => {
  expect(queryIn('mara@exam|ple.org')).toBeNull();
  expect(queryIn('@ then|')).toBeNull();
  expect(queryIn('@one  two|')).toBeNull();
  expect(queryIn('be|fore @sal')).toBeNull();
  expect(queryIn(`@${'long '.repeat(20)}|`)).toBeNull();
});

test('the reference stands in place of what was written, with the caret behind it', () => {
  const editor = createHeadlessEditor({ nodes: draftNodes });
  editor.update(
    () => {
      const node = $createTextNode('So says @sal, in private.');
      $getRoot().clear().append($createParagraphNode().append(node));
      node.select(12, 12);
      $insertReference({ ref: { kind: 'people', id: 'p1' }, title: 'Salvage master', what: 'Person' });
    },
    { discrete: true },
  );
  editor.getEditorState().read(() => {
    expect($getRoot().getTextContent()).toBe('So says Salvage master, in private.');
    expect($getRoot().getAllTextNodes()).toHaveLength(2);
  });
});

test.each(['It stood', 'It stood ', '(', ''])('what a command wrote behind “%s” is taken back whole', (words) => {
  const editor = createHeadlessEditor({ nodes: draftNodes });
  editor.update(
    () => {
      const text = $createTextNode(`${words} still.`);
      $getRoot().clear().append($createParagraphNode().append(text));
      const selection = text.select(words.length, words.length);
      const withBlank = $startReference();
      selection.insertText('salvage ma');
      expect($referenceQuery()?.words).toBe('salvage ma');
      $takeBackReference(withBlank);
      expect(selection.anchor.offset).toBe(words.length);
    },
    { discrete: true },
  );
  editor.getEditorState().read(() => expect($getRoot().getTextContent()).toBe(`${words} still.`));
});
