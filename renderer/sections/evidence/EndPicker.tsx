import { useMemo, useState } from 'react';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { ComboBox, Option } from '../../ui/index.ts';
import { endFinder } from './find-ends.ts';
import type { End } from './find-ends.ts';

interface EndPickerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly ends: readonly End[];
  readonly value: EntryRef | null;
  readonly onChange: (ref: EntryRef | null) => void;
  /** Said where there is nothing to choose. */
  readonly emptyWords: string;
  readonly error: string | null;
  readonly autoFocus?: boolean;
}

/** One end of a link, chosen by its words. */
export function EndPicker(props: EndPickerProps) {
  const { label, placeholder, ends, value, onChange, emptyWords, error, autoFocus = false } = props;
  const chosen = ends.find(({ ref }) => ref.kind === value?.kind && ref.id === value.id) ?? null;
  const [words, setWords] = useState(chosen?.title ?? '');
  const find = useMemo(() => endFinder(ends), [ends]);
  const found = words === chosen?.title ? find('') : find(words);
  const options = chosen === null || found.includes(chosen) ? found : [chosen, ...found];
  return (
    <ComboBox
      label={label}
      placeholder={placeholder}
      items={options}
      inputValue={words}
      onInputChange={setWords}
      menuTrigger="input"
      allowsEmptyCollection
      emptyWords={emptyWords}
      value={chosen?.id ?? null}
      onChange={(key) => {
        const end = ends.find(({ id }) => id === key) ?? null;
        setWords(end?.title ?? '');
        onChange(end?.ref ?? null);
      }}
      isInvalid={error !== null}
      errorMessage={error}
      // Where a dialog opens, its first control is where one goes on.
      autoFocus={autoFocus}
    >
      {(end: End) => (
        <Option id={end.id} textValue={end.title} hint={end.hint}>
          {end.title}
        </Option>
      )}
    </ComboBox>
  );
}
