import { LinkNode } from '@lexical/link';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import {
  COMMAND_PRIORITY_NORMAL,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
} from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import { actions } from '../session/actions.ts';
import { cellText, spansOf } from '../../shared/story/draft-block.ts';
import type { DraftBlock, DraftSpan } from '../../shared/story/draft-block.ts';
import { plainFromRich } from '../../shared/story/rich-text.ts';
import type { RichText } from '../../shared/story/rich-text.ts';
import { classes } from '../ui/index.ts';
import { LinkBox } from './LinkBox.tsx';
import { $nodesToInsert } from './nodes-from-blocks.ts';
import { registerPaste } from './paste.ts';
import { proseTheme } from './prose-theme.ts';
import styles from './prose.module.css';
import { registerTidy, richMarks } from './register-tidy.ts';
import { focusEditor, registerUndo } from './register-undo.ts';
import { $readRich, $setCaret, $showRich } from './rich-state.ts';

export interface RichEditorProps {
  /** The accessible name: "Overview of the story". */
  readonly label: string;
  readonly value: RichText;
  /** Told after every key. */
  readonly onChange: (value: RichText) => void;
  readonly placeholder?: string | undefined;
  readonly readOnly?: boolean;
  /** Takes the focus when it appears; with a number, puts the caret behind that many letters. */
  readonly autoFocus?: boolean | number;
  /** Mod+Enter. */
  readonly onSubmit?: (() => void) | undefined;
  /** Escape; without it Escape leaves the text. */
  readonly onCancel?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  /**
   * Whose step Mod+Z takes back: the notebook's latest where every change is stored as it is made, its own where the words
   * are not sent yet.
   */
  readonly undo?: 'notebook' | 'own';
  readonly className?: string | undefined;
  readonly inputRef?: Ref<HTMLElement> | undefined;
}

const namespace = 'backstory-rich';
/** The tag of an update that shows what came from outside. */
const fromOutside = 'from-outside';

/** The editor behind `RichTextField`, loaded when one is needed. */
export function RichEditor(props: RichEditorProps) {
  // Lexical reads its configuration once.
  const [config] = useState(() => ({
    namespace,
    nodes: [LinkNode],
    theme: proseTheme,
    editable: props.readOnly !== true,
    editorState: () => $showRich(props.value),
    onError: (error: Error) => {
      throw error;
    },
  }));
  return (
    <LexicalComposer initialConfig={config}>
      <Inside {...props} />
    </LexicalComposer>
  );
}

function Inside(props: RichEditorProps) {
  const { label, value, placeholder, className, readOnly = false, undo = 'notebook', inputRef, onBlur } = props;
  const [editor] = useLexicalComposerContext();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  useRules(props);
  useValue(value, props.onChange);
  useEffect(() => editor.setEditable(!readOnly), [editor, readOnly]);
  const { autoFocus } = props;
  useEffect(() => {
    if (autoFocus === undefined || autoFocus === false) return;
    focusEditor(editor);
    if (typeof autoFocus === 'number') editor.update(() => $setCaret([autoFocus, autoFocus]));
    // Only when it appears.
  }, [editor]); // eslint-disable-line react-hooks/exhaustive-deps
  return (
    <div className={styles.frame} ref={setFrame}>
      <RichTextPlugin
        contentEditable={
          <ContentEditable
            className={classes(styles.prose, className)}
            aria-label={label}
            aria-multiline
            spellCheck={false}
            aria-placeholder={placeholder ?? ''}
            placeholder={<div className={styles.placeholder}>{placeholder}</div>}
            {...(inputRef === undefined ? {} : { ref: inputRef as Ref<HTMLDivElement> })}
            onBlur={(event) => {
              const inside = event.relatedTarget instanceof Node && frame?.contains(event.relatedTarget) === true;
              if (!inside) onBlur?.();
            }}
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      {undo === 'own' && <HistoryPlugin />}
      <LinkBox editor={editor} frame={frame} />
    </div>
  );
}

function useRules(props: RichEditorProps): void {
  const [editor] = useLexicalComposerContext();
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const joinsNotebook = props.undo !== 'own';
  useEffect(() => {
    const steps = { undo: () => void actions.run('edit.undo'), redo: () => void actions.run('edit.redo') };
    return mergeRegister(
      registerTidy(editor, richMarks),
      registerPaste(editor, {
        namespace,
        // Headings and lists become plain paragraphs: there is nothing else here.
        $nodes: (blocks) => $nodesToInsert(blocks.flatMap(plainLines)),
        markdown: async (text) => (await import('./from-markdown/paste-markdown.ts')).pastedMarkdown(text, null),
      }),
      joinsNotebook ? registerUndo(editor, steps) : () => undefined,
      // Every line is a paragraph of the value.
      editor.registerCommand(
        INSERT_LINE_BREAK_COMMAND,
        () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
        COMMAND_PRIORITY_NORMAL,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const { onSubmit } = latest.current;
          if (event === null || onSubmit === undefined || !(event.ctrlKey || event.metaKey)) return false;
          event.preventDefault();
          onSubmit();
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          event.preventDefault();
          const { onCancel } = latest.current;
          if (onCancel === undefined) editor.blur();
          else onCancel();
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    );
  }, [editor, joinsNotebook]);
}

/** The runs of a block without what only drafts have, each line a paragraph. */
function plainLines(block: DraftBlock): readonly DraftBlock[] {
  const runs =
    block.type === 'list'
      ? block.items.map((item) => item.spans)
      : block.type === 'table'
        ? block.rows.map(({ cells }) => [{ text: cells.map((cell) => cellText(cell)).join('\u2003') }])
        : [spansOf([block])];
  return runs.map((spans) => ({ type: 'paragraph', spans: spans.flatMap(plainSpan) }));
}

/** A footnote's words stand where its sign stood; what has no words is left out. */
function plainSpan({ text, bold, italic, link, footnote }: DraftSpan): readonly DraftSpan[] {
  if (footnote !== undefined) return [{ text: ` [${plainFromRich(footnote)}]` }];
  if (text === '') return [];
  return [
    {
      text,
      ...(bold === true ? { bold } : {}),
      ...(italic === true ? { italic } : {}),
      ...(link === undefined ? {} : { link }),
    },
  ];
}

/** Tells of what is typed, and shows what others changed meanwhile with the caret kept at its words. */
function useValue(value: RichText, onChange: (value: RichText) => void): void {
  const [editor] = useLexicalComposerContext();
  const told = useRef<string[]>([]);
  const tell = useRef(onChange);
  useLayoutEffect(() => {
    tell.current = onChange;
  });
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (tags.has(fromOutside) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
        const next = editorState.read($readRich);
        const key = JSON.stringify(next);
        if (key === told.current.at(-1)) return;
        told.current = [...told.current.slice(-20), key];
        tell.current(next);
      }),
    [editor],
  );
  useLayoutEffect(() => {
    const key = JSON.stringify(value);
    // What we told of comes back, perhaps after later keys.
    const echo = told.current.lastIndexOf(key);
    if (echo >= 0) {
      told.current = told.current.slice(echo);
      return;
    }
    told.current = [key];
    editor.update(() => $showRich(value), { tag: [fromOutside, 'skip-scroll-into-view'], discrete: true });
  }, [editor, value]);
}
