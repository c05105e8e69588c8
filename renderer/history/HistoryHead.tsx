import { useActions } from '../session/actions.ts';
import { useView } from '../session/session-context.ts';
import { useAsOf } from '../session/view-state.ts';
import type { ViewName } from '../session/view-state.ts';
import { Button } from '../ui/index.ts';
import { AsKnownOn } from './AsKnownOn.tsx';
import { BriefingHost } from './briefing/BriefingHost.tsx';
import { dateWords } from './day-words.ts';
import { historyActions } from './history-actions.ts';
import { NewsHost } from './NewsHost.tsx';
import styles from './past.module.css';
import { showsPast } from './shows-past.ts';

interface HistoryHeadProps {
  readonly view: ViewName;
  /** What the view is called. */
  readonly name: string;
}

/** What stands above every view: what changed while one was away or since one last looked, and which earlier state is shown. */
export function HistoryHead({ view, name }: HistoryHeadProps) {
  const state = useView();
  const at = useAsOf(state);
  useActions([
    {
      id: historyActions.asKnownOn,
      title: 'Show the notebook as known on…',
      group: 'History',
      keywords: ['past', 'earlier', 'time', 'slider', 'as of'],
      run: () => {
        if (!showsPast(view)) state.go({ view: 'story' });
        if (at === null) state.showAsOf(Date.now());
      },
    },
  ]);
  return (
    <>
      <BriefingHost />
      <NewsHost />
      {at !== null && (showsPast(view) ? <AsKnownOn at={at} /> : <Elsewhere name={name} at={at} />)}
    </>
  );
}

/** Said in views that know only the present. */
function Elsewhere({ name, at }: { readonly name: string; readonly at: number }) {
  const view = useView();
  return (
    <section aria-label="As known on" className={styles.note}>
      <span>
        {name} shows the notebook as it is now; its story is shown as known on {dateWords(at)}.
      </span>
      <Button size="small" onPress={() => view.showAsOf(null)}>
        Back to now
      </Button>
    </section>
  );
}
