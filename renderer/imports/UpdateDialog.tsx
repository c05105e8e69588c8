import { useMemo, useState } from 'react';
import { chosenChanges, currentStory, planUpdate } from '../../shared/imports/index.ts';
import type { UpdateChoice } from '../../shared/imports/index.ts';
import type { ImportChanges } from '../../shared/story/import-changes.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { NotebookSession } from '../session/notebook-session.ts';
import { Button, Dialog } from '../ui/index.ts';
import { CapturedOnField } from './CapturedOnField.tsx';
import { capturedStory } from './draft-entries.ts';
import styles from './imports.module.css';
import { StoryParts } from './StoryParts.tsx';
import { choiceOf, chosenCount, groupsOf, tallyOf, withChoices } from './update-groups.ts';
import type { Choices } from './update-groups.ts';
import { DoubtfulItems, KnownItems, TickItems } from './UpdateItems.tsx';
import { WaitingNames } from './WaitingNames.tsx';
import type { WaitingProps } from './WaitingNames.tsx';

interface UpdateDialogProps extends WaitingProps {
  readonly draft: ImportDraft;
  readonly session: NotebookSession;
  readonly onAccept: (changes: ImportChanges) => void;
  readonly onCancel: () => void;
}

/** What a later page says otherwise than the notebook. Only what is ticked is taken over. */
export function UpdateDialog({ draft, session, waiting, onForget, onAccept, onCancel }: UpdateDialogProps) {
  const [capturedOn, setCapturedOn] = useState(draft.story.capturedOn ?? null);
  const [choices, setChoices] = useState<Choices>(new Map());
  // As the notebook stood when the page was brought: what is ticked must not move under the pointer.
  const current = useMemo(() => currentStory(session.reader), [session]);
  const plan = useMemo(() => {
    const story = { ...draft.story, ...capturedStory(draft.story, capturedOn) };
    return planUpdate(current, { ...draft, story });
  }, [current, draft, capturedOn]);
  const groups = useMemo(() => groupsOf(plan), [plan]);
  const choose = (keys: readonly string[], choice: UpdateChoice): void =>
    setChoices((before) => withChoices(before, keys, choice));
  const count = chosenCount(plan, choices);
  const choosing = { choiceOf: (one: Parameters<typeof choiceOf>[1]) => choiceOf(choices, one), choose };
  return (
    <Dialog
      title={`Update from “${draft.fileName}”`}
      size="large"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>{count === 0 ? 'Close' : 'Cancel'}</Button>
          <Button variant="primary" isDisabled={count === 0} onPress={() => onAccept(chosenChanges(plan, choices))}>
            {count === 0 ? 'Nothing to take over' : `Take over ${count}`}
          </Button>
        </>
      }
    >
      <CapturedOnField value={capturedOn} onChange={setCapturedOn} inDays={draft.story.nextInDays ?? null} />
      <ul className={styles.tally} aria-label="Compared with this notebook">
        {tallyOf(groups).map(([words, number]) => (
          <li key={words}>
            <strong>{number}</strong> {words}
          </li>
        ))}
      </ul>
      <StoryParts parts={plan.story} {...choosing} />
      <DoubtfulItems items={groups.doubtful} {...choosing} />
      <TickItems title="Changed" items={groups.changed} {...choosing} />
      <TickItems title="New" items={groups.added} {...choosing} />
      <KnownItems title="The same" items={groups.same} />
      <KnownItems title="Not on this page, kept as they are" items={groups.gone} />
      <WaitingNames {...{ waiting, onForget }} />
    </Dialog>
  );
}
