import type { OpenedFile } from '../../shared/bridge/index.ts';
import type { Result } from '../../shared/lib/result.ts';
import { broughtContent, broughtText } from '../captures/flow/index.ts';
import type { Brought } from '../captures/flow/index.ts';

/** What a person brought: a file's bytes, or text that was pasted. */
export interface PageInput {
  /** The file's name, or what stands for one: for messages and titles. */
  readonly name: string;
  readonly content: Uint8Array | string;
  /** It was brought to update the open notebook: nobody has to be asked. */
  readonly into?: 'update';
  /** It was brought where sources are: unless it is a story page, it becomes one. */
  readonly orSource?: boolean;
  /** Its formatting, where it was pasted with one: for a source made of it. */
  readonly html?: string;
}

/** A file that cannot be a story page, only a source. */
export interface SourceInput {
  readonly name: string;
  readonly source: Brought;
}

/** Something brought that could not even be opened, with a sentence why. */
export interface UnopenedInput {
  readonly name: string;
  readonly failure: string;
}

export type Incoming = PageInput | SourceInput | UnopenedInput;

/** How pasted text is called. */
export const pastedName = 'Pasted page';

/** An opened file as something to import; null where the person cancelled. */
export function incomingFile(
  opened: Result<OpenedFile, { readonly reason: string; readonly message: string }>,
  name = 'The file',
): Incoming | null {
  if (opened.ok) return { name: opened.value.name, content: opened.value.bytes };
  return opened.error.reason === 'cancelled' ? null : { name, failure: opened.error.message };
}

/** What was brought as a page, as something that is to become a source. */
export function asSource({ name, content, html }: PageInput): Brought {
  return typeof content === 'string' ? broughtText(content, html ?? null) : broughtContent(name, content);
}

/** The name without its ending, for a title that the text does not give. */
export function nameWithoutEnding(name: string): string {
  return name.replace(/\.[^.\s]{1,8}$/, '').trim() || name;
}
