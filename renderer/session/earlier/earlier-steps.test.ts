import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CommandOrigin } from '../../../shared/story/commands/writer.ts';
import { RemoteOrigin } from '../../persistence/remote-origin.ts';
import { NotebookUndo } from '../notebook-undo.ts';
import { EarlierSteps, type StepRow } from './earlier-steps.ts';

/** A document as a session has it: rows are kept of every change, each under its step. */
function sessionOn(state: Uint8Array | null, name: string) {
  const doc = new Y.Doc();
  if (state !== null) Y.applyUpdate(doc, state);
  const undo = new NotebookUndo();
  undo.add('root', doc);
  const rows: StepRow[] = [];
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    const back = origin instanceof Y.UndoManager;
    rows.push({
      bytes: new Uint8Array(bytes),
      session: name,
      origin: back ? 'undo' : 'edit',
      step: undo.stepOf(origin),
    });
  });
  const edit = (change: () => void): void => {
    undo.step();
    doc.transact(change, new CommandOrigin('set'));
  };
  return { doc, undo, rows, edit, text: doc.getText('words'), fields: doc.getMap<string>('fields') };
}

/** The next session: a document without what was deleted, and the earlier one's steps. */
function restarted(before: Uint8Array | null, last: ReturnType<typeof sessionOn>) {
  const next = sessionOn(Y.encodeStateAsUpdate(last.doc), 'next');
  const steps = new EarlierSteps('last');
  const state = before === null ? null : Y.convertUpdateFormatV1ToV2(before);
  steps.load('root', state, last.rows);
  const apply = (taken: ReturnType<EarlierSteps['undo']>): boolean => {
    for (const { update } of taken) Y.applyUpdate(next.doc, update);
    return taken.length > 0;
  };
  return { ...next, steps, undoEarlier: () => apply(steps.undo()), redoEarlier: () => apply(steps.redo()) };
}

describe('steps of the session before', () => {
  it('are taken back after a restart, what was deleted included, and done again', () => {
    const last = sessionOn(null, 'last');
    last.edit(() => last.text.insert(0, 'The ship is stuck.'));
    last.edit(() => last.text.delete(0, 8));
    last.edit(() => last.fields.set('title', 'Aground'));
    const next = restarted(null, last);
    expect(next.text.toString()).toBe(' is stuck.');
    expect(next.undoEarlier()).toBe(true);
    expect(next.fields.has('title')).toBe(false);
    next.undoEarlier();
    expect(next.text.toString()).toBe('The ship is stuck.');
    next.undoEarlier();
    expect(next.text.toString()).toBe('');
    expect(next.undoEarlier()).toBe(false);
    for (let index = 0; index < 3; index += 1) next.redoEarlier();
    expect(next.text.toString()).toBe(' is stuck.');
    expect(next.fields.get('title')).toBe('Aground');
  });

  it('leave out what was taken back before the restart', () => {
    const last = sessionOn(null, 'last');
    last.edit(() => last.text.insert(0, 'one '));
    last.edit(() => last.text.insert(4, 'two '));
    last.undo.undo();
    const next = restarted(null, last);
    next.undoEarlier();
    expect(next.text.toString()).toBe('');
    expect(next.undoEarlier()).toBe(false);
  });

  it('leave alone what others wrote, and what was written since', () => {
    const last = sessionOn(null, 'last');
    last.edit(() => last.text.insert(0, 'mine '));
    last.doc.transact(() => last.text.insert(5, 'theirs '), 'somebody else');
    const next = restarted(null, last);
    next.doc.on('update', (update: Uint8Array) => next.steps.follow('root', update));
    next.edit(() => next.text.insert(12, 'new'));
    next.undoEarlier();
    expect(next.text.toString()).toBe('theirs new');
  });

  it('pass over what teammates changed in the session and after it', () => {
    const last = sessionOn(null, 'last');
    const teammate = new Y.Doc();
    const remote = (to: ReturnType<typeof sessionOn>, words: string): void => {
      Y.applyUpdate(teammate, Y.encodeStateAsUpdate(to.doc));
      teammate.getText('words').insert(teammate.getText('words').length, words);
      Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(teammate), new RemoteOrigin({ name: 'Mara', id: 'mara-1' }));
    };
    last.edit(() => last.text.insert(0, 'mine '));
    remote(last, 'hers ');
    last.edit(() => last.text.insert(0, 'mine too '));
    remote(last, 'hers too ');
    expect(last.rows.map(({ step }) => step)).toEqual([1, 0, 2, 0]);
    const next = restarted(null, last);
    next.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin instanceof RemoteOrigin) next.steps.follow('root', update);
    });
    remote(next, 'hers now ');
    while (next.undoEarlier());
    expect(next.text.toString()).toBe('hers hers too hers now ');
  });

  it('are in order across documents, and a step in several documents is taken back as one', () => {
    const steps = new EarlierSteps('last');
    const row = (name: string, step: number): StepRow => {
      const doc = new Y.Doc();
      doc.getText('words').insert(0, name);
      return { bytes: new Uint8Array(Y.encodeStateAsUpdate(doc)), session: 'last', origin: 'edit', step };
    };
    steps.load('draft', null, [row('a', 2), row('d', 4)]);
    steps.load('root', null, [row('b', 1), row('c', 3), row('e', 4)]);
    const where = (): readonly string[] => steps.undo().map(({ docId }) => docId);
    expect([where(), where(), where(), where()]).toEqual([['root', 'draft'], ['root'], ['draft'], ['root']]);
    expect(where()).toEqual([]);
    for (let step = 0; step < 3; step += 1) steps.redo();
    expect(steps.redo().length).toBe(2);
  });

  it('taken back one by one, give every earlier state in reverse, whatever was done', () => {
    const change = fc.record({ at: fc.nat(), remove: fc.nat(5), insert: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(fc.string(), fc.array(change, { maxLength: 12 }), (start, changes) => {
        const first = new Y.Doc();
        first.getText('words').insert(0, start);
        const before = Y.encodeStateAsUpdate(first);
        const last = sessionOn(before, 'last');
        const states = [last.text.toString()];
        for (const { at, remove, insert } of changes) {
          last.edit(() => {
            const from = last.text.length === 0 ? 0 : at % last.text.length;
            last.text.delete(from, Math.min(remove, last.text.length - from));
            last.text.insert(from, insert);
          });
          if (last.text.toString() !== states.at(-1)) states.push(last.text.toString());
        }
        const next = restarted(before, last);
        const seen = [next.text.toString()];
        while (next.undoEarlier()) if (next.text.toString() !== seen.at(-1)) seen.push(next.text.toString());
        expect(seen.reverse()).toEqual(states);
      }),
    );
  });
});
