import { useState } from 'react';
import { papers } from '../../shared/bridge/index.ts';
import type { Paper } from '../../shared/bridge/index.ts';
import type { BriefChoice } from '../../shared/brief/index.ts';
import { useActions } from '../session/actions.ts';
import { useAuthor } from '../session/author.ts';
import { useEntries } from '../session/session-context.ts';
import { Option, Radio, RadioGroup, Select, TextField } from '../ui/index.ts';
import { movedPart } from './brief-settings.ts';
import styles from './brief.module.css';
import { ExportButton } from './ExportButton.tsx';
import { PartList } from './PartList.tsx';
import { Preview } from './Preview.tsx';
import { useBriefDraft } from './use-brief-draft.ts';
import { useBriefSettings } from './use-brief-settings.ts';
import { useExport } from './use-export.ts';
import { usePaper } from './use-paper.ts';
import { usePrinted } from './use-printed.ts';

const noDraft = '';
const noChoices: readonly BriefChoice[] = [];

/** The brief: what is chosen for it at the left, the document as it would be printed at the right. */
export function BriefView() {
  const [settings, change] = useBriefSettings();
  const [part, setPart] = useState<string | null>(null);
  const drafts = useEntries('drafts');
  // A draft that went into the trash is not printed, and chosen again when it comes back.
  const draftId = drafts.some(({ id }) => id === settings.draft) ? settings.draft : null;
  const { draft, problem } = useBriefDraft(draftId);
  const [paper, setPaper] = usePaper(settings.paper);
  const me = useAuthor().name;
  const byline = settings.authors ?? me;
  const authors = byline.split(',').map((name) => name.trim());
  const { printed, make } = usePrinted({ settings, draft, paper, authors: authors.filter((name) => name !== '') });
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
  const choices = printed?.choices ?? noChoices;
  return (
    <div className={styles.view}>
      <div className={styles.columns}>
        <section className={styles.options} aria-label="What the brief holds">
          <div className={styles.choices}>
            <h1 className={styles.heading}>Brief</h1>
            <PartList
              choices={choices}
              off={settings.off}
              wordsOf={wordsOf}
              onTick={(kind, on) => {
                setPart(on ? kind : before(choices, settings.off, kind));
                change({ off: on ? settings.off.filter((one) => one !== kind) : [...settings.off, kind] });
              }}
              onMove={(kind, by) => {
                setPart(kind);
                change({ order: [...movedPart(choices, kind, by)] });
              }}
            />
            <div className={styles.fields}>
              <Select
                label="Draft"
                selectedKey={draftId ?? noDraft}
                onSelectionChange={(key) => {
                  setPart('drafts');
                  const chosen = key === noDraft ? null : String(key);
                  change({ draft: chosen, off: settings.off.filter((one) => one !== 'drafts') });
                }}
                description={
                  drafts.length === 0 ? 'An analysis written in this notebook can be part of the brief.' : problem
                }
              >
                <Option id={noDraft}>No draft</Option>
                {drafts.map(({ id, fields }) => (
                  <Option key={id} id={id}>
                    {fields.title || 'Untitled draft'}
                  </Option>
                ))}
              </Select>
              <TextField
                label="By"
                description="Names on the cover, separated by commas."
                value={byline}
                maxLength={300}
                onChange={(authors) => change({ authors })}
              />
              <RadioGroup
                label="Paper"
                orientation="horizontal"
                value={paper}
                onChange={(value) => {
                  const chosen = papers.find((one): one is Paper => one === value);
                  if (chosen === undefined) return;
                  setPaper(chosen);
                  change({ paper: chosen });
                }}
              >
                <Radio value="A4">A4</Radio>
                <Radio value="Letter">Letter</Radio>
              </RadioGroup>
            </div>
          </div>
          <div className={styles.foot}>
            <ExportButton {...exporting} isDisabled={printed === null} />
          </div>
        </section>
        <Preview html={printed?.html ?? null} paper={printed?.paper ?? paper} part={part} />
      </div>
    </div>
  );
}

/** The part for drafts prints the one that is chosen below. */
function wordsOf({ kind, name }: BriefChoice): { readonly name: string; readonly missing: string } {
  return kind === 'drafts' ? { name: 'Draft', missing: 'none chosen' } : { name, missing: 'nothing yet' };
}

/** The part printed before one that is left out: where one was reading. */
function before(choices: readonly BriefChoice[], off: readonly string[], kind: string): string | null {
  const at = choices.findIndex((choice) => choice.kind === kind);
  return choices.slice(0, at).findLast((choice) => choice.filled && !off.includes(choice.kind))?.kind ?? null;
}
