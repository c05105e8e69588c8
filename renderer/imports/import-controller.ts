import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { changesOfDraft } from '../../shared/imports/index.ts';
import type { TableHints } from '../../shared/imports/index.ts';
import type { KnownEntries } from '../../shared/interchange/index.ts';
import type { ImportChanges } from '../../shared/story/import-changes.ts';
import { applyChanges } from './apply-changes.ts';
import { breathing } from './breathing.ts';
import type { ApplyOptions } from './apply-changes.ts';
import { answered } from './draft-entries.ts';
import type { HeadAnswers } from './draft-entries.ts';
import type { ImportServices } from './import-services.ts';
import { importedWords, updatedWords } from './import-words.ts';
import { keepAsSource, keepAsUnsorted } from './keep-text.ts';
import type { Brought } from '../captures/flow/index.ts';
import { asSource, nameWithoutEnding } from './page-input.ts';
import type { Incoming, PageInput } from './page-input.ts';
import type { ReadOutcome, TableFile } from './read-in-worker.ts';
import type { AcceptedTable } from './table/index.ts';

/** What the window asks or shows. */
export type Stage =
  | { readonly kind: 'reading'; readonly name: string }
  /** `text` is what can be kept all the same; null where there is none. */
  | { readonly kind: 'problem'; readonly name: string; readonly message: string; readonly text: string | null }
  | { readonly kind: 'choose'; readonly draft: ImportDraft }
  | { readonly kind: 'preview'; readonly draft: ImportDraft }
  | { readonly kind: 'update'; readonly draft: ImportDraft }
  /** References or annotations, for the open notebook. */
  | { readonly kind: 'exchange'; readonly draft: ImportDraft }
  /** A table of events: what its columns are is asked first. */
  | { readonly kind: 'table'; readonly file: TableFile }
  | { readonly kind: 'applying'; readonly name: string; readonly done: number; readonly total: number };

export interface ImportState {
  readonly stage: Stage | null;
  /** The names of what waits behind it. */
  readonly waiting: readonly string[];
}

/**
 * Takes what a person brings through reading, preview and acceptance, one after another. Nothing is written before a
 * preview was accepted, and what is cancelled leaves nothing behind.
 */
export class ImportController {
  readonly #listeners = new Set<() => void>();
  #state: ImportState = { stage: null, waiting: [] };
  #queue: readonly Incoming[] = [];
  /** What was read last. */
  #input: PageInput | null = null;
  /** What turned out to be sources; handed over once nothing waits to be read. */
  #sources: Brought[] = [];
  #running = new AbortController();
  /** What did not come along as it was. */
  #remarks: string[] = [];
  #connected: ImportServices | null = null;

  /** Gives it the window as it is now. Nothing is imported before. */
  connect(services: ImportServices): void {
    this.#connected = services;
  }

