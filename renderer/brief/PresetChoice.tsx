import { joined } from '../../shared/story/brief-block.ts';
import { Radio, RadioGroup } from '../ui/index.ts';
import styles from './brief.module.css';
import { presets } from './presets.ts';
import type { Preset } from './presets.ts';

const words: Readonly<Record<Preset, { readonly name: string; readonly says: string }>> = {
  full: { name: 'Full brief', says: 'Everything, with a title page, contents and notes.' },
  memo: { name: 'Two-page memo', says: 'What matters most. A draft stays whole.' },
  timeline: { name: 'Timeline', says: 'The events and their evidence.' },
};

interface PresetChoiceProps {
  /** Null where the choices below are somebody's own. */
  readonly value: Preset | null;
  /** Why the brief is longer than it was to be; null where it is not. */
  readonly longer: string | null;
  readonly onChange: (preset: Preset) => void;
}

/** The three kinds of brief to begin with. */
export function PresetChoice({ value, longer, onChange }: PresetChoiceProps) {
  return (
    <RadioGroup
      label="Kind of brief"
      className={styles.presets}
      value={value ?? ''}
      onChange={(chosen) => {
        const preset = presets.find((one) => one === chosen);
        if (preset !== undefined) onChange(preset);
      }}
      description={value === null ? joined(['Changed by hand.', longer ?? ''], ' ') : undefined}
    >
      {presets.map((preset) => (
        <Radio
          key={preset}
          value={preset}
          description={<Says preset={preset} longer={preset === value ? longer : null} />}
        >
          {words[preset].name}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** What a kind of brief is, and of the chosen one, why it is longer than that. */
function Says({ preset, longer }: { readonly preset: Preset; readonly longer: string | null }) {
  const { says } = words[preset];
  if (longer === null) return says;
  return (
    <>
      {says} <strong className={styles.longer}>{longer}</strong>
    </>
  );
}
