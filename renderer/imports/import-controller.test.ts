import { describe, expect, it } from 'vitest';
import {
  chosenChanges,
  columnsIn,
  currentStory,
  guessMapping,
  isNamed,
  planUpdate,
} from '../../shared/imports/index.ts';
import { broughtText } from '../captures/flow/index.ts';
import { Library } from '../persistence/library.ts';
import { createMemoryStore } from '../persistence/memory-store.ts';
import { NotebookSession } from '../session/notebook-session.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { ViewState } from '../session/view-state.ts';
import { ImportController } from './import-controller.ts';
import type { Stage } from './import-controller.ts';
import type { ImportServices } from './import-services.ts';
import { readAny } from './read-any.ts';
import { gatherKnown } from './table/known-here.ts';
import { takeTable } from './table/take-table.ts';
import { readAll } from './table/use-table-reading.ts';

const page = [
  'Six Days in the Canal',
  'Six Days in the Canal',
  'Chokepoints',
  'One ship, one gust, and the price of a single route',
  'In 2 days: Spring tide raises the water',
  'Overview',
  'A ship swung across the canal and stopped.',
  'Timeline',
  '1. The ship grounds',
  'Salvage',
  'In gusts the vessel strikes both banks of the canal.',
  '2. Tugs arrive',
  'Salvage',
  'Eight tugs begin to pull at the bow of the ship.',
].join('\n');

const laterPage = page
  .replace('Eight tugs begin', 'Ten tugs begin')
  .concat('\n3. The ship floats\nSalvage\nAt high water the bow comes free of the bank.');

interface Window {
  readonly controller: ImportController;
  readonly library: Library;
  readonly said: string[];
  readonly sources: string[];
  open: OpenNotebook | null;
}

async function openWindow(): Promise<Window> {
  const store = createMemoryStore();
  const library = await Library.open(store);
  if (!library.ok) throw new Error(library.error.message);
  const window: Window = {
    controller: new ImportController(),
    library: library.value,
    said: [],
    sources: [],
    open: null,
  };
  const leave = async (): Promise<void> => {
    await window.open?.session.close();
    window.open = null;
  };
  const services: ImportServices = {
    library: library.value,
    captures: {
      put: () => Promise.resolve('0'.repeat(64)),
      get: () => Promise.reject(new Error('not asked for')),
      complete: () => Promise.resolve([]),
      team: null,
    },
    current: () => window.open,
    openNotebook: async (id) => {
      await leave();
      const session = await NotebookSession.open(id, { store, author: () => '' });
      if (session.ok) window.open = { session: session.value, view: new ViewState() };
      return window.open;
    },
    closeNotebook: leave,
    addSources: (brought) => window.sources.push(...brought.map(({ name }) => name)),
    say: (message) => window.said.push(message),
    read: ({ content }, options) => Promise.resolve(readAny(content, options)),
  };
  window.controller.connect(services);
  return window;
}

