import { describe, expect, it } from 'vitest';
import { storyJsonFromDraft } from '../story-json/write.ts';
import { printLayoutA, printLayoutB } from './fixtures/print-page.ts';
import { suezPage } from './fixtures/suez.ts';
import { readPageText } from './read-page-text.ts';
import type { PageOptions } from './read-page-text.ts';

const options: PageOptions = { fileName: 'suez.txt', capturedOn: null };

function read(text: string, more: Partial<PageOptions> = {}): Record<string, unknown> {
  const draft = readPageText(text, { ...options, ...more });
  if (draft === null) throw new Error('no page');
  return storyJsonFromDraft(draft);
}

const expected = {
  title: suezPage.title,
  kicker: suezPage.kicker,
  deck: suezPage.deck,
  capturedOn: null,
  nextEvent: { ...suezPage.next, date: null },
  overview: suezPage.overview,
  indicators: suezPage.indicators,
  people: suezPage.people,
  organizations: suezPage.organizations,
  events: suezPage.events.map((event) => ({ ...event, date: null })),
  scenarios: suezPage.scenarios,
  contexts: suezPage.contexts,
  voices: [],
  sources: [],
  declaredSourceCount: 31,
  unsorted: suezPage.chrome,
};

describe('[IM1] a page in the first layout', () => {
  const text = printLayoutA(suezPage);

  it('gives every section and drops nothing', () => {
    expect(read(text)).toEqual(expected);
  });

  it('has the keys in the order of the specification', () => {
    expect(Object.keys(read(text))).toEqual(Object.keys(expected));
  });

  it('counts the next event’s day from the day of the capture, and only from there', () => {
    expect(read(text, { capturedOn: '2021-03-26' })).toEqual({
      ...expected,
      capturedOn: '2021-03-26',
      nextEvent: { ...suezPage.next, date: '2021-03-28' },
    });
  });

  const disguises: [string, (text: string) => string][] = [
    ['Windows line ends', (page) => page.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', (page) => page.replaceAll('\n', '\r')],
    ['no blank lines', (page) => page.replace(/\n\s*\n+/g, '\n')],
    ['blank lines everywhere', (page) => page.replaceAll('\n', '\n \t\n\n')],
    ['non-breaking spaces', (page) => page.replaceAll(' ', '\u00a0')],
    ['spaces and tabs at the ends', (page) => page.replace(/^|$/gm, ' \t ')],
    [
      'headings in capitals',
      (page) => page.replace(/^(Overview|Key.*s|Timeline|Scenarios)$/gm, (line) => line.toUpperCase()),
    ],
    ['British spelling', (page) => page.replace('Organizations Involved', 'Organisations Involved')],
    ['curly apostrophes in labels', (page) => page.replaceAll("Why It's", 'Why It’s')],
    ['a blank that prints nothing', (page) => page.replaceAll('\n\n', '\n\u200b\n')],
  ];
  it.each(disguises)('is the same with %s', (_, disguise) => {
    expect(read(disguise(text))).toEqual(expected);
  });

  it('is the same with its sections in another order', () => {
    const [head = '', ...parts] = text.split(
      /^(?=(?:Overview|Key Indicators|People|Organizations|Timeline|Scenarios|Historical) ?.*$)/m,
    );
    const counted = (parts.at(-1) ?? '').split(/^(?=31 Sources:)/m);
    const turned = [...parts.slice(0, -1), counted[0] ?? ''].reverse();
    expect(read([head, ...turned, counted[1] ?? ''].join('\n'))).toEqual(expected);
  });

  it('takes a section that comes twice as one', () => {
    expect(read(text.replace(/^ {2}4\. /m, 'Timeline\n\n4. '))).toEqual(expected);
  });

  it('says nothing of sections that are not there', () => {
    const without = text.replace(/^People Involved[\s\S]*(?=^Timeline)/m, '');
    expect(read(without)).toEqual({ ...expected, people: [], organizations: [] });
  });

  it('knows one source from many', () => {
    expect(read(text.replace('31 Sources:', '1 Source:'))['declaredSourceCount']).toBe(1);
  });

  it('keeps a menu that names the headings out of the sections', () => {
    const menu = ['Overview', 'Key Indicators', 'Timeline', 'Scenarios'];
    expect(read([...menu, text].join('\n'))).toEqual({ ...expected, unsorted: [...menu, ...suezPage.chrome] });
  });

  it('keeps what follows the sources as unsorted', () => {
    const draft = readPageText(`${text}\nAbout us\nContact`, options);
    expect(draft?.unsorted.slice(-2)).toMatchObject([
      { text: 'About us', under: '31 Sources:' },
      { text: 'Contact', under: '31 Sources:' },
    ]);
  });

  it('asks for a title where no line comes twice', () => {
    const draft = readPageText(text.replace(suezPage.title, ''), options);
    expect(draft?.story.title).toBeUndefined();
    expect(draft?.doubts).toMatchObject([{ field: 'title' }]);
    expect(draft?.unsorted.map((line) => line.text)).toContain(suezPage.title);
  });
});

describe('[IM2] a page in the second layout', () => {
  const text = printLayoutB(suezPage);
  const second = {
    ...expected,
    ...{ title: null, kicker: null, deck: null, nextEvent: null, indicators: [], people: [], organizations: [] },
    ...{ declaredSourceCount: null, unsorted: suezPage.organizations.map(({ note }) => note) },
  };

  it('gives every section, and keeps orphaned lines under their heading', () => {
    expect(read(text)).toEqual(second);
    const draft = readPageText(text, options);
    expect(draft?.format).toBe('page-b');
    expect(draft?.unsorted.map(({ under }) => under)).toEqual(['Organizations Involved', 'Organizations Involved']);
    expect(draft?.doubts).toMatchObject([{ field: 'title' }]);
  });

  it('begins a scenario without “Discussed by” after a trigger, and says that it is a guess', () => {
    expect(read(text)['scenarios']).toEqual(suezPage.scenarios);
    const draft = readPageText(text, options);
    const last = draft?.entries.filter((entry) => entry.draft.kind === 'scenarios').at(-1);
    expect(last?.doubts).toHaveLength(1);
  });

  it('has no doubt about a page it read well', () => {
    const draft = readPageText(text, options);
    const doubts = draft?.entries.filter((entry) => entry.draft.kind !== 'scenarios').flatMap((entry) => entry.doubts);
    expect(doubts).toEqual([]);
  });
});

describe('[IM3] what is no story page', () => {
  it('is not read where no heading is recognised', () => {
    expect(readPageText('A letter.\n\nIt has paragraphs, and no headings.', options)).toBeNull();
    expect(readPageText('', options)).toBeNull();
  });
});
