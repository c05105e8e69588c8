import type { OpenedFile } from '../../shared/bridge/index.ts';
import type { Result } from '../../shared/lib/result.ts';

/** What a person brought: a file's bytes, or text that was pasted. */
export interface PageInput {
  /** The file's name, or what stands for one: for messages and titles. */
  readonly name: string;
  readonly content: Uint8Array | string;
  /** It was brought to update the open notebook: nobody has to be asked. */
  readonly into?: 'update';
}

/** Something brought that could not even be opened, with a sentence why. */
export interface UnopenedInput {
  readonly name: string;
  readonly failure: string;
}

export type Incoming = PageInput | UnopenedInput;

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

/** The name without its ending, for a title that the text does not give. */
export function nameWithoutEnding(name: string): string {
  return name.replace(/\.[^.\s]{1,8}$/, '').trim() || name;
}
