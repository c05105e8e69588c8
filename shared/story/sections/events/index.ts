import { field } from '../../fields.ts';
import { textsOf } from '../../json-texts.ts';
import { storyDateSchema } from '../../fields.ts';
import { defineSection, normalised } from '../../section.ts';
import { arrangeEvents } from './arrange.ts';
import * as v from 'valibot';
import { briefEvents } from './brief.ts';
import { eventsPage } from './page.ts';

/** The timeline: what happened, was said, is claimed or is expected. */
export const events = defineSection({
  kind: 'events',
  place: 40,
  // The brief shows what happened before who is who.
  briefPlace: 15,
  names: { one: 'Event', many: 'Timeline' },
  fields: {
    title: field.line('Title'),
    date: field.date('When'),
    /** A clock time as written, "07:40"; kept apart from the date, which knows no zone. */
    time: field.line('Time'),
    zone: field.line('Zone'),
    category: field.line('Category'),
    text: field.prose('Description'),
    actors: field.refs('Actors'),
    nature: field.choice(
      'Kind',
      { event: 'Event', statement: 'Statement', allegation: 'Allegation', forecast: 'Forecast' },
      'event',
    ),
    expected: field.choice('State', { happened: 'Happened', expected: 'Expected' }, 'happened'),
  },
  title: (fields) => fields.title || 'Untitled event',
  identity: (fields) => normalised(fields.title),
  nameFields: ['title', 'category'],
  arrangement: { dependsOn: ['date'], arrange: arrangeEvents },
  storyJson: {
    key: 'events',
    write: ({ title, date, category, text }) => ({ title, date: date?.edtf ?? null, category: category || null, text }),
    read: (item) => {
      const date = v.safeParse(storyDateSchema, { edtf: item['date'] });
      return { ...textsOf(item, ['title', 'category', 'text']), ...(date.success ? { date: date.output } : {}) };
    },
  },
  brief: briefEvents,
  page: eventsPage,
  upgrades: [],
  fixture: () => ({
    kind: 'events',
    fields: {
      title: 'The ship grounds at kilometre 151',
      date: { edtf: '2021-03-23' },
      time: '07:40',
      zone: 'local',
      category: 'Salvage',
      text: 'In gusts the vessel sheers to port, corrects, and strikes both banks.',
      actors: [{ kind: 'organizations', id: 'canal-authority' }],
      nature: 'event',
      expected: 'happened',
    },
  }),
});
