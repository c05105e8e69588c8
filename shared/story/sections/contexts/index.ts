import { field } from '../../fields.ts';
import { textsOf } from '../../json-texts.ts';
import { defineSection, normalised } from '../../section.ts';
import { briefContexts } from './brief.ts';
import { contextsPage } from './page.ts';

/** Historical contexts: what happened before that this resembles. */
export const contexts = defineSection({
  kind: 'contexts',
  place: 60,
  names: { one: 'Historical context', many: 'Historical context' },
  fields: {
    title: field.line('Title'),
    /** The years as printed: "1994-2014", "1953-present". */
    span: field.line('Years'),
    whatHappened: field.prose('What happened'),
    shortTerm: field.prose('Short term'),
    longTerm: field.prose('Long term'),
    relevance: field.prose('Why it is relevant today'),
  },
  title: (fields) => fields.title || 'Untitled context',
  identity: (fields) => normalised(fields.title),
  nameFields: ['title'],
  storyJson: {
    key: 'contexts',
    write: ({ title, span, whatHappened, shortTerm, longTerm, relevance }) => ({
      title,
      span,
      whatHappened,
      shortTerm,
      longTerm,
      relevance,
    }),
    read: (item) => textsOf(item, ['title', 'span', 'whatHappened', 'shortTerm', 'longTerm', 'relevance']),
  },
  brief: briefContexts,
  page: contextsPage,
  upgrades: [],
  fixture: () => ({
    kind: 'contexts',
    fields: {
      title: 'The closure of the canal',
      span: '1967-1975',
      whatHappened: 'Fifteen ships were trapped in the Great Bitter Lake for eight years.',
      shortTerm: 'Trade went round the Cape within weeks.',
      longTerm: 'Tankers grew too large for the canal.',
      relevance: 'It shows how fast a detour becomes the route.',
    },
  }),
});
