import { NotebookArchive } from '../../shared/history/archive.ts';
import { collectBriefing } from '../../shared/history/collect-briefing.ts';
import { collectNews } from '../../shared/history/collect-news.ts';
import { compareFields, compareNotebooks } from '../../shared/history/compare.ts';
import type { NotebookState, Pace } from '../../shared/history/compare.ts';
import { ChangeList } from '../../shared/history/list-changes.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { pause } from '../persistence/time-slices.ts';
import { PastStates } from './past-states.ts';
import type { FromWorker, Line, Question, ToWorker } from './protocol.ts';

/** Milliseconds of work between two looks at what has come in. */
const slice = 20;

/** Thrown where a question was given up. */
class Cancelled extends Error {}

interface Open {
  readonly archive: NotebookArchive;
  readonly changes: ChangeList;
  readonly past: PastStates;
  readonly present: NotebookState;
}

/** The worker's work: takes rows in and answers questions, in the order they come, and hears of cancelled ones in between. */
export class HistoryDesk {
  readonly #line: Line<FromWorker, ToWorker>;
  readonly #waiting: ToWorker[] = [];
  readonly #cancelled = new Set<number>();
  #open: Open | null = null;
  #rows = 0;
  #isWorking = false;
  #sliceEnds = 0;

  constructor(line: Line<FromWorker, ToWorker>) {
    this.#line = line;
    line.addEventListener('message', ({ data }) => {
      if (data.type === 'cancel') this.#cancelled.add(data.serial);
      else this.#waiting.push(data);
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#sliceEnds = performance.now() + slice;
      await this.#take(next);
    }
    // What was cancelled after its answer, or before it was ever asked here, is over.
    this.#cancelled.clear();
    this.#isWorking = false;
  }

  async #take(message: ToWorker): Promise<void> {
    if (message.type === 'begin') this.#begin(message.notebook);
    else if (this.#open === null) return;
    else if (message.type === 'rows') {
      for (const row of message.rows) {
        this.#open.archive.add(row);
        this.#rows += 1;
        await this.#pace(() => this.#tellRead());
      }
      this.#tellRead();
    } else if (message.type === 'backup') {
      await this.#open.past.read(message.name, message.states);
    } else if (message.type === 'ask') await this.#answerTo(this.#open, message.serial, message.question);
  }

  #tellRead(): void {
    this.#say({ type: 'read', rows: this.#rows, unreadable: this.#open?.archive.unreadable ?? 0 });
  }

  #begin(notebook: string): void {
    const archive = new NotebookArchive(notebook);
    const present: NotebookState = {
      reader: archive.root.reader,
      draft: (id) => archive.drafts.get(id)?.doc ?? null,
    };
    this.#open = { archive, changes: new ChangeList(archive), past: new PastStates(archive), present };
  }

  async #answerTo(open: Open, serial: number, question: Question): Promise<void> {
    const pace: Pace = () =>
      this.#pace(() => {
        if (this.#cancelled.has(serial)) throw new Cancelled();
      });
    try {
      if (this.#cancelled.has(serial)) throw new Cancelled();
      this.#say({ type: 'answer', serial, answer: await answer(open, question, pace) });
    } catch (error) {
      if (error instanceof Cancelled) this.#say({ type: 'cancelled', serial });
      else {
        this.#say({ type: 'failed', serial });
        // A bug: told where bugs are told, and the page goes on without this answer.
        reportError(error);
      }
    }
  }

  /** Hears what has come in when a slice of time is over, then does what is to be done between slices. */
  async #pace(between: () => void): Promise<void> {
    if (performance.now() < this.#sliceEnds) return;
    await pause();
    this.#sliceEnds = performance.now() + slice;
    between();
  }

  #say(message: FromWorker): void {
    this.#line.postMessage(message);
  }
}

async function answer(open: Open, question: Question, pace: Pace): Promise<unknown> {
  const { archive, changes, past, present } = open;
  switch (question.ask) {
    case 'beginning':
      return archive.beginning();
    case 'changes':
      return changes.page(question.of, question.page);
    case 'values':
      return changes.values(question.change);
    case 'sittings':
      return archive.sittings(question.limit);
    case 'state':
      return past.updates(question.moment, question.draft);
    case 'compare': {
      const state = await past.state(question.moment, pace);
      const touched = question.moment.type === 'kept' ? archive.touchedSince(question.moment.kept) : null;
      return state === null ? null : await compareNotebooks(state, present, pace, touched);
    }
    case 'compareFields': {
      const state = await past.state(question.moment, pace);
      return state === null ? null : compareFields(state, present, question.ref);
    }
    case 'news':
      return await collectNews(archive, question.query, pace);
    case 'briefing':
      return await collectBriefing(archive, question.query, pace);
    default:
      return assertNever(question);
  }
}
