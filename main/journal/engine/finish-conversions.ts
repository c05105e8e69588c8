import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { flushFolder, writeWhole } from './disk.ts';
import { codeOf } from './trouble.ts';

/**
 * A notebook's folder is exchanged for a converted one that lies ready beside it. Two folders cannot be exchanged in one step; so
 * what is to be done is written down first, and done to its end at the next start where the program ended in between.
 */

const workName = '.converting';

/** Where converted folders are made. */
export const conversionsIn = (library: string): string => join(library, workName);

/** What is to be exchanged: paths from the library's top. */
const planSchema = v.object({ from: v.string(), to: v.string() });
type Plan = v.InferOutput<typeof planSchema>;

const ways = (library: string, number: string) => {
  const at = (end: string): string => join(conversionsIn(library), `${number}.${end}`);
  return { part: at('part'), whole: at('whole'), old: at('old'), plan: at('json') };
};

/** Where the folder of that number is filled; it is not there yet. */
export function beginConversion(library: string, number: string): string {
  const { part } = ways(library, number);
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  return part;
}

/** Puts a folder that was filled, read back and flushed in the place of the one that it was made of. */
export function exchange(library: string, number: string, plan: Plan): void {
  const { part, whole, plan: written } = ways(library, number);
  writeWhole(written, JSON.stringify(plan));
  // From here on it is decided.
  renameSync(part, whole);
  flushFolder(conversionsIn(library));
  finish(library, number);
}

/** Ends what an earlier process had decided, and lets go of what it had not. Needs no key. */
export function finishConversions(library: string): void {
  const work = conversionsIn(library);
  let names: readonly string[];
  try {
    names = readdirSync(work);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  for (const name of names) {
    const number = /^(.+)\.json$/.exec(name)?.[1];
    if (number !== undefined) finish(library, number);
  }
  for (const name of names) if (name.endsWith('.part')) rmSync(join(work, name), { recursive: true, force: true });
  // What is there without a plan is nobody's to remove.
  if (readdirSync(work).length === 0) rmdirSync(work);
}

function finish(library: string, number: string): void {
  const { whole, old, plan: written } = ways(library, number);
  const plan = parse(written);
  if (plan === null) return;
  const [from, to] = [join(library, plan.from), join(library, plan.to)];
  if (isThere(whole)) {
    if (!isThere(old) && isThere(from)) {
      renameSync(from, old);
      flushFolder(dirname(from));
    }
    renameSync(whole, freePlace(to));
    flushFolder(dirname(to));
  } else if (isThere(old) && !isThere(to)) {
    // Nothing has taken its place: it is all there is.
    renameSync(old, from);
  }
  // Only now, when the other has its name.
  rmSync(old, { recursive: true, force: true });
  rmSync(written, { force: true });
  flushFolder(conversionsIn(library));
}

/** Where somebody made a folder of that name meanwhile, another. */
function freePlace(wanted: string): string {
  let place = wanted;
  for (let more = 2; isThere(place); more += 1) place = `${wanted} ${more}`;
  return place;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function parse(path: string): Plan | null {
  try {
    const parsed = v.safeParse(planSchema, JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