  state(): ImportState {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings something; it waits for what is being imported already. */
  add(incoming: readonly Incoming[]): void {
    this.#queue = [...this.#queue, ...incoming];
    if (this.#state.stage === null) void this.#next();
    else this.#show(this.#state.stage);
  }

  /** Ends what is on the screen without any trace of it, and goes on with what waits. */
  cancel(): void {
    this.#running.abort();
    // While entries are being made, whoever makes them notices, takes them back and goes on.
    if (this.#state.stage?.kind !== 'applying') void this.#next();
  }

  /** Leaves out what waits; what is on the screen goes on. */
  readonly forgetWaiting = (): void => {
    this.#queue = [];
    this.#show(this.#state.stage);
  };

  /** Where the page in question goes: into a notebook of its own, or into the one that is open. */
  choose(where: 'new' | 'update' | 'source'): void {
    const { stage } = this.#state;
    if (stage?.kind === 'table' && where === 'source') this.#toSources();
    if (stage?.kind !== 'choose') return;
    if (where === 'source') this.#toSources();
    else this.#show({ kind: where === 'new' ? 'preview' : 'update', draft: stage.draft });
  }

  /** What was read last is to become a source. */
  #toSources(): void {
    if (this.#input !== null) this.#sources.push(asSource(this.#input));
    void this.#next();
  }

  /** Accepts the preview: makes the notebook. */
  async acceptNew(answers: HeadAnswers): Promise<void> {
    const { stage } = this.#state;
    if (stage?.kind !== 'preview') return;
    const draft = answered(stage.draft, answers);
    const accepted = await this.#inNewNotebook(draft.fileName, answers.title, async (open) => {
      const applied = await applyChanges(open.session, changesOfDraft(draft), this.#applying(draft.fileName));
      if (applied) open.view.go({ view: 'story' });
      return applied;
    });
    await this.#leave(accepted ? importedWords(draft) : null);
  }

  /** Takes over what was ticked into the open notebook. */
  async acceptUpdate(changes: ImportChanges): Promise<void> {
    await this.#acceptInto('update', changes, updatedWords(changes));
  }

  /** Adds the references or annotations that were ticked to the open notebook, and shows where they are. */
  async acceptExchange(changes: ImportChanges, words: string, view: 'sources' | 'story'): Promise<void> {
    await this.#acceptInto('exchange', changes, words, () => this.#services().current()?.view.go({ view }));
  }

  /** Reads the table in question once more, in another way. */
  async readAgain(hints: Pick<TableHints, 'encoding' | 'separator'>): Promise<void> {
    if (this.#state.stage?.kind === 'table' && this.#input !== null) await this.#read(this.#input, hints);
  }

  /** Adds the events that were read out of a table, to the open notebook or to one that is made for them. */
  async acceptTable({ changes, words, title }: AcceptedTable): Promise<void> {
    if (title === null) {
      const show = (): void => this.#services().current()?.view.go({ view: 'timeline' });
      return await this.#acceptInto('table', changes, words, show);
    }
    const { stage } = this.#state;
    if (stage?.kind !== 'table') return;
    const name = stage.file.fileName;
    const accepted = await this.#inNewNotebook(name, title, async (open) => {
      const applied = await applyChanges(open.session, changes, this.#applying(name));
      if (applied) open.view.go({ view: 'timeline' });
      return applied;
    });
    await this.#leave(accepted ? words : null);
  }

  async #acceptInto(
    kind: 'update' | 'exchange' | 'table',
    changes: ImportChanges,
    words: string,
    show: () => void = () => undefined,
  ): Promise<void> {
    const { stage } = this.#state;
    const open = this.#services().current();
    if (stage?.kind !== kind || open === null) return;
    const name = stage.kind === 'table' ? stage.file.fileName : stage.draft.fileName;
    const accepted = await this.#guarded(name, async () => {
      const progress = this.#applying(name);
      // Undo takes an import back as well; the backup is for whoever notices later.
      await open.session.backUp();
      return await applyChanges(open.session, changes, progress);
    });
    if (accepted) show();
    await this.#leave(accepted ? words : null, () => open.session.undo.undo());
  }

  /** Keeps the text of something that is no story page. */
  async keepText(as: 'source' | 'unsorted'): Promise<void> {
    const { stage } = this.#state;
    if (stage?.kind !== 'problem' || stage.text === null) return;
    const kept = { name: stage.name, text: stage.text };
    const { captures } = this.#services();
    if (as === 'source' && this.#services().current() !== null) return this.#toSources();
    const keep = async (open: OpenNotebook): Promise<true> => {
      await (as === 'source' ? keepAsSource(open, captures, kept) : keepAsUnsorted(open, kept));
      return true;
    };
    const current = this.#services().current();
    this.#show({ kind: 'applying', name: stage.name, done: 0, total: 0 });
    const done =
      current === null
        ? await this.#inNewNotebook(stage.name, nameWithoutEnding(stage.name), keep)
        : await this.#guarded(stage.name, () => keep(current));
    const words = as === 'source' ? 'The text was kept as a source.' : 'The text was kept as unsorted.';
    await this.#leave(done ? words : null);
  }

  /** Shows how far the writing is, and lets it be cancelled. */
  #applying(name: string): ApplyOptions {
    this.#show({ kind: 'applying', name, done: 0, total: 0 });
    const onProgress = (done: number, total: number): void => this.#show({ kind: 'applying', name, done, total });
    const onRemarks = (remarks: readonly string[]): void => void this.#remarks.push(...remarks);
    return { signal: this.#running.signal, onProgress, captures: this.#services().captures, onRemarks };
  }

  /** After writing: says what came of it, and goes on with what waits. A failure stays on the screen. */
  async #leave(message: string | null, undo?: () => void): Promise<void> {
    if (message !== null) this.#services().say([message, ...this.#remarks.splice(0)].join(' '), undo);
    if (this.#state.stage?.kind === 'applying') await this.#next();
  }

  /** Makes a notebook and fills it; leaves none behind, and goes back to where one was, when that does not come off. */
  async #inNewNotebook(name: string, title: string, fill: (open: OpenNotebook) => Promise<boolean>): Promise<boolean> {
    const { library, current, openNotebook, closeNotebook } = this.#services();
    const before = current()?.session.id ?? null;
    this.#show({ kind: 'applying', name, done: 0, total: 0 });
    const begun = await library.begin(title);
    if (!begun.ok) {
      this.#fail(name, `The notebook could not be made. ${begun.error.message}`);
      return false;
    }
    const id = begun.value;
    const filled = await this.#guarded(name, async () => {
      const open = await openNotebook(id);
      if (open === null) throw new Error('The new notebook could not be opened.');
      if (!(await fill(open))) return false;
      library.finish(id, open.session.reader);
      await open.session.flush();
      return true;
    });
    if (filled) return true;
    if (before === null) await closeNotebook();
    else await openNotebook(before);
    await library.discard(id);
    return false;
  }

  /** Runs work whose failure is shown instead of thrown. */
  async #guarded(name: string, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      this.#fail(name, `${error instanceof Error ? error.message : String(error)} Nothing was imported.`);
      return false;
    }
  }

  async #next(): Promise<void> {
    const [incoming, ...rest] = this.#queue;
    this.#queue = rest;
    this.#running = new AbortController();
    if (incoming === undefined) {
      this.#show(null);
      if (this.#sources.length > 0) this.#services().addSources(this.#sources.splice(0));
    } else if ('source' in incoming) {
      this.#sources.push(incoming.source);
      await this.#next();
    } else if ('failure' in incoming) this.#fail(incoming.name, incoming.failure);
    else await this.#read(incoming);
  }

  async #read(input: PageInput, chosen: Pick<TableHints, 'encoding' | 'separator'> = {}): Promise<void> {
    const { signal } = this.#running;
    const { read, current } = this.#services();
    this.#input = input;
    this.#show({ kind: 'reading', name: input.name });
    const knownCategories = await categoriesOf(current());
    const known = await knownTo(input, current());
    if (signal.aborted) return;
    const table = { ...chosen, ...(input.html === undefined ? {} : { html: input.html }) };
    const options = { fileName: input.name, capturedOn: null, knownCategories, known, table };
    const outcome: ReadOutcome = await read(input, options, signal);
    if (signal.aborted) return;
    if (!outcome.ok && input.orSource === true && current() !== null) this.#toSources();
    else if (!outcome.ok)
      this.#fail(input.name, outcome.error.message, 'text' in outcome.error ? outcome.error.text : null);
    else if ('table' in outcome.value) {
      if (input.orSource === true && current()?.view.place().view === 'sources') this.#toSources();
      else this.#show({ kind: 'table', file: outcome.value });
    } else if (current() !== null && isExchanged(outcome.value)) this.#show({ kind: 'exchange', draft: outcome.value });
    else if (current() === null) this.#show({ kind: 'preview', draft: outcome.value });
    else this.#show({ kind: input.into ?? 'choose', draft: outcome.value });
  }

  #services(): ImportServices {
    if (this.#connected === null) throw new Error('Importing begins after the window is there');
    return this.#connected;
  }

  #fail(name: string, message: string, text: string | null = null): void {
    this.#show({ kind: 'problem', name, message, text: text?.trim() === '' ? null : text });
  }

  #show(stage: Stage | null): void {
    this.#state = { stage, waiting: this.#queue.map((incoming) => incoming.name) };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whether a draft is of references or annotations: these are added to a notebook, which they do not tell anything about otherwise. */
function isExchanged({ format }: ImportDraft): boolean {
  return format === 'references' || format === 'annotations';
}

/** What annotations may belong to in a notebook; gathered only where the file looks like some. */
async function knownTo({ content }: PageInput, open: OpenNotebook | null): Promise<KnownEntries | null> {
  const head = 16_384;
  const start =
    typeof content === 'string' ? content.slice(0, head) : new TextDecoder().decode(content.subarray(0, head));
  if (open === null || !start.includes('Annotation')) return null;
  // Loaded with the first: the forms of other programs are large.
  return (await import('../../shared/interchange/index.ts')).knownEntries(open.session.reader);
}

/** The categories a notebook knows help to read a page whose categories are glued to the text. */
async function categoriesOf(open: OpenNotebook | null): Promise<readonly string[]> {
  const found = new Set<string>();
  const breathe = breathing();
  for (const id of open?.session.reader.ids('events') ?? []) {
    const category = open?.session.reader.peek({ kind: 'events', id })?.fields['category'];
    if (typeof category === 'string' && category !== '') found.add(category);
    await breathe();
  }
  return [...found];
}
