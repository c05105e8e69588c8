import { joined } from '../story/brief-block.ts';
import { dateInWords } from '../story/dates/index.ts';
import { section } from '../story/sections.ts';
import type { EntryOf } from '../story/sections.ts';
import type { ExportInput } from './input.ts';

/** "early March 2021, 07:40 local"; '' where neither day nor time is known. */
export function whenWords({ date, time, zone }: EntryOf<'events'>['fields']): string {
  return joined([date === null ? '' : dateInWords(date), joined([time, zone], ' ')], ', ');
}

/** "Allegation"; '' for a plain event. */
export function natureWords({ nature }: EntryOf<'events'>['fields']): string {
  return nature === 'event' ? '' : section('events').fields.nature.plain(nature);
}

/** The names of those who took part and are in the notebook. */
export function actorNames({ actors }: EntryOf<'events'>['fields'], input: ExportInput): string {
  return joined(
    actors.map((ref) => input.titleOf(ref) ?? ''),
    ', ',
  );
}
