import {
  defaultSettings,
  eventNames,
  type Bridge,
  type EventName,
  type EventOf,
  type OpenedFile,
  type PrintJob,
  type Settings,
} from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { memoryEncryption } from './memory-encryption.ts';
import { createMemoryJournal } from './memory-journal.ts';
import { createMemoryCaptures, memoryLibrary } from './memory-library.ts';
import { memorySync } from './memory-sync.ts';

/** What surrounds the in-memory bridge: what the dialogs answer, and what the page did. */
export interface MemorySurroundings {
  /** The files the open dialogs give, first one first; with none left they are cancelled. */
  readonly filesToOpen?: readonly OpenedFile[];
  /** Files the app was started with. */
  readonly openedAtStart?: readonly OpenedFile[];
  readonly settings?: Partial<Settings>;
}

/** The in-memory bridge, with what a test wants to look at or to cause. */
export interface MemoryBridge {
  readonly bridge: Bridge;
  /** Lets an event happen. */
  readonly emit: <E extends EventName>(event: E, value: EventOf<E>) => void;
  readonly exported: readonly PrintJob[];
  readonly openedLinks: readonly string[];
  readonly title: () => string;
}

const noFile = err({ reason: 'cancelled', message: 'No file was chosen.' } as const);

/** A bridge without a main process, for plain browsers and for tests: it remembers for as long as the page lives. */
export function createMemoryBridge(surroundings: MemorySurroundings = {}): MemoryBridge {
  const files = [...(surroundings.filesToOpen ?? [])];
  const waiting = [...(surroundings.openedAtStart ?? [])];
  let settings: Settings = { ...defaultSettings, ...surroundings.settings };
  let title = 'Backstory';
  const exported: PrintJob[] = [];
  const openedLinks: string[] = [];
  const listeners = new Map<EventName, Set<(value: never) => void>>(eventNames.map((name) => [name, new Set()]));
  const emit = <E extends EventName>(event: E, value: EventOf<E>) => {
    // Only listeners of this very event are in its set.
    for (const listener of listeners.get(event) ?? []) listener(value as never);
  };
  const nextFile = () => {
    const file = files.shift();
    return Promise.resolve(file === undefined ? noFile : ok(file));
  };
  const done = () => Promise.resolve(undefined);
  const bridge: Bridge = {
    app: {
      info: () => Promise.resolve({ version: '0', electron: '', chromium: '', platform: 'browser' }),
    },
    settings: {
      get: () => Promise.resolve(settings),
      set(change) {
        settings = { ...settings, ...change };
        emit('settings.changed', settings);
        return Promise.resolve(settings);
      },
    },
    window: {
      setTitle({ title: next }) {
        title = next;
        return done();
      },
    },
    files: {
      openPage: nextFile,
      openSources: () => {
        const [file] = files;
        return Promise.resolve(file === undefined ? noFile : ok([{ file: file.name, name: file.name }]));
      },
      readSource: nextFile,
      saveOriginal: () => Promise.resolve(noFile),
      openExchange: nextFile,
      saveExchange: () => Promise.resolve(noFile),
      revealExchange: done,
      takeOpened: () => Promise.resolve(waiting.splice(0).map((file) => ok(file))),
    },
    source: {
      show: ({ html }) => Promise.resolve({ url: URL.createObjectURL(new Blob([html], { type: 'text/html' })) }),
    },
    brief: {
      preview: () =>
        Promise.resolve(err({ reason: 'print-failed', message: 'Pages are only made in the app itself.' } as const)),
      cancelPreview: done,
      exportPdf({ job, suggestedName }) {
        exported.push(job);
        return Promise.resolve(ok({ fileName: suggestedName, pages: null }));
      },
      cancelExport: done,
      reveal: done,
    },
    journal: createMemoryJournal(),
    captures: createMemoryCaptures().calls,
    library: memoryLibrary,
    encryption: memoryEncryption,
    sync: memorySync,
    fetch: {
      page: () =>
        Promise.resolve(err({ reason: 'no-network', message: 'Pages are only fetched in the app itself.' } as const)),
      stop: done,
    },
    shell: {
      openExternal({ url }) {
        openedLinks.push(url);
        return Promise.resolve(ok(undefined));
      },
    },
    bring: () => memoryLibrary.openFile(),
    on(event, listener) {
      listeners.get(event)?.add(listener);
      return () => {
        listeners.get(event)?.delete(listener);
      };
    },
  };
  return { bridge, emit, exported, openedLinks, title: () => title };
}
