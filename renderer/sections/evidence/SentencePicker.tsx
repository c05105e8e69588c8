import { useMemo, useState } from 'react';
import { describePassage } from '../../../shared/anchors/index.ts';
import type { TextQuote } from '../../../shared/anchors/index.ts';
import { ComboBox, Option } from '../../ui/index.ts';
import { useSentences } from './use-sentences.ts';

interface SentencePickerProps {
  readonly draft: string;
  readonly value: TextQuote | null;
  readonly onChange: (quote: TextQuote | null) => void;
  readonly error: string | null;
}

/** How many are offered at once. */
const most = 20;

/** One sentence of a draft, found by its words. */
export function SentencePicker({ draft, value, onChange, error }: SentencePickerProps) {
  const read = useSentences(draft);
  const [words, setWords] = useState(value?.exact ?? '');
  const options = useMemo(() => {
    const all = (read?.sentences ?? []).map((sentence, index) => ({ ...sentence, id: index }));
    const wanted = words.trim().toLowerCase();
    const found = words === value?.exact ? all : all.filter((one) => one.words.toLowerCase().includes(wanted));
    return found.slice(0, most);
  }, [read, words, value]);
  return (
    <ComboBox
      label="Sentence"
      placeholder="Begin with some of its words"
      items={options}
      inputValue={words}
      onInputChange={setWords}
      menuTrigger="input"
      allowsEmptyCollection
      emptyWords={read === null ? 'Reading the draft' : 'No sentence of the draft has these words.'}
      value={null}
      onChange={(key) => {
        const sentence = read?.sentences[Number(key)];
        if (key === null || read === null || sentence === undefined) return;
        setWords(sentence.words);
        onChange(describePassage(read.text, sentence.start, sentence.end).quote);
      }}
      isInvalid={error !== null}
      errorMessage={error}
    >
      {(one: { readonly id: number; readonly words: string }) => (
        <Option id={one.id} textValue={one.words}>
          {one.words}
        </Option>
      )}
    </ComboBox>
  );
}
