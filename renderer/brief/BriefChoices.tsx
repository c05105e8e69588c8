import { dateInWords } from '../../shared/story/dates/index.ts';
import { papers } from '../../shared/bridge/index.ts';
import type { Paper } from '../../shared/bridge/index.ts';
import type { BriefChoice } from '../../shared/brief/index.ts';
import { readTypedDay, useReadingDay } from '../fields/index.ts';
import { useEntries } from '../session/session-context.ts';
import { Option, Radio, RadioGroup, Select, TextField } from '../ui/index.ts';
import { movedPart, noDraft } from './brief-settings.ts';
import type { BriefSettings } from './brief-settings.ts';
import styles from './brief.module.css';
import { DateText } from './DateText.tsx';
import { DepthAndPeriod } from './DepthAndPeriod.tsx';
import { PageOptions } from './PageOptions.tsx';
import { PartList } from './PartList.tsx';
import { PresetChoice } from './PresetChoice.tsx';
import { presetOf, presetSettings } from './presets.ts';

interface BriefChoicesProps {
  readonly settings: BriefSettings;
  readonly onChange: (change: Partial<BriefSettings>) => void;
  /** All parts, in the order that was chosen and in the usual one. */
  readonly choices: readonly BriefChoice[];
  readonly usual: readonly BriefChoice[];
  /** The draft that is printed; null for none. */
  readonly draftId: string | null;
  /** Why the draft's text is not there. */
  readonly problem: string | null;
  /** Why the brief is longer than it was to be; null where it is not. */
  readonly longer: string | null;
  readonly byline: string;
  /** The day on the cover, `YYYY-MM-DD`. */
  readonly date: string;
  readonly paper: Paper;
  readonly onPaper: (paper: Paper) => void;
  /** A part was changed: the preview shows it. */
  readonly onPart: (kind: string | null) => void;
}

/** Everything that can be chosen for a brief. */
export function BriefChoices(props: BriefChoicesProps) {
  const { settings, onChange, choices, usual, draftId, problem, longer, byline, date, paper, onPaper, onPart } = props;
  const drafts = useEntries('drafts');
  const today = useReadingDay();
  return (
    <div className={styles.choices}>
      <h1 className={styles.heading}>Brief</h1>
      <PresetChoice
        value={presetOf(settings, usual)}
        longer={longer}
        onChange={(preset) => onChange(presetSettings(preset, usual))}
      />
      <PartList
        choices={choices}
        off={settings.off}
        wordsOf={wordsOf}
        onTick={(kind, on) => {
          onPart(on ? kind : before(choices, settings.off, kind));
          onChange({ off: on ? settings.off.filter((one) => one !== kind) : [...settings.off, kind] });
        }}
        onMove={(kind, by) => {
          onPart(kind);
          onChange({ order: [...movedPart(choices, kind, by)] });
        }}
      />
      <div className={styles.fields}>
        <Select
          label="Draft"
          selectedKey={draftId ?? noDraft}
          onSelectionChange={(key) => {
            onPart('drafts');
            onChange({ draft: String(key), off: settings.off.filter((one) => one !== 'drafts') });
          }}
          description={drafts.length === 0 ? 'An analysis written in this notebook can be part of the brief.' : problem}
        >
          <Option id={noDraft}>No draft</Option>
          {drafts.map(({ id, fields }) => (
            <Option key={id} id={id}>
              {fields.title || 'Untitled draft'}
            </Option>
          ))}
        </Select>
        <DepthAndPeriod settings={settings} onChange={onChange} />
        <TextField
          label="By"
          description="Names on the cover, separated by commas."
          value={byline}
          maxLength={300}
          onChange={(authors) => onChange({ authors })}
        />
        <DateText
          label="Date"
          words={dateInWords({ edtf: date })}
          read={(text) => readTypedDay(text, today)}
          onChange={(day) => onChange({ date: day })}
        />
        <PageOptions settings={settings} onChange={onChange} />
        <RadioGroup
          label="Paper"
          orientation="horizontal"
          value={paper}
          onChange={(value) => {
            const chosen = papers.find((one): one is Paper => one === value);
            if (chosen === undefined) return;
            onPaper(chosen);
            onChange({ paper: chosen });
          }}
        >
          <Radio value="A4">A4</Radio>
          <Radio value="Letter">Letter</Radio>
        </RadioGroup>
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
