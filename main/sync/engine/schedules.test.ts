import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';
import { loadCrypto } from '../../../shared/sync/crypto/sodium.ts';
import type { Person } from './team.suite.ts';
import { TestTeam } from './team.suite.ts';

let crypto: SyncCrypto;
let folder = '';
let team: TestTeam;

beforeAll(async () => {
  crypto = await loadCrypto();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schedule-'));
  team = await TestTeam.start(crypto, folder);
});
afterEach(async () => {
  await team.stop();
  for (const one of [folder, `${folder}-copy`]) rmSync(one, { recursive: true, force: true });
});

const patient = { timeout: 15_000 };
const docs = ['notebook', 'notebook.draft.1'] as const;
const tuning = { blobs: 6, age: 0, yieldLeast: 20, yieldMost: 80 };

/** Numbers of 0 to 1 that are the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Schedule {
  readonly people: Person[];
  readonly words: string[] = [];
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = numbers(seed);
    this.people = ['Mara', 'Ilir', 'Tess'].map((name) => team.connect(name, { tuning }));
  }

  async step(): Promise<void> {
    const at = Math.floor(this.#random() * this.people.length);
    const person = this.people[at];
    const chance = this.#random();
    if (person === undefined) return;
    if (chance < 0.6) return this.write(person);
    if (chance < 0.75) return this.reopen(person, at);
    // A while, in which things happen.
    if (chance < 0.85) return void (await person.room.reached());
    await team.relay.stop();
    if (chance < 0.9) {
      rmSync(`${folder}-copy`, { recursive: true, force: true });
      cpSync(folder, `${folder}-copy`, { recursive: true });
    } else if (chance < 0.93 && existsSync(`${folder}-copy`)) {
      rmSync(folder, { recursive: true });
      cpSync(`${folder}-copy`, folder, { recursive: true });
    }
    this.write(person);
    await team.restart();
  }

  write(person: Person): void {
    const word = `${person.name}${this.words.length} `;
    this.words.push(word);
    person.type(word, docs[Math.floor(this.#random() * docs.length)] ?? docs[0]);
  }

  async reopen(person: Person, at: number): Promise<void> {
    await person.room.close();
    this.people[at] = team.connect(person.name, { docs: person.docs, keep: person.keep, tuning });
  }
}

const said = (person: Person) => docs.map((id) => person.doc(id).getText('t').toJSON());

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  '[SY20] with a real relay that stops, starts and forgets, everybody has everything in the end (seed %i)',
  async (seed) => {
    const schedule = new Schedule(seed);
    for (let step = 0; step < 40; step += 1) await schedule.step();
    for (const { room } of schedule.people) room.retry();
    for (const person of schedule.people) {
      await expect.poll(() => person.room.status(), patient).toMatchObject({ kind: 'online' });
      await expect.poll(() => person.room.status().reached, patient).not.toBe('here');
    }
    const everything = schedule.words.toSorted();
    for (const person of schedule.people)
      await expect
        .poll(
          () =>
            said(person)
              .flatMap((text) => text.match(/\S+ /g) ?? [])
              .toSorted(),
          patient,
        )
        .toEqual(everything);
    const noor = team.connect('Noor');
    await noor.room.reached();
    const [first] = schedule.people;
    // Generations end faster here than they are closed to writers, who bring what came too late again.
    await expect.poll(() => said(noor), patient).toEqual(first === undefined ? [] : said(first));
  },
  60_000,
);
