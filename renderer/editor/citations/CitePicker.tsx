import { useMemo, useState } from 'react';
import { refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useSession } from '../../session/session-context.ts';
import { ComboBox, Option } from '../../ui/index.ts';
import { EntryFinder } from '../find-entries.ts';
import type { FoundEntry } from '../find-entries.ts';

/** Something more to cite at the same place, found by its words. */
export function CitePicker({ onPick }: { readonly onPick: (ref: EntryRef) => void }) {
  const { reader } = useSession();
  const finder = useMemo(() => new EntryFinder(reader), [reader]);
  const [words, setWords] = useState('');
  // A field that is emptied while it is focused would open its list again; a new one does not.
  const [picked, setPicked] = useState(0);
  const found = useMemo(
    () => finder.find(words, 'cite').map((entry) => ({ ...entry, id: refKey(entry.ref) })),
    [finder, words],
  );
  return (
    <ComboBox
      key={picked}
      autoFocus={picked > 0}
      label="Cite here too"
      placeholder="A passage, a source, an event"
      items={found}
      inputValue={words}
      onInputChange={setWords}
      menuTrigger="input"
      allowsEmptyCollection
      emptyWords="Nothing in this notebook is called that"
      value={null}
      onChange={(key) => {
        const entry = found.find(({ id }) => id === key);
        if (entry === undefined) return;
        setWords('');
        setPicked((before) => before + 1);
        onPick(entry.ref);
      }}
    >
      {({ id, title, what }: FoundEntry & { readonly id: string }) => (
        <Option id={id} textValue={title} hint={what}>
          {title}
        </Option>
      )}
    </ComboBox>
  );
}
