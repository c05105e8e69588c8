import { useState } from 'react';
import type { Change, OneChange } from '../../shared/history/change.ts';
import { goToEntry } from '../session/place-of.ts';
import { useOpenSession, useReadOnly, useView } from '../session/session-context.ts';
import { Button, Disclosure } from '../ui/index.ts';
import { clockWords, momentInFull } from './day-words.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { howWords, whatWords, whoWords } from './history-words.ts';
import styles from './history.module.css';
import { InnerChanges } from './InnerChanges.tsx';
import { usePutBack } from './use-put-back.ts';

interface ChangeRowProps {
  readonly change: Change;
  readonly about: 'named' | 'known';
}

/** One change: who, when, what; opened, the difference and what can be done about it. */
export function ChangeRow({ change, about }: ChangeRowProps) {
  const [isOpen, setOpen] = useState(false);
  const how = howWords(change);
  return (
    <li className={styles.change}>
      <Disclosure
        isExpanded={isOpen}
        onExpandedChange={setOpen}
        title={
          <span className={styles.summary}>
            <span className={styles.what}>{whatWords(change, about)}</span>
            <span className={styles.made}>
              {whoWords(change)} · <time dateTime={new Date(change.at).toISOString()}>{clockWords(change.at)}</time>
              {how !== '' && ` · ${how}`}
            </span>
          </span>
        }
      >
        {isOpen && <Opened change={change} about={about} />}
      </Disclosure>
    </li>
  );
}

function Opened({ change, about }: ChangeRowProps) {
  return (
    <div className={styles.opened}>
      {change.type === 'one' && change.difference !== null && <DifferenceView difference={change.difference} />}
      {change.type === 'many' && <InnerChanges change={change.id} />}
      <div className={styles.verbs}>
        {change.type === 'one' && <PutBack change={change} />}
        {change.type === 'one' && about === 'named' && <GoThere change={change} />}
        <AsThen change={change} />
      </div>
    </div>
  );
}

function PutBack({ change }: { readonly change: OneChange }) {
  const isReadOnly = useReadOnly();
  const { words, run } = usePutBack(change);
  // Nothing is changed in the present while the past is shown: one would not see it.
  if (isReadOnly || words === null) return null;
  return (
    <Button
      size="small"
      aria-label={`${words}, as it was before ${momentInFull(change.at)}`}
      onPress={() => void run()}
    >
      {words}
    </Button>
  );
}

function GoThere({ change }: { readonly change: OneChange }) {
  const view = useView();
  const { reader } = useOpenSession();
  const { subject } = change;
  const ref = subject.type === 'story' ? null : subject.ref;
  if (ref !== null && reader.titleOf(ref) === null) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      onPress={() => (ref === null ? view.go({ view: 'story' }, null) : goToEntry(view, reader, ref))}
    >
      Go there
    </Button>
  );
}

/** Shows the notebook as it stood right after the change, where the entry stands on the story. */
function AsThen({ change }: { readonly change: Change }) {
  const view = useView();
  const show = (): void => {
    const ref = change.type === 'one' && change.subject.type === 'entry' ? change.subject.ref : null;
    view.showAsOf(change.kept);
    if (ref === null) view.go({ view: 'story' });
    else if (ref.kind === 'events' && view.place().view === 'timeline') view.select(ref);
    else view.go({ view: 'story', section: ref.kind }, ref);
  };
  return (
    <Button size="small" variant="quiet" onPress={show}>
      Show the notebook as known then
    </Button>
  );
}
