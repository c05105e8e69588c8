import type { BriefFormat, StoryFormat } from '../../shared/exports/index.ts';

/** The forms that the dialog offers. */
export type ExportForm = BriefFormat | StoryFormat | 'json';

/** What a form is called, and in a line what it is for and what it has no place for. */
interface FormWords {
  readonly form: ExportForm;
  readonly name: string;
  readonly about: string;
  /** The ending of its files. */
  readonly ending: string;
}

/** In the order of the dialog: the brief, the notebook, its timeline. */
export const exportForms: readonly FormWords[] = [
  {
    form: 'html',
    name: 'Web page (HTML)',
    about:
      'The brief as one file for any browser, with its fonts and pictures. Its parts are those chosen in the Brief view.',
    ending: 'html',
  },
  {
    form: 'docx',
    name: 'Word document (DOCX)',
    about:
      'The same brief for Word or LibreOffice, with real headings and notes. The graphic of the timeline stays behind.',
    ending: 'docx',
  },
  {
    form: 'md',
    name: 'Markdown',
    about:
      'The notebook’s entries and drafts as text, which opens as a notebook again; or one draft, which “New draft from Markdown…” reads again.',
    ending: 'md',
  },
  {
    form: 'json',
    name: 'Story JSON',
    about:
      'Every entry, field and draft; importing it gives all of it back. Files, history and the trash are in “Export notebook” only.',
    ending: 'json',
  },
  {
    form: 'csv',
    name: 'Timeline as a table (CSV)',
    about: 'Every event with dates, category, text and actors, for spreadsheets.',
    ending: 'csv',
  },
  {
    form: 'timelinejs',
    name: 'TimelineJS',
    about: 'The timeline for TimelineJS 3 on a web site. Events without a date stay behind.',
    ending: 'json',
  },
  {
    form: 'ics',
    name: 'Calendar (iCalendar)',
    about: 'The expected events that have a date, for calendars. Everything else stays behind.',
    ending: 'ics',
  },
];
