import { Checkbox, Disclosure, Option, Radio, RadioGroup, Select } from '../ui/index.ts';
import { citationStyles, notesPlaces } from './brief-settings.ts';
import type { BriefSettings } from './brief-settings.ts';
import styles from './brief.module.css';

const styleNames = {
  notes: 'In notes',
  numeric: 'By number',
  'author-date': 'By author and date',
} as const;

interface PageOptionsProps {
  readonly settings: BriefSettings;
  readonly onChange: (change: Partial<BriefSettings>) => void;
}

/** What the pages are like: title page, contents, notes, how sources are cited. */
export function PageOptions({ settings, onChange }: PageOptionsProps) {
  const { titlePage, contents, twoPages, notesAt, style } = settings;
  return (
    <Disclosure title="Pages and notes">
      <div className={styles.fields}>
        <div className={styles.ticks}>
          <Checkbox isSelected={titlePage} onChange={(on) => onChange({ titlePage: on })}>
            Title page
          </Checkbox>
          <Checkbox isSelected={contents} onChange={(on) => onChange({ contents: on })}>
            Contents
          </Checkbox>
          <Checkbox isSelected={twoPages} onChange={(on) => onChange({ twoPages: on })}>
            Cut down to two pages
          </Checkbox>
        </div>
        <RadioGroup
          label="Notes"
          value={notesAt}
          onChange={(value) => {
            const chosen = notesPlaces.find((one) => one === value);
            if (chosen !== undefined) onChange({ notesAt: chosen });
          }}
        >
          <Radio value="foot">At the foot of the page</Radio>
          <Radio value="end">At the end</Radio>
        </RadioGroup>
        <Select
          label="Sources are cited"
          selectedKey={style}
          onSelectionChange={(key) => {
            const chosen = citationStyles.find((one) => one === key);
            if (chosen !== undefined) onChange({ style: chosen });
          }}
        >
          {citationStyles.map((one) => (
            <Option key={one} id={one}>
              {styleNames[one]}
            </Option>
          ))}
        </Select>
      </div>
    </Disclosure>
  );
}
