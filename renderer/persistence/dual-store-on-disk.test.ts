// @vitest-environment node
import 'fake-indexeddb/auto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createJournals } from '../../main/journal/engine/journals.ts';
import { dualHarness } from './dual-harness.suite.ts';
import { dualCases } from './dual-store.suite.ts';
import { storeCases } from './document-store.suite.ts';
import { createDualStore } from './dual-store.ts';
import type { Journal } from './journal-link.ts';
import { notices } from './problems.ts';
import { workHere } from './store-work.ts';

const folder = mkdtempSync(join(tmpdir(), 'backstory-two-stores-'));
let journals = createJournals(folder);

/** The engine's methods as the page calls them, without a process between. */
const journal = new Proxy(
  {},
  {
    get: (_target, verb) => async (args: unknown) => {
      const method: unknown = Reflect.get(journals.methods, `journal.${String(verb)}`);
      if (typeof method !== 'function') throw new Error(`The journal has no method ${String(verb)}`);
      const answer: unknown = await Reflect.apply(method, undefined, [args]);
      return answer;
    },
    ownKeys: () => Object.keys(journals.methods).map((name) => name.replace('journal.', '')),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
) as Journal; // it has a function for each method of the engine, and those take and give what the bridge says

const options = { patience: 2000, lockPatience: 60, work: workHere, journal };

afterAll(() => {
  journals.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('the two stores, with the journal on the disk', () => {
  const harness = dualHarness(options);
  it.each(storeCases(harness).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    await one.run(harness);
  });
  it.each(dualCases().map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    await one.run(dualHarness(options));
  });
});

async function opened(docId: string) {
  const doc = new Y.Doc();
  const open = await createDualStore(options).open(docId, doc, { create: true });
  if (!open.ok) throw new Error(open.error.message);
  return { text: doc.getText('words'), ...open.value };
}

/** Ends the journal's process, does something to a notebook's file, and starts it again. */
function between(docId: string, change: (path: string) => void): void {
  journals.end();
  const own = readdirSync(folder).find((name) => name.endsWith(` ${docId.slice(0, 8)}`)) ?? '';
  change(join(folder, own, 'journal.sqlite'));
  journals = createJournals(folder);
}

describe('a journal whose file was really harmed', () => {
  const harms: readonly [string, (path: string) => void][] = [
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -5000))],
    ['emptied', (path) => writeFileSync(path, '')],
    ['overwritten in the middle', (path) => writeFileSync(path, readFileSync(path).fill(0x5a, 9000, 16_000))],
    ['written to by something else', (path) => appendFileSync(path, 'something else '.repeat(500))],
    ['gone', (path) => rmSync(path)],
  ];
  it.each(harms)('%s, is completed out of the window’s own storage', async (name, harm) => {
    const docId = `${String(harms.findIndex(([one]) => one === name))}harmed-${name.replaceAll(' ', '-')}`;
    const held = await opened(docId);
    for (let at = 0; at < 40; at += 1) {
      held.text.insert(held.text.length, `${String(at)} ${Math.sin(at).toString(36).repeat(30)} `);
      await held.flush();
    }
    const words = held.text.toString();
    await held.close();
    between(docId, harm);
    const again = await opened(docId);
    expect(again.text.toString()).toBe(words);
    expect((await again.flush()).kind).toBe('saved');
    expect(again.notices()).not.toContain(notices.copyMade);
    await again.close();
    indexedDB.deleteDatabase(`backstory.document.${docId}`);
    const alone = await opened(docId);
    expect(alone.text.toString()).toBe(words);
    await alone.close();
  });
});
