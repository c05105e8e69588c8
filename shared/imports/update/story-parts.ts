import type { Field } from '../../story/fields.ts';
import { storyFields } from '../../story/story-fields.ts';
import type { StoryValues } from '../../story/story-fields.ts';
import { sameValue } from '../story-json/values.ts';
import type { StoryPart } from './types.ts';

type Name = keyof StoryValues & string;

/** The next event is one thing: its title, its days and its date change together or not at all. */
const nextEvent: readonly Name[] = ['nextTitle', 'nextInDays', 'nextDate'];
const single: readonly Name[] = ['title', 'kicker', 'deck', 'capturedOn', 'overview', 'declaredSourceCount'];

/** The parts of the story's head that the page says, and says otherwise than the notebook. */
export function storyParts(current: StoryValues, draft: Partial<StoryValues>): readonly StoryPart[] {
  const parts = single.flatMap((name): readonly StoryPart[] => {
    const after = draft[name];
    if (after === undefined || isEmpty(name, after) || sameValue(after, current[name])) return [];
    // A notebook's title is its owner's; a page that calls the story otherwise is only told.
    const choice = name === 'title' && current.title !== '' ? 'skip' : 'take';
    return [partOf(name, storyFields[name].label, [name], current, draft, choice)];
  });
  const named = draft.nextTitle !== undefined && draft.nextTitle !== '';
  if (!named || nextEvent.every((name) => sameValue(draft[name], current[name]))) return parts;
  // Without the day of the capture, "in 3 days" would count from the wrong one.
  const choice = draft.capturedOn === undefined && current.capturedOn !== null ? 'skip' : 'take';
  return [...parts, partOf('nextEvent', storyFields.nextTitle.label, nextEvent, current, draft, choice)];
}

function partOf(
  key: string,
  label: string,
  names: readonly Name[],
  current: StoryValues,
  draft: Partial<StoryValues>,
  choice: StoryPart['choice'],
): StoryPart {
  const fields = Object.fromEntries(names.map((name) => [name, draft[name] ?? storyFields[name].empty]));
  return {
    key,
    label,
    before: wordsOf(names, current),
    after: wordsOf(names, draft),
    fields,
    choice,
  };
}

function wordsOf(names: readonly Name[], values: Partial<StoryValues>): string {
  return names
    .map((name) => plain(name, values))
    .filter((text) => text !== '')
    .join(' · ');
}

function plain(name: Name, values: Partial<StoryValues>): string {
  const { nextInDays } = values;
  if (name === 'nextInDays') return typeof nextInDays === 'number' ? `in ${daysOf(nextInDays)}` : '';
  const field: Field<unknown> = storyFields[name];
  return field.plain(values[name] ?? field.empty);
}

function daysOf(count: number): string {
  return count === 1 ? '1 day' : `${String(count)} days`;
}

function isEmpty(name: Name, value: unknown): boolean {
  return sameValue(value, storyFields[name].empty);
}
