/**
 * The program that `kill.test.ts` kills: it appends rows as fast as it can and tells its parent of each that was answered.
 * `one` waits for every answer, `many` has a dozen calls under way, `hold` writes one row and keeps the library.
 */
import { createJournals } from './journals.ts';

const [folder = '', pace = 'one'] = process.argv.slice(2);
const notebook = 'a1b2c3d4-0000-4000-8000-000000000001';
const journals = createJournals(folder);
let next = 0;

/** Rows whose bytes follow from their number. */
function row(step: number) {
  const bytes = new Uint8Array((step * 37) % 6000).fill(step % 251);
  return {
    doc: notebook,
    bytes,
    at: step,
    author: 'Writer',
    authorId: null,
    session: `${process.pid}`,
    origin: 'edit',
    step,
  } as const;
}

async function write(): Promise<void> {
  const step = (next += 1);
  const answer = await journals.methods['journal.append']({ notebook, rows: [row(step)] });
  process.send?.(answer.ok ? { step } : { failed: answer.error.reason });
}

async function run(): Promise<void> {
  const opened = await journals.methods['journal.open']({ notebook, title: 'Killed', create: true });
  process.send?.(opened.ok ? { opened: true } : { failed: opened.error.reason });
  if (!opened.ok) return;
  if (pace === 'hold') {
    await write();
    setInterval(() => undefined, 1000);
    return;
  }
  const lanes = pace === 'many' ? 12 : 1;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (;;) await write();
    }),
  );
}

void run();