async function stage<K extends Stage['kind']>(controller: ImportController, kind: K): Promise<Stage & { kind: K }> {
  for (;;) {
    const { stage: now } = controller.state();
    // The kind was just compared.
    if (now?.kind === kind) return now as Stage & { kind: K };
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function idle(controller: ImportController): Promise<void> {
  while (controller.state().stage !== null) await new Promise((resolve) => setTimeout(resolve, 1));
}

const answers = { title: 'Six days', capturedOn: '2021-03-26' };

describe('ImportController', () => {
  it('makes a listed notebook of an accepted page, with the day that was asked for, as one undo step', async () => {
    const window = await openWindow();
    window.controller.add([{ name: 'canal.txt', content: page }]);
    await stage(window.controller, 'preview');
    await window.controller.acceptNew(answers);
    const { session } = window.open ?? {};
    expect(session?.reader.story().fields).toMatchObject({
      title: 'Six days',
      capturedOn: '2021-03-26',
      nextDate: { edtf: '2021-03-28' },
    });
    expect(session?.reader.list('events').map((event) => event.fields.title)).toEqual([
      'The ship grounds',
      'Tugs arrive',
    ]);
    expect(window.library.notebooks().map(({ title }) => title)).toEqual(['Six days']);
    expect(window.said).toEqual(['Imported 2 events.']);
    session?.undo.undo();
    expect(session?.reader.ids('events')).toEqual([]);
    expect(session?.undo.canUndo).toBe(false);
    session?.undo.redo();
    expect(session?.reader.ids('events')).toHaveLength(2);
  });

  it('writes nothing before a preview is accepted, and nothing of one that is cancelled', async () => {
    const window = await openWindow();
    window.controller.add([{ name: 'canal.txt', content: page }]);
    await stage(window.controller, 'preview');
    window.controller.cancel();
    await idle(window.controller);
    expect(window.library.notebooks()).toEqual([]);
    expect(window.open).toBeNull();
  });

  it('leaves nothing of a notebook whose making is cancelled, and goes back to where one was', async () => {
    const window = await openWindow();
    window.controller.add([{ name: 'canal.txt', content: page }]);
    await stage(window.controller, 'preview');
    await window.controller.acceptNew(answers);
    const before = window.open?.session.id;
    const events = Array.from({ length: 900 }, (_, at) => `${at + 1}. Event ${at}\nSalvage\nText ${at} of the event.`);
    window.controller.add([{ name: 'many.txt', content: `A\nA\nOverview\nWords.\nTimeline\n${events.join('\n')}` }]);
    await stage(window.controller, 'choose');
    window.controller.choose('new');
    const accepting = window.controller.acceptNew({ title: 'Many', capturedOn: null });
    const stop = window.controller.onChange(() => {
      const { stage: now } = window.controller.state();
      if (now?.kind === 'applying' && now.done > 0) window.controller.cancel();
    });
    await accepting;
    stop();
    expect(window.library.notebooks().map(({ title }) => title)).toEqual(['Six days']);
    expect(window.open?.session.id).toBe(before);
    expect(window.controller.state().stage).toBeNull();
  });

  it('updates the open notebook with what was chosen, as one undo step', async () => {
    const window = await openWindow();
    window.controller.add([{ name: 'canal.txt', content: page }]);
    await stage(window.controller, 'preview');
    await window.controller.acceptNew(answers);
    window.controller.add([{ name: 'later.txt', content: laterPage, into: 'update' }]);
    const { draft } = await stage(window.controller, 'update');
    const { session } = window.open ?? {};
    if (session === undefined) throw new Error('no notebook');
    await window.controller.acceptUpdate(chosenChanges(planUpdate(currentStory(session.reader), draft)));
    const texts = (): readonly string[] => session.reader.list('events').map((event) => event.fields.text);
    expect(texts()).toEqual([
      expect.stringContaining('gusts'),
      expect.stringContaining('Ten tugs'),
      expect.stringContaining('high water'),
    ]);
    expect(window.said.at(-1)).toBe('From the page: added 1 entry and changed 1 entry.');
    session.undo.undo();
    expect(texts()).toEqual([expect.stringContaining('gusts'), expect.stringContaining('Eight tugs')]);
  });

  it('hands over what is to become sources, once nothing waits to be read', async () => {
    const window = await openWindow();
    window.controller.add([{ name: 'canal.txt', content: page }]);
    await stage(window.controller, 'preview');
    await window.controller.acceptNew(answers);
    window.controller.add([
      { name: 'letter.txt', content: new TextEncoder().encode('Dear canal,'), orSource: true },
      { name: 'map.pdf', source: broughtText('') },
      { name: 'later.txt', content: new TextEncoder().encode(laterPage), orSource: true },
    ]);
    await stage(window.controller, 'choose');
    expect(window.sources).toEqual([]);
    window.controller.choose('source');
    await idle(window.controller);
    expect(window.sources).toEqual(['letter.txt', 'Pasted text', 'later.txt']);
  });

  it('takes several one after another, and says what waits', async () => {
    const window = await openWindow();
    window.controller.add([
      { name: 'bad.txt', content: 'No headings here.' },
      { name: 'gone.txt', failure: '“gone.txt” could not be read.' },
      { name: 'canal.txt', content: page },
    ]);
    expect(await stage(window.controller, 'problem')).toMatchObject({ name: 'bad.txt', text: 'No headings here.' });
    expect(window.controller.state().waiting).toEqual(['gone.txt', 'canal.txt']);
    window.controller.cancel();
    expect(window.controller.state().stage).toMatchObject({ kind: 'problem', name: 'gone.txt', text: null });
    window.controller.cancel();
    await stage(window.controller, 'preview');
    window.controller.add([{ name: 'later.txt', content: laterPage }]);
    window.controller.forgetWaiting();
    expect(window.controller.state()).toMatchObject({ stage: { kind: 'preview' }, waiting: [] });
    window.controller.cancel();
    await idle(window.controller);
  });

  it.each(['source', 'unsorted'] as const)('keeps the text of another kind of page as %s', async (as) => {
    const window = await openWindow();
    window.controller.add([{ name: 'letter.txt', content: 'Dear canal,\n\nThe ship is stuck.' }]);
    await stage(window.controller, 'problem');
    await window.controller.keepText(as);
    const { session } = window.open ?? {};
    const kind = as === 'source' ? 'sources' : 'unsorted';
    expect(session?.reader.ids(kind)).toHaveLength(as === 'source' ? 1 : 2);
    expect(window.library.notebooks().map(({ title }) => title)).toEqual(['letter']);
  });
});

describe('[IM34] tables', () => {
  const table = 'Date,Title,Who,Source\n24 March 2021,Tugs arrive,Osama Rabie,https://canal.example/1\n,,Nobody,\n';

  /** What the dialog makes of a table before it is accepted, into the open notebook or, with a title, a new one. */
  async function accepted(window: Window, file: string, title: string | null, newNames: 'text' | 'people' = 'text') {
    window.controller.add([{ name: 'canal.csv', content: file }]);
    const { file: read } = await stage(window.controller, 'table');
    const columns = columnsIn(read.table, isNamed(read.table));
    const rules = { names: columns.names, mapping: guessMapping(columns), order: null, today: '2026-11-22' };
    const known = await gatherKnown(title === null ? (window.open?.session.reader ?? null) : null);
    const all = await readAll(columns.body, rules, known, () => false);
    const rows = (all?.rows ?? []).filter(({ repeats }) => repeats === null).map(({ reading }) => reading);
    return { all, taken: await takeTable({ rows, known: known.rows, newNames, fileName: 'canal.csv', title }) };
  }

  it('become a notebook, then come into it as one step; what is here already is found', async () => {
    const window = await openWindow();
    const first = await accepted(window, table, 'Canal', 'people');
    await window.controller.acceptTable(first.taken);
    expect(window.said).toEqual(['Added 1 person, 1 source, 1 event, 1 evidence link and 1 unsorted text.']);
    expect(window.library.notebooks().map(({ title }) => title)).toEqual(['Canal']);
    expect(window.open?.view.place().view).toBe('timeline');

    const again = `${table}25 March 2021,The ship turns,Osama Rabie; Port,https://canal.example/1\n25 March 2021,The ship turns,,\n`;
    const { all, taken } = await accepted(window, again, null);
    expect(all?.newNames).toEqual(['Port']);
    expect(all?.rows.map(({ repeats }) => repeats?.line ?? null)).toEqual([0, 0, null, 4]);
    await window.controller.acceptTable(taken);
    const { session } = window.open ?? {};
    expect(session?.reader.list('events').map(({ fields }) => [fields.title, fields.text])).toEqual([
      ['The ship turns', 'Actors: Port'],
      ['Tugs arrive', ''],
    ]);
    expect([session?.reader.ids('sources').length, session?.reader.ids('evidence').length]).toEqual([1, 2]);
    session?.undo.undo();
    expect(session?.reader.ids('events')).toHaveLength(1);
  });

  it('cancelled, leave nothing; brought where sources are, become one', async () => {
    const window = await openWindow();
    await window.controller.acceptTable((await accepted(window, table, 'Canal')).taken);
    window.controller.add([{ name: 'more.csv', content: table }]);
    await stage(window.controller, 'table');
    window.controller.cancel();
    await idle(window.controller);
    expect(window.open?.session.reader.ids('events')).toHaveLength(1);
    window.open?.view.go({ view: 'sources' });
    window.controller.add([{ name: 'more.csv', content: new TextEncoder().encode(table), orSource: true }]);
    await idle(window.controller);
    expect(window.sources).toEqual(['more.csv']);
  });

  it('that are broken can be kept as text', async () => {
    const window = await openWindow();
    window.controller.add([{ name: 'broken.csv', content: 'Date,Title\n"2021,A' }]);
    const problem = await stage(window.controller, 'problem');
    expect([problem.message, problem.text]).toEqual([
      'The quotation mark that opens in line 2 is never closed. Nothing was imported.',
      'Date,Title\n"2021,A',
    ]);
  });
});
