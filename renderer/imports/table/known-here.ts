import { SameEvents, sourceKey } from '../../../shared/imports/index.ts';
import type { KnownToRows } from '../../../shared/imports/index.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { StoryReader } from '../../../shared/story/reading/reader.ts';
import { normalised } from '../../../shared/story/section.ts';
import { section } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { breathing } from '../breathing.ts';

/** What a notebook has that the rows of a table may repeat or name. */
export interface KnownHere {
  readonly rows: KnownToRows;
  readonly events: SameEvents;
  /** The ids of its unsorted texts, by their words. */
  readonly unsorted: ReadonlyMap<string, string>;
}

/** Gathers it, without holding the window up. Nothing, where no notebook is open. */
export async function gatherKnown(reader: StoryReader | null): Promise<KnownHere> {
  const actors = new Map<string, EntryRef>();
  const sources = new Map<string, EntryRef>();
  const events = new SameEvents();
  const breathe = breathing();
  const each = async (
    kind: SectionKind,
    take: (id: string, value: (name: string) => unknown) => void,
  ): Promise<void> => {
    for (const id of reader?.ids(kind) ?? []) {
      const fields = reader?.peek({ kind, id })?.fields;
      if (fields !== undefined) take(id, (name) => fields[name]);
      await breathe();
    }
  };
  const texts = section('people').fields.spellings;
  const name = (key: string, ref: EntryRef): void => {
    const known = normalised(key);
    if (known !== '' && !actors.has(known)) actors.set(known, ref);
  };
  for (const kind of ['people', 'organizations'] as const)
    await each(kind, (id, value) => {
      for (const key of [value('name'), value('acronym'), ...(texts.parse(value('spellings')) ?? [])])
        if (typeof key === 'string') name(key, { kind, id });
    });
  await each('sources', (id, value) => {
    const [title, address] = [value('title'), value('address')];
    if (typeof title !== 'string' || typeof address !== 'string') return;
    for (const key of [sourceKey({ title, address }), sourceKey({ title, address: '' })])
      if (!sources.has(key)) sources.set(key, { kind: 'sources', id });
  });
  const { date } = section('events').fields;
  await each('events', (id, value) => {
    const title = value('title');
    events.add({ id, title: typeof title === 'string' ? title : '', date: date.parse(value('date')) ?? null, line: 0 });
  });
  const unsorted = new Map<string, string>();
  await each('unsorted', (id, value) => {
    const text = value('text');
    if (typeof text === 'string') unsorted.set(text, id);
  });
  return { rows: { actors, sources }, events, unsorted };
}
