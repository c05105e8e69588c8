import type { StoryDate } from '../story/dates/index.ts';
import type { Json, JsonObject } from '../story/section.ts';
import type { Name } from '../story/sections/sources/index.ts';

export type { Name };

/** A bibliographic record between a source of a notebook and a file: every format is read into it and written from it. */
export interface Reference {
  /** What the file calls it; '' where it does not. */
  readonly key: string;
  /** A CSL type; '' where the file says none. */
  readonly type: string;
  readonly title: string;
  readonly authors: readonly Name[];
  /** Without the publication it appeared in, which is the variable `container-title`. */
  readonly publisher: string;
  readonly published: StoryDate | null;
  readonly accessed: StoryDate | null;
  readonly address: string;
  readonly language: string;
  /** The other CSL variables, by their names. */
  readonly variables: JsonObject;
  /** What no variable stands for, by where it comes from: `ris`, `bibtex`, and CSL's own `custom`. */
  readonly custom: JsonObject;
}

export const emptyReference: Reference = {
  key: '',
  type: '',
  title: '',
  authors: [],
  publisher: '',
  published: null,
  accessed: null,
  address: '',
  language: '',
  variables: {},
  custom: {},
};

/** A record of a file, with where it stands. */
export interface ReadRecord {
  readonly reference: Reference;
  /** 1-based line of the file. */
  readonly line: number;
  /** What could not be read of it, and where. */
  readonly doubts: readonly { readonly line: number; readonly message: string }[];
}

/** A variable that is text or a number, as text; '' where there is none. */
export function variable({ variables }: Reference, name: string): string {
  const value: Json | undefined = Object.hasOwn(variables, name) ? variables[name] : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
