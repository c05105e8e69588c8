import { registerList } from '@lexical/list';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { setScrollableTablesActive } from '@lexical/table';
import { mergeRegister } from 'lexical';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type * as Y from 'yjs';
import { actions } from '../session/actions.ts';
import { usePresence } from '../session/presence.ts';
import { useSession } from '../session/session-context.ts';
import { bindDraft } from './bind-draft.ts';
import type { DraftFailure } from './bind-draft.ts';
import { registerChosenNodeInput } from './chosen-node-input.ts';
import { Comments } from './comments/Comments.tsx';
import { SourcesCited } from './citations/SourcesCited.tsx';
import { useDraftCitations } from './citations/use-draft-citations.ts';
import { draftNodes } from './draft-nodes.ts';
import { joinUndo } from './draft-undo.ts';
import { draftTheme } from './draft-theme.ts';
import { DraftToolbar } from './DraftToolbar.tsx';
import styles from './draft.module.css';
import { Footnotes } from './footnotes/Footnotes.tsx';
import { Pictures } from './images/Pictures.tsx';
import { FindBar } from './find/FindBar.tsx';
import { usePastedMarkdown } from './from-markdown/use-pasted-markdown.ts';
import { registerKeptCaret } from './keep-caret.ts';
import { LinkBox } from './LinkBox.tsx';
import { registerChecklists } from './lists/register-checklists.ts';
import { registerMarkdown } from './markdown.ts';
import { $nodesToInsert } from './nodes-from-blocks.ts';
import { Outline } from './outline/Outline.tsx';
import outline from './outline/Outline.module.css';
import { useOutlineShown } from './outline/use-outline-shown.ts';
import type { OutlineShown } from './outline/use-outline-shown.ts';
import { registerPaste } from './paste.ts';
import { ReferenceMenu } from './ReferenceMenu.tsx';
import { registerDraftKeys } from './register-draft-keys.ts';
import { draftMarks, registerTidy } from './register-tidy.ts';
import { registerUndo } from './register-undo.ts';
import { Spelling } from './spelling/Spelling.tsx';
import { registerTables } from './tables/register-tables.ts';
import { TeammateCarets } from './teammates/teammate-carets.ts';
import { TeammateLayer } from './teammates/TeammateLayer.tsx';
import { useHeight } from './use-height.ts';

export interface DraftEditorProps {
  /** The accessible name of the text: "Text of draft What a day is worth". */
  readonly label: string;
  readonly doc: Y.Doc;
  /** What stands above the text and scrolls with it: the title. */
  readonly children?: ReactNode;
  /** Told when the draft cannot be shown for writing any more; the document is untouched. */
  readonly onFailure: (failure: DraftFailure) => void;
}

const namespace = 'backstory-draft';

/** Where a draft is written: its toolbar, and the text bound to its document. */
export function DraftEditor({ label, doc, children, onFailure }: DraftEditorProps) {
  // Lexical reads its configuration once.
  const [config] = useState(() => ({
    namespace,
    nodes: draftNodes,
    theme: draftTheme,
    // The document says what is shown.
    editorState: null,
    onError: (error: Error) => {
      throw error;
    },
  }));
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const shown = useOutlineShown(body);
  const [head, height] = useHeight();
  const presence = usePresence();
  const carets = useMemo(() => new TeammateCarets(doc.guid, presence), [doc, presence]);
  return (
    <LexicalComposer initialConfig={config}>
      <Binding doc={doc} carets={carets} onFailure={onFailure} />
      <div className={styles.head} ref={head}>
        <Tools shown={shown} height={height} />
      </div>
      <div
        className={outline.body}
        ref={setBody}
        style={{ '--draft-head': `${height}px` } as CSSProperties /* a property of our own */}
      >
        <Beside shown={shown} />
        <div className={styles.page} ref={setFrame}>
          {children}
          <div className={styles.frame} data-takes="pictures">
            <RichTextPlugin
              contentEditable={
                <ContentEditable
                  className={styles.text ?? ''}
                  aria-label={label}
                  aria-multiline
                  spellCheck={false}
                  aria-placeholder="Write here. Type @ to refer to an entry, # for a heading."
                  placeholder={
                    <div className={styles.placeholder}>Write here. Type @ to refer to an entry, # for a heading.</div>
                  }
                />
              }
              ErrorBoundary={LexicalErrorBoundary}
            />
          </div>
          <div className={styles.below}>
            <Below />
          </div>
          <Floating frame={frame} doc={doc} carets={carets} />
        </div>
      </div>
    </LexicalComposer>
  );
}

function Tools({ shown, height }: { readonly shown: OutlineShown; readonly height: number }) {
  const [editor] = useLexicalComposerContext();
  return (
    <>
      <DraftToolbar editor={editor} outline={shown} />
      <FindBar editor={editor} height={height} />
    </>
  );
}

function Beside({ shown }: { readonly shown: OutlineShown }) {
  const [editor] = useLexicalComposerContext();
  return <Outline editor={editor} shown={shown} />;
}

function Below() {
  const [editor] = useLexicalComposerContext();
  return (
    <>
      <Footnotes editor={editor} />
      <SourcesCited />
    </>
  );
}

interface FloatingProps {
  readonly frame: HTMLElement | null;
  readonly doc: Y.Doc;
  readonly carets: TeammateCarets;
}

function Floating({ frame, doc, carets }: FloatingProps) {
  const [editor] = useLexicalComposerContext();
  return (
    <>
      <TeammateLayer editor={editor} carets={carets} />
      <LinkBox editor={editor} frame={frame} />
      <ReferenceMenu editor={editor} frame={frame} />
      <Pictures editor={editor} />
      <Comments editor={editor} doc={doc} />
      <Spelling editor={editor} frame={frame} draft={doc.guid} />
    </>
  );
}

interface BindingProps extends Pick<DraftEditorProps, 'doc' | 'onFailure'> {
  readonly carets: TeammateCarets;
}

function Binding({ doc, carets, onFailure }: BindingProps) {
  const [editor] = useLexicalComposerContext();
  const { undo } = useSession();
  const markdown = usePastedMarkdown();
  useDraftCitations(editor, doc.guid);
  // Before the first paint, so that a written draft is never seen empty.
  useLayoutEffect(() => {
    joinUndo(undo, doc);
    // A wide table scrolls by itself; said before the first one is shown.
    setScrollableTablesActive(editor, true);
    return bindDraft(editor, doc, { onFailure, onCaret: carets.tell, onBound: carets.bound });
  }, [editor, doc, carets, undo, onFailure]);
  useEffect(() => {
    // Taking back one's own words in front of one's eyes needs no message; anything else says what it was.
    const steps = {
      undo: () => (undo.next('undo') === doc.guid ? void undo.undo() : void actions.run('edit.undo')),
      redo: () => (undo.next('redo') === doc.guid ? void undo.redo() : void actions.run('edit.redo')),
    };
    return mergeRegister(
      registerList(editor),
      registerChecklists(editor),
      registerTables(editor),
      registerTidy(editor, draftMarks),
      registerMarkdown(editor),
      registerDraftKeys(editor),
      registerChosenNodeInput(editor),
      registerKeptCaret(editor),
      registerPaste(editor, { namespace, $nodes: $nodesToInsert, markdown }),
      registerUndo(editor, steps),
    );
  }, [editor, doc, undo, markdown]);
  return null;
}
