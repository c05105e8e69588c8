import { field } from '../../fields.ts';
import { defineSection } from '../../section.ts';
import { briefDrafts } from './brief.ts';

/** Drafts of analysis. The text lies in a Y.Doc of its own, named after the entry (see `document.ts`). */
export const drafts = defineSection({
  kind: 'drafts',
  place: 70,
  names: { one: 'Draft', many: 'Drafts' },
  fields: {
    title: field.line('Title'),
  },
  title: (fields) => fields.title || 'Untitled draft',
  identity: () => '',
  nameFields: ['title'],
  brief: briefDrafts,
  upgrades: [],
  fixture: () => ({ kind: 'drafts', fields: { title: 'What a day is worth' } }),
});
