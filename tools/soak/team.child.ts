import { setTimeout } from 'node:timers/promises';
import * as Y from 'yjs';
import { atOnce, local, roomAt } from '../bench/sync/clients.ts';
import type { Client, Meeting } from '../bench/sync/clients.ts';

/** Milliseconds between two edits of one person. */
const pace = 25;
/** Fields that are written over and over: the document itself does not grow. */
const fields = 50;
/** Milliseconds after which somebody leaves and somebody else comes. */
const turn = 15_000;
/** Milliseconds in which the last edits must have come to everybody. */
const patience = 60_000;
/** Generations end soon, so that many are begun and deleted. */
const tuning = { ...atOnce, blobs: 400, age: 3000, yieldLeast: 500, yieldMost: 2000 };

/** Arguments: the relay's address, milliseconds. Writes `heap BYTES` each second, and what was done at the end. */
const [url = '', milliseconds = '0'] = process.argv.slice(2);
const meeting = await roomAt(url, 'soak', tuning);
const people = [await come(meeting), await come(meeting), await come(meeting)];
let edits = 0;
let newcomers = 0;

const began = performance.now();
let [nextTurn, nextLook] = [began + turn, began];
while (performance.now() - began < Number(milliseconds)) {
  for (const { doc } of people) {
    doc.transact(
      () => doc.getMap('fields').set(`field ${edits % fields}`, `what stands here after ${edits} edits`),
      local,
    );
    edits += 1;
  }
  if (performance.now() >= nextLook) {
    look();
    nextLook += 1000;
  }
  if (performance.now() >= nextTurn) {
    await everybodyHasAll();
    people.shift()?.stop();
    people.push(await come(meeting));
    newcomers += 1;
    nextTurn = performance.now() + turn;
  }
  await setTimeout(pace);
}
await everybodyHasAll();
for (const person of people) person.stop();
process.stdout.write(`${edits} edits of three people, ${newcomers} newcomers; everybody had all of them\n`);
process.exit(0);

async function come(to: Meeting): Promise<Client> {
  return to.join(new Y.Doc());
}

function look(): void {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`heap ${heapUsed + external}\n`);
}

async function everybodyHasAll(): Promise<void> {
  const until = performance.now() + patience;
  const states = (): Set<string> =>
    new Set(people.map(({ doc }) => JSON.stringify(Object.entries(doc.getMap('fields').toJSON()).sort())));
  while (states().size > 1) {
    if (performance.now() > until) throw new Error('Somebody lacks an edit');
    await setTimeout(50);
  }
}
