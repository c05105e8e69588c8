import { dateInWords } from '../../shared/story/dates/index.ts';
import { readTypedDate, useReadingDay } from '../fields/index.ts';
import { Radio, RadioGroup } from '../ui/index.ts';
import { depths } from './brief-settings.ts';
import type { BriefSettings } from './brief-settings.ts';
import styles from './brief.module.css';
import { DateText } from './DateText.tsx';

interface DepthAndPeriodProps {
  readonly settings: BriefSettings;
  readonly onChange: (change: Partial<BriefSettings>) => void;
}

/** How much of each entry is printed, and which stretch of the timeline. */
export function DepthAndPeriod({ settings, onChange }: DepthAndPeriodProps) {
  const today = useReadingDay();
  const { depth, from, to } = settings;
  const read = (text: string) => {
    const reading = readTypedDate(text, today);
    return reading.ok ? { ok: true as const, value: reading.value?.edtf ?? null } : reading;
  };
  return (
    <>
      <RadioGroup
        label="Depth"
        value={depth}
        onChange={(value) => {
          const chosen = depths.find((one) => one === value);
          if (chosen !== undefined) onChange({ depth: chosen });
        }}
      >
        <Radio value="full" description="Whole texts, their evidence in notes.">
          Full
        </Radio>
        <Radio value="short" description="First sentences, without evidence.">
          Short
        </Radio>
      </RadioGroup>
      <div className={styles.pair} role="group" aria-label="Period of the timeline">
        <DateText
          label="Events from"
          placeholder="the first"
          words={wordsOf(from)}
          read={read}
          onChange={(value) => onChange({ from: value })}
        />
        <DateText
          label="Until"
          placeholder="the last"
          words={wordsOf(to)}
          read={read}
          onChange={(value) => onChange({ to: value })}
        />
      </div>
    </>
  );
}

function wordsOf(edtf: string | null): string {
  return edtf === null ? '' : dateInWords({ edtf });
}
