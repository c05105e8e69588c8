import { useMemo, useState } from 'react';
import { refKey, sameRef } from '../../shared/story/ref.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { section } from '../../shared/story/sections.ts';
import { useCommands, useEntries } from '../session/session-context.ts';
import { ComboBox, Option } from '../ui/index.ts';
import { actorPicks, pickFinder } from './entry-picks.ts';
import type { ActorKind, Pick } from './entry-picks.ts';

interface RefPickerProps {
  readonly name: string;
  readonly taken: readonly EntryRef[];
  readonly onPick: (ref: EntryRef) => void;
  readonly onLeave: (byKey: boolean) => void;
}

/** What stands for "make a new one" in the list. */
const newKinds: readonly ActorKind[] = ['people', 'organizations'];

/** Picks a person or an organization by any of its names, or makes a new one of that name. */
export function RefPicker({ name, taken, onPick, onLeave }: RefPickerProps) {
  const people = useEntries('people');
  const organizations = useEntries('organizations');
  const commands = useCommands();
  const [words, setWords] = useState('');
  const picks = useMemo(
    () => actorPicks(people, organizations).filter((pick) => !taken.some((ref) => sameRef(ref, pick.ref))),
    [people, organizations, taken],
  );
  const find = useMemo(() => pickFinder(picks), [picks]);
  const found = find(words);
  const options = [
    ...found.map(optionOf),
    ...(words.trim() === '' ? [] : newKinds.map((kind) => newOption(kind, words))),
  ];
  const choose = (key: string): void => {
    const kind = newKinds.find((one) => key === newKey(one));
    const pick = found.find((one) => refKey(one.ref) === key);
    if (pick !== undefined) onPick(pick.ref);
    else if (kind !== undefined) onPick(commands.create({ kind, fields: { name: words.trim() } }));
  };
  return (
    <ComboBox
      autoFocus
      aria-label={name}
      placeholder="Name of a person or organization"
      items={options}
      inputValue={words}
      onInputChange={setWords}
      menuTrigger="focus"
      allowsEmptyCollection
      emptyWords="Nobody is in this notebook yet. Type a name to add one."
      value={null}
      onChange={(key) => {
        if (typeof key === 'string') choose(key);
      }}
      onBlur={() => onLeave(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave(true);
      }}
    >
      {(option: PickOption) => (
        <Option id={option.id} textValue={option.title} hint={option.hint}>
          {option.title}
        </Option>
      )}
    </ComboBox>
  );
}

interface PickOption {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
}

function optionOf({ ref, title, hint }: Pick): PickOption {
  return { id: refKey(ref), title, hint };
}

function newKey(kind: ActorKind): string {
  // A slash first can be no entry's key.
  return `/${kind}`;
}

function newOption(kind: ActorKind, words: string): PickOption {
  const one = section(kind).names.one.toLowerCase();
  return { id: newKey(kind), title: `Add “${words.trim()}”`, hint: `new ${one}` };
}
