import { memo } from 'react';
import { passages as passagesSection } from '../../../../shared/story/sections/passages/index.ts';
import { plainFromRich } from '../../../../shared/story/rich-text.ts';
import { RichTextView } from '../../../editor/index.ts';
import { useReadOnly } from '../../../session/session-context.ts';
import { Button } from '../../../ui/index.ts';
import { Candidates } from './Candidates.tsx';
import { EvidenceLines } from './EvidenceLines.tsx';
import type { FoundPassage } from './found-passage.ts';
import { PassageMenu } from './PassageMenu.tsx';
import styles from './reader.module.css';
import { stateWords } from './state-words.ts';
import { useConfirmPlace } from './use-confirm-place.ts';
import { useReaderPage } from './page-context.ts';

interface MarginItemProps extends FoundPassage {
  readonly isChosen: boolean;
  /** Where it stands beside the text, CSS pixels; null where it stands in a list. */
  readonly top: number | null;
  readonly onShow: () => void;
}

/** One passage beside the text: its words, what they are evidence for, its note, and what became of it in this version. */
export const MarginItem = memo(
  function MarginItem({ passage, found, isChosen, top, onShow }: MarginItemProps) {
    const { colour, note, quote } = passage.fields;
    const isReadOnly = useReadOnly();
    const { version } = useReaderPage();
    const confirm = useConfirmPlace(passage, version);
    const state = stateWords(found);
    const hasNote = plainFromRich(note).trim() !== '';
    return (
      <li
        className={styles.passage}
        data-passage={passage.id}
        data-colour={colour}
        data-chosen={isChosen || undefined}
        // A property through the DOM, which the content policy allows.
        style={top === null ? undefined : { top }}
      >
        <div className={styles.passageHead}>
          <button
            type="button"
            className={styles.quote}
            aria-current={isChosen || undefined}
            aria-label={`${passagesSection.fields.colour.plain(colour)} highlight: ${quote?.exact ?? 'empty passage'}`}
            onClick={onShow}
          >
            <span aria-hidden="true">“{quote?.exact ?? ''}”</span>
          </button>
          {!isReadOnly && <PassageMenu passage={passage} found={found} />}
        </div>
        <EvidenceLines passage={passage.id} />
        {hasNote && <RichTextView value={note} className={styles.note} />}
        {state !== '' && (
          <p className={styles.state} data-state={found?.state}>
            {state}
          </p>
        )}
        {found?.state === 'doubtful' && (
          <Candidates candidates={found.candidates} confirm={isReadOnly ? null : confirm} />
        )}
        {found?.state === 'refused' && !isReadOnly && (
          <Button size="small" variant="quiet" onPress={confirm.forget}>
            Look for it again
          </Button>
        )}
      </li>
    );
  },
  (before, after) =>
    before.passage === after.passage &&
    before.found === after.found &&
    before.isChosen === after.isChosen &&
    before.top === after.top,
);
