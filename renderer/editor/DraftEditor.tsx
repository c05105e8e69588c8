import { registerList } from '@lexical/list';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { mergeRegister } from 'lexical';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type * as Y from 'yjs';
import { actions } from '../session/actions.ts';
import { useSession } from '../session/session-context.ts';
import { bindDraft } from './bind-draft.ts';
import type { DraftFailure } from './bind-draft.ts';
import { draftNodes } from './draft-nodes.ts';
import { joinUndo } from './draft-undo.ts';
import { draftTheme } from './draft-theme.ts';
import { DraftToolbar } from './DraftToolbar.tsx';
import styles from './draft.module.css';
import { LinkBox } from './LinkBox.tsx';
import { registerMarkdown } from './markdown.ts';
import { $nodesToInsert } from './nodes-from-blocks.ts';
import { registerPaste } from './paste.ts';
import { ReferenceMenu } from './ReferenceMenu.tsx';
import { registerDraftKeys } from './register-draft-keys.ts';
import { draftMarks, registerTidy } from './register-tidy.ts';
import { registerUndo } from './register-undo.ts';

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
  return (
    <LexicalComposer initialConfig={config}>
      <Binding doc={doc} onFailure={onFailure} />
      <Toolbar />
      <div className={styles.page} ref={setFrame}>
        {children}
        <div className={styles.frame}>
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
        <Floating frame={frame} />
      </div>
    </LexicalComposer>
  );
}

function Toolbar() {
  const [editor] = useLexicalComposerContext();
  return <DraftToolbar editor={editor} />;
}

function Floating({ frame }: { readonly frame: HTMLElement | null }) {
  const [editor] = useLexicalComposerContext();
  return (
    <>
      <LinkBox editor={editor} frame={frame} />
      <ReferenceMenu editor={editor} frame={frame} />
    </>
  );
}

function Binding({ doc, onFailure }: Pick<DraftEditorProps, 'doc' | 'onFailure'>) {
  const [editor] = useLexicalComposerContext();
  const { undo } = useSession();
  // Before the first paint, so that a written draft is never seen empty.
  useLayoutEffect(() => {
    joinUndo(undo, doc);
    return bindDraft(editor, doc, onFailure);
  }, [editor, doc, undo, onFailure]);
  useEffect(() => {
    // Taking back one's own words in front of one's eyes needs no message; anything else says what it was.
    const steps = {
      undo: () => (undo.next('undo') === doc.guid ? void undo.undo() : void actions.run('edit.undo')),
      redo: () => (undo.next('redo') === doc.guid ? void undo.redo() : void actions.run('edit.redo')),
    };
    return mergeRegister(
      registerList(editor),
      registerTidy(editor, draftMarks),
      registerMarkdown(editor),
      registerDraftKeys(editor),
      registerPaste(editor, { namespace, $nodes: $nodesToInsert }),
      registerUndo(editor, steps),
    );
  }, [editor, doc, undo]);
  return null;
}
