import { useState } from 'react';
import type { BriefChoice } from '../../shared/brief/index.ts';
import { localDay } from '../fields/index.ts';
import { actions, useActions } from '../session/actions.ts';
import { useAuthor } from '../session/author.ts';
import { useEntries, useNow } from '../session/session-context.ts';
import { Button } from '../ui/index.ts';
import { draftToPrint } from './brief-settings.ts';
import styles from './brief.module.css';
import { BriefChoices } from './BriefChoices.tsx';
import { ExportButton } from './ExportButton.tsx';
import { lengthWish } from './length.ts';
import { Preview } from './preview/Preview.tsx';
import { useBriefDraft } from './use-brief-draft.ts';
import { useBriefSettings } from './use-brief-settings.ts';
import { useDraftPictures } from './use-draft-pictures.ts';
import { useExport } from './use-export.ts';
import { usePaper } from './use-paper.ts';
import { usePrinted } from './use-printed.ts';
import type { Printed } from './use-printed.ts';

const noChoices: readonly BriefChoice[] = [];

/** The brief: what is chosen for it at the left, the document as it would be printed at the right. */
export function BriefView() {
  const [settings, change] = useBriefSettings();
  const [part, setPart] = useState<string | null>(null);
  const [longer, setLonger] = useState<string | null>(null);
  const drafts = useEntries('drafts');
  const draftId = draftToPrint(settings.draft, drafts);
  const { draft, problem } = useBriefDraft(draftId);
  const [paper, setPaper] = usePaper(settings.paper);
  const me = useAuthor().name;
  const byline = settings.authors ?? me;
  const authors = byline.split(',').map((name) => name.trim());
  const now = useNow();
  const date = settings.date ?? localDay(now);
  const images = useDraftPictures(draft);
  const { printed, make } = usePrinted({
    settings,
    draft,
    paper,
    authors: authors.filter((name) => name !== ''),
    date,
    images,
  });
  const exporting = useExport(make);
  useActions([
    {
      id: 'brief.export',
      title: 'Export brief as PDF…',
      group: 'Brief',
      shortcut: 'Mod+E',
      keywords: ['print', 'save'],
      run: exporting.start,
    },
  ]);
  return (
    <div className={styles.view}>
      <div className={styles.columns}>
        <section className={styles.options} aria-label="What the brief holds">
          <BriefChoices
            settings={settings}
            onChange={change}
            choices={printed?.choices ?? noChoices}
            usual={printed?.usual ?? noChoices}
            draftId={draftId}
            problem={problem}
            longer={longer}
            byline={byline}
            date={date}
            paper={paper}
            onPaper={setPaper}
            onPart={setPart}
          />
          <div className={styles.foot}>
            <ExportButton {...exporting} isDisabled={printed === null} />
            {exporting.progress === null && (
              <Button variant="quiet" onPress={() => actions.run('story.export')}>
                Other forms…
              </Button>
            )}
          </div>
        </section>
        <Preview
          job={printed?.job ?? null}
          heading={headingOf(printed, part)}
          length={printed === null ? null : lengthWish(printed.brief, printed.limit)}
          onLength={setLonger}
        />
      </div>
    </div>
  );
}

/** The heading of a part as it is printed; null where it has none. */
function headingOf(printed: Printed | null, kind: string | null): string | null {
  return printed?.brief.parts.find((part) => part.kind === kind)?.heading ?? null;
}
