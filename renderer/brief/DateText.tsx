import { useState } from 'react';
import { TextField } from '../ui/index.ts';

type Reading = { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly message: string };

interface DateTextProps {
  readonly label: string;
  /** The date in words; '' for none. */
  readonly words: string;
  /** What stands there while nothing is written. */
  readonly placeholder?: string;
  readonly description?: string;
  readonly read: (text: string) => Reading;
  readonly onChange: (value: string | null) => void;
}

/** A date in ordinary words. What is written counts once one leaves it or presses Enter; what is no date says so and stays. */
export function DateText({ label, words, placeholder, description, read, onChange }: DateTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const finish = (): void => {
    if (typed === null) return;
    const reading = read(typed);
    setProblem(reading.ok ? null : reading.message);
    if (!reading.ok) return;
    setTyped(null);
    onChange(reading.value);
  };
  return (
    <TextField
      label={label}
      value={typed ?? words}
      placeholder={placeholder}
      description={description}
      isInvalid={problem !== null}
      errorMessage={problem}
      maxLength={100}
      onChange={(text) => {
        setTyped(text);
        setProblem(null);
      }}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
      }}
    />
  );
}
