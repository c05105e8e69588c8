import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './subject.ts';

const folder = join(root, '..', 'shared', 'stories');

/** Why journeys on the example pages are left out; they lie beside the checkout, not in it. */
export const storiesMissing = `the example pages are not there (${join('..', 'shared', 'stories')})`;

export const hasStories = existsSync(folder);

/** The path of an example page or source. */
export function story(name: string): string {
  return join(folder, name);
}
