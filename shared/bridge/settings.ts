import * as v from 'valibot';

/** How the window is coloured: as the system says, or always one way. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Text sizes on offer, as multiples of the normal one. */
export const textScales = [0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
export type TextScale = (typeof textScales)[number];

/** Paper for the brief. */
export const papers = ['A4', 'Letter'] as const;
export type Paper = (typeof papers)[number];

const shortText = v.pipe(v.string(), v.maxLength(200));

const entries = {
  theme: v.picklist(themes),
  textScale: v.picklist(textScales),
  /** The name under which notes are written; null until it was asked for. */
  authorName: v.nullable(shortText),
  /** The id that goes with the name, so that a renamed author stays the same one. */
  authorId: v.nullable(shortText),
  /** The notebook to open at the next start; null for Home. */
  lastNotebookId: v.nullable(shortText),
  paper: v.picklist(papers),
  /** Whether words that no dictionary knows are marked in drafts. */
  spellCheck: v.boolean(),
  /** Words this person added to the dictionary, on this computer. */
  personalWords: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), v.maxLength(5000)),
};

/** What is remembered between starts and the page may read and change. Window bounds are main's own. */
export const settingsSchema = v.object(entries);
export type Settings = v.InferOutput<typeof settingsSchema>;

/** A change to some of the settings. */
export const settingsChangeSchema = v.object({
  theme: v.exactOptional(entries.theme),
  textScale: v.exactOptional(entries.textScale),
  authorName: v.exactOptional(entries.authorName),
  authorId: v.exactOptional(entries.authorId),
  lastNotebookId: v.exactOptional(entries.lastNotebookId),
  paper: v.exactOptional(entries.paper),
  spellCheck: v.exactOptional(entries.spellCheck),
  personalWords: v.exactOptional(entries.personalWords),
});
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>;

/** The settings of a first start. */
export const defaultSettings: Settings = {
  theme: 'system',
  textScale: 1,
  authorName: null,
  authorId: null,
  lastNotebookId: null,
  paper: 'A4',
  spellCheck: true,
  personalWords: [],
};
