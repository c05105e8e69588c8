import { LinkNode } from '@lexical/link';
import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import { plainFromRich } from '../../shared/story/rich-text.ts';
import type { RichSpan, RichText } from '../../shared/story/rich-text.ts';
import { $readRich, $setCaret, $showRich } from './rich-state.ts';

function editorOf(value: RichText): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: [LinkNode],
    onError: (error) => {
      throw error;
    },
  });
  show(editor, value);
  return editor;
}

function show(editor: LexicalEditor, value: RichText): void {
  editor.update(() => $showRich(value), { discrete: true });
}

const read = (editor: LexicalEditor): RichText => editor.getEditorState().read($readRich);

function type(editor: LexicalEditor, text: string): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(text);
    },
    { discrete: true },
  );
}

const aSpan: fc.Arbitrary<RichSpan> = fc.record(
  {
    text: fc.constantFrom('delay', ' is not ', 'loss', 'a\nb', '\n', '🚢', 'x'),
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.constant('https://example.org/'),
  },
  { requiredKeys: ['text'] },
);

test('what is shown is read back with its marks', () => {
  const value: RichText = [
    { text: 'The canal carries ' },
    { text: '12%', bold: true, italic: true },
    { text: ' of ' },
    { text: 'world trade', link: 'https://example.org/share' },
    { text: '\nDelay is not loss.' },
  ];
  expect(plainFromRich(read(editorOf(value)))).toBe(plainFromRich(value));
  expect(read(editorOf(value)).filter((span) => span.bold || span.link)).toEqual([value[1], value[3]]);
});

test('any rich text keeps its words and line ends, and showing what was read changes nothing', () => {
  fc.assert(
    fc.property(fc.array(aSpan), fc.array(aSpan), (first, second) => {
      const editor = editorOf(first);
      const once = read(editor);
      expect(plainFromRich(once)).toBe(plainFromRich(first));
      show(editor, second);
      expect(plainFromRich(read(editor))).toBe(plainFromRich(second));
      show(editor, once);
      expect(read(editor)).toEqual(once);
    }),
  );
});

test('what somebody else writes before the caret leaves the caret at its words', () => {
  const editor = editorOf([{ text: 'one two\nthree' }]);
  editor.update(() => $setCaret([4, 4]), { discrete: true });
  show(editor, [{ text: 'zero ', bold: true }, { text: 'one two\nthree, four' }]);
  type(editor, 'and ');
  expect(plainFromRich(read(editor))).toBe('zero one and two\nthree, four');
});

test('an unsafe link is words only', () => {
  expect(read(editorOf([{ text: 'press me', link: 'javascript:alert(1)' }]))).toEqual([{ text: 'press me' }]);
});
