import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { defaultSettings, settingsSchema } from '../../shared/bridge/index.ts';
import { writeAtomically } from '../files/atomic-write.ts';

/** Where the window was, in screen pixels. */
const windowSchema = v.object({
  x: v.nullable(v.pipe(v.number(), v.integer())),
  y: v.nullable(v.pipe(v.number(), v.integer())),
  width: v.pipe(v.number(), v.integer(), v.minValue(400)),
  height: v.pipe(v.number(), v.integer(), v.minValue(300)),
  maximized: v.boolean(),
});

/** The file's form. A later version adds a schema and an upgrade; an older program keeps a newer file aside. */
const storedSchema = v.object({
  version: v.literal(1),
  // One unknown value, say from a newer version, does not cost the other settings.
  settings: v.object({
    theme: v.fallback(settingsSchema.entries.theme, defaultSettings.theme),
    textScale: v.fallback(settingsSchema.entries.textScale, defaultSettings.textScale),
    authorName: v.fallback(settingsSchema.entries.authorName, defaultSettings.authorName),
    authorId: v.fallback(settingsSchema.entries.authorId, defaultSettings.authorId),
    lastNotebookId: v.fallback(settingsSchema.entries.lastNotebookId, defaultSettings.lastNotebookId),
    paper: v.fallback(settingsSchema.entries.paper, defaultSettings.paper),
    spellCheck: v.fallback(settingsSchema.entries.spellCheck, defaultSettings.spellCheck),
    personalWords: v.fallback(settingsSchema.entries.personalWords, defaultSettings.personalWords),
  }),
  window: windowSchema,
  /** Where the notebooks' folders are; null for the usual place. */
  libraryFolder: v.fallback(v.nullable(v.string()), null),
});

export type StoredSettings = v.InferOutput<typeof storedSchema>;
export type WindowPlace = v.InferOutput<typeof windowSchema>;

/** What a first start begins with. */
export const firstStart: StoredSettings = {
  version: 1,
  settings: defaultSettings,
  window: { x: null, y: null, width: 1360, height: 900, maximized: false },
  libraryFolder: null,
};

/** Preferences in one small file: read once at start, written whole and in order after every change. */
export interface SettingsStore {
  readonly get: () => StoredSettings;
  readonly set: (change: Partial<Omit<StoredSettings, 'version'>>) => void;
  /** Resolves once everything set so far is on disk, or could not be written. */
  readonly flushed: () => Promise<void>;
}

/**
 * Opens the store. A file that cannot be understood is kept beside (`.broken`) and the defaults are used, so that a damaged
 * preference never keeps the app from starting.
 */
export function openSettings(path: string, complain: (message: string) => void): SettingsStore {
  let current = load(path, complain);
  let writing: Promise<void> = Promise.resolve();
  return {
    get: () => current,
    set(change) {
      current = { ...current, ...change };
      const text = `${JSON.stringify(current, null, 2)}\n`;
      writing = writing
        .then(() => writeAtomically(path, text))
        .catch((error: unknown) => complain(`Settings were not saved: ${String(error)}`));
    },
    flushed: () => writing,
  };
}

/** Reads synchronously: the window's place and colours are wanted before anything is shown, and the file is tiny. */
function load(path: string, complain: (message: string) => void): StoredSettings {
  mkdirSync(dirname(path), { recursive: true });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return firstStart;
  }
  try {
    return v.parse(storedSchema, JSON.parse(text));
  } catch (error) {
    const aside = `${path}.broken`;
    renameSync(path, aside);
    complain(`Settings could not be read and were kept aside: ${String(error)}`);
    return firstStart;
  }
}
