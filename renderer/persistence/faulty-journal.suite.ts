import type { Head } from '../../shared/bridge/index.ts';
import type { Journal } from './journal-link.ts';

/** A journal with the faults that journals have, put upon a real one or one in memory. */
export interface FaultyJournal {
  readonly journal: Journal;
  /** Refuses every write from now on; returns the way to stop. */
  refuse(reason?: 'disk-full' | 'read-only' | 'locked' | 'unavailable'): () => void;
  /** Answers nothing from now on; returns the way to stop. */
  stall(): () => void;
  /** Its process ends: from now on the next append is carried out, or not, and answered as not available. */
  dieInAppend(carriedOut: boolean): void;
  /** Makes the last row of a document unreadable. */
  damage(docId: string): Promise<void>;
  /** Loses the first row of a document that has content, without noticing. */
  loseRow(docId: string): Promise<void>;
  /** Loses the last rows of a document, as an older file put in place of the present one does. */
  cut(docId: string, rows: number): Promise<void>;
}

const words = {
  'disk-full': 'The disk is full. Everything saved so far is safe.',
  'read-only': 'Backstory may not write to the folder.',
  locked: 'Another program holds the notebook’s file.',
  unavailable: 'The part of Backstory that writes the journal has just been restarted.',
} as const;

/** Wraps a journal. */
export function createFaultyJournal(real: Journal): FaultyJournal {
  let refusing: keyof typeof words | null = null;
  let dying: 'before' | 'after' | null = null;
  let gate: Promise<void> = Promise.resolve();
  const hidden = new Map<string, Map<number, 'damaged' | 'lost'>>();
  const hide = (docId: string, seq: number, how: 'damaged' | 'lost'): void => {
    const rows = hidden.get(docId) ?? new Map<number, 'damaged' | 'lost'>();
    hidden.set(docId, rows.set(seq, how));
  };
  /** Where rows were lost, no sum known before is the same any more. */
  const shown = (docId: string, sum: string): string => {
    const rows = [...(hidden.get(docId) ?? [])].filter(([, how]) => how === 'damaged');
    return rows.length === 0 ? sum : `${sum}-${rows.map(([seq]) => seq).join('-')}`;
  };
  const readable = async (notebook: string, head: Head): Promise<Head | null> => {
    const rows = hidden.get(head.doc);
    if (rows === undefined) return head;
    if (!rows.has(head.seq)) return { ...head, sum: shown(head.doc, head.sum) };
    const last = (await rowsOf(head.doc)).findLast(({ seq }) => !rows.has(seq));
    const sum = last === undefined ? null : await real.sum({ notebook, doc: head.doc, seq: last.seq });
    if (last === undefined || sum?.ok !== true || sum.value === null) return null;
    return { ...head, seq: last.seq, sum: shown(head.doc, sum.value) };
  };
  const refusal = (reason: keyof typeof words) => ({ ok: false, error: { reason, message: words[reason] } }) as const;

  const journal: Journal = {
    ...real,
    open: async (args) => {
      await gate;
      const opened = await real.open(args);
      if (!opened.ok) return opened;
      // A journal whose last row cannot be read is salvaged when it is opened: a head can always be read.
      const heads = await Promise.all(opened.value.heads.map((head) => readable(args.notebook, head)));
      return { ok: true, value: { ...opened.value, heads: heads.filter((head) => head !== null) } };
    },
    append: async (args) => {
      await gate;
      if (refusing !== null) return refusal(refusing);
      const death = dying;
      dying = null;
      if (death === 'before') return refusal('unavailable');
      const appended = await real.append(args);
      if (death === 'after') return refusal('unavailable');
      if (!appended.ok) return appended;
      return { ok: true, value: appended.value.map((head) => ({ ...head, sum: shown(head.doc, head.sum) })) };
    },
    read: async (args) => {
      await gate;
      const read = await real.read(args);
      const rows = hidden.get(args.doc);
      if (!read.ok || rows === undefined) return read;
      const left = read.value.rows.filter(({ seq }) => !rows.has(seq));
      const damaged = read.value.rows.filter(({ seq }) => rows.get(seq) === 'damaged').length;
      return { ok: true, value: { ...read.value, rows: left, damaged: read.value.damaged + damaged } };
    },
    remove: async (args) => {
      // A new one begins with none of the old one's faults.
      for (const docId of hidden.keys()) if (docId.split('.', 1)[0] === args.notebook) hidden.delete(docId);
      return await real.remove(args);
    },
    sum: async (args) => {
      await gate;
      const sum = await real.sum(args);
      if (!sum.ok || sum.value === null) return sum;
      return { ok: true, value: hidden.get(args.doc)?.has(args.seq) === true ? null : shown(args.doc, sum.value) };
    },
  };

  const rowsOf = async (docId: string) => {
    const notebook = docId.split('.', 1)[0] ?? docId;
    const read = await real.read({ notebook, doc: docId, after: 0, before: null });
    if (!read.ok) throw new Error(read.error.message);
    return read.value.rows;
  };
  return {
    journal,
    refuse: (reason = 'disk-full') => {
      refusing = reason;
      return () => (refusing = null);
    },
    stall: () => {
      let go = (): void => undefined;
      gate = new Promise((resolve) => (go = resolve));
      return () => go();
    },
    dieInAppend: (carriedOut) => {
      dying = carriedOut ? 'after' : 'before';
    },
    damage: async (docId) => {
      const last = (await rowsOf(docId)).at(-1);
      if (last !== undefined) hide(docId, last.seq, 'damaged');
    },
    loseRow: async (docId) => {
      const first = (await rowsOf(docId)).find((row) => row.bytes.byteLength > 2);
      if (first !== undefined) hide(docId, first.seq, 'lost');
    },
    cut: async (docId, count) => {
      for (const { seq } of (await rowsOf(docId)).slice(-count)) hide(docId, seq, 'damaged');
    },
  };
}
