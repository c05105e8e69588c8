import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { NodeKey } from 'lexical';
import { COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND } from 'lexical';
import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import type { DraftCite } from '../../../shared/story/draft-block.ts';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import { classes } from '../../ui/index.ts';
import { focusEditor } from '../register-undo.ts';
import { useChosenNode } from '../use-chosen-node.ts';
import { CitationDetails } from './CitationDetails.tsx';
import { CitationPeek } from './CitationPeek.tsx';
import styles from './citations.module.css';
import { useCitations, useIsOpen, useShownCitation, useShownCitations } from './open-citations.ts';
import { RichRuns } from './RichRuns.tsx';
import { usePeek } from './use-peek.ts';

/** Numbers and letters are signs; author and date are words of the sentence. */
const signs = { numeric: styles.number, notes: styles.note, 'author-date': undefined } as const;

interface Props {
  readonly nodeKey: NodeKey;
  readonly cites: readonly DraftCite[];
}

/** A citation as it stands in the text: its number, or author and date. Shows what it names; a click, or Enter on it, opens its details. */
export function CitationMark({ nodeKey, cites }: Props) {
  const [editor] = useLexicalComposerContext();
  const citations = useCitations();
  const shown = useShownCitation(nodeKey);
  const { style, order } = useShownCitations();
  const isChosen = useChosenNode(editor, nodeKey);
  const isOpen = useIsOpen(nodeKey);
  const mark = useRef<HTMLSpanElement>(null);
  const peek = usePeek(isChosen && !isOpen);
  useEffect(() => {
    if (!isChosen) return;
    return editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        event?.preventDefault();
        citations.setOpen(nodeKey);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    );
  }, [editor, isChosen, citations, nodeKey]);
  const isNote = style === 'notes';
  const words = isNote ? noteSign(order.indexOf(nodeKey)) : plainFromRich(shown?.mark ?? []) || '[…]';
  const keepCaret = (event: MouseEvent): void => event.preventDefault();
  const close = (): void => {
    citations.setOpen(null);
    focusEditor(editor);
  };
  return (
    <>
      <span
        ref={mark}
        // No button: it would not go over the end of a line, as names and dates have to.
        role="button"
        // Reached with the caret, like the words around it; Enter is handled above.
        tabIndex={-1}
        className={classes(styles.mark, signs[style], isChosen && styles.chosen)}
        aria-label={`Citation ${words}${shown?.isStale === true ? ', changed since it was cited' : ''}`}
        aria-haspopup="dialog"
        aria-describedby={peek.isShown ? peek.id : undefined}
        data-stale={shown?.isStale === true || undefined}
        data-missing={shown?.works.some(({ listed }) => listed === null) || undefined}
        onMouseDown={keepCaret}
        onClick={() => citations.setOpen(nodeKey)}
        // For those who focus it by other means than the caret.
        onKeyDown={({ key }) => key === 'Enter' && citations.setOpen(nodeKey)}
        {...peek.hover}
      >
        {isNote || shown === undefined || shown.mark.length === 0 ? words : <RichRuns runs={shown.mark} />}
      </span>
      {peek.isShown && !isOpen && shown !== undefined && (
        <CitationPeek id={peek.id} anchor={mark} shown={shown} isNote={isNote} hover={peek.hover} />
      )}
      {isOpen && <CitationDetails nodeKey={nodeKey} cites={cites} anchor={mark} onClose={close} />}
    </>
  );
}

/** a, b, … z, aa, …: footnotes have the numbers. In a brief both are notes of one series. */
function noteSign(at: number): string {
  if (at < 0) return '*';
  const last = String.fromCharCode(97 + (at % 26));
  return at < 26 ? last : noteSign(Math.floor(at / 26) - 1) + last;
}
