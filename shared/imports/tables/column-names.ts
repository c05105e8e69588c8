import { normalised } from '../../story/section.ts';
import { targetList } from './targets.ts';
import type { Target } from './targets.ts';

/** What columns are called. What stands here first is looked for first. */
const written: Partial<Record<Target, readonly string[]>> = {
  title: [
    ...['title', 'headline', 'event', 'events', 'event title', 'event name', 'subject', 'what', 'name', 'heading'],
    ...['what happened', 'incident', 'milestone', 'happening', 'summary', 'label', 'titel', 'ereignis', 'betreff'],
    ...['titre', 'événement', 'título', 'evento', 'titolo'],
  ],
  date: [
    ...['date', 'start date', 'startdate', 'start', 'event date', 'date from', 'from', 'begin', 'begins', 'date start'],
    ...['datetime', 'date time', 'timestamp', 'when', 'day', 'dates', 'datum', 'fecha', 'data', 'published'],
  ],
  end: ['end date', 'enddate', 'end', 'date to', 'until', 'to', 'ends', 'finish', 'date end', 'through', 'ende'],
  words: ['when', 'display date', 'date in words', 'date words', 'date as written', 'date text'],
  year: ['year', 'start year', 'jahr', 'año', 'année'],
  month: ['month', 'start month', 'monat', 'mes', 'mois'],
  day: ['day', 'start day', 'tag', 'día', 'jour'],
  endYear: ['end year'],
  endMonth: ['end month'],
  endDay: ['end day'],
  time: ['time', 'start time', 'starttime', 'clock', 'hour', 'uhrzeit', 'hora', 'heure'],
  zone: ['zone', 'time zone', 'timezone', 'tz', 'zeitzone'],
  category: [
    'category',
    'categories',
    'type',
    'event type',
    'group',
    'topic',
    'theme',
    'tag',
    'tags',
    'kategorie',
    'categoría',
  ],
  text: [
    ...[
      'text',
      'description',
      'details',
      'detail',
      'body',
      'content',
      'summary',
      'notes',
      'note',
      'comment',
      'comments',
    ],
    ...['what happened', 'event description', 'beschreibung', 'descripción', 'descrizione'],
  ],
  actors: [
    ...['actors', 'actor', 'people', 'persons', 'person', 'who', 'participants', 'parties', 'attendees', 'involved'],
    ...['people involved', 'organizations', 'organisations', 'organization', 'organisation', 'akteure', 'actores'],
  ],
  kind: ['kind', 'nature'],
  expected: ['expected', 'state', 'expected or happened'],
  source: [
    'source',
    'sources',
    'reference',
    'references',
    'citation',
    'source title',
    'source name',
    'quelle',
    'fuente',
  ],
  link: [
    ...[
      'source url',
      'source link',
      'source address',
      'source s address',
      'link',
      'links',
      'url',
      'urls',
      'web address',
    ],
    ...['website', 'href', 'article', 'sources link', 'reference link', 'references link', 'link link'],
  ],
  related: [
    'media',
    'image',
    'picture',
    'video',
    'photo',
    'address',
    'attached',
    'media url',
    'event link',
    'title link',
    'headline link',
  ],
  id: ['id', 'uid', 'identifier', 'event id', 'unique id'],
};

/** What columns are called, as `normalised` has it; the order is that of looking for them. */
export const columnNames: ReadonlyMap<Target, readonly string[]> = new Map(
  targetList.map((target) => [target, (written[target] ?? []).map(normalised)]),
);

/** The columns of the tables we write (shared/exports), which are read to the letter. */
const ownColumns = {
  title: 'title',
  date: 'date',
  when: 'words',
  time: 'time',
  zone: 'zone',
  category: 'category',
  kind: 'kind',
  expected: 'expected',
  text: 'text',
  actors: 'actors',
  id: 'id',
} as const satisfies Readonly<Record<string, Target>>;

/** What the columns are about where the table is one of ours; else null. */
export function ownMapping(names: readonly string[]): readonly Target[] | null {
  return names.join() === Object.keys(ownColumns).join() ? Object.values(ownColumns) : null;
}
