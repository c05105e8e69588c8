import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyImport } from '../../shared/story/commands/apply-import.ts';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setAnyField } from '../../shared/story/commands/set-field.ts';
import { peer } from '../../shared/story/testing/peers.ts';
import { describeChange } from './describe-change.ts';
import { NotebookUndo } from './notebook-undo.ts';

class Typing {}

function notebook() {
  const { doc, writer } = peer('alice');
  const draft = new Y.Doc();
  const undo = new NotebookUndo();
  undo.add('root', doc);
  undo.add('draft', draft.getText('root'), [Typing]);
  const told: string[] = [];
  const follow = (_update: Uint8Array, origin: unknown): void => {
    const { origin: made, step } = describeChange(undo, origin);
    told.push(`${made} ${String(step)}`);
  };
  doc.on('update', follow);
  draft.on('update', follow);
  const type = (text: string): void => draft.transact(() => draft.getText('root').insert(0, text), new Typing());
  return { doc, writer, undo, told, type };
}

describe('describeChange', () => {
  it('numbers the steps across documents; undo and redo carry the number of what they take back or do again', () => {
    const { writer, undo, told, type } = notebook();
    const ref = createEntry(writer, { kind: 'events', fields: { title: 'One' } });
    undo.step();
    setAnyField(writer, ref, 'title', 'Two');
    type('draft');
    type('more ');
    undo.undo();
    undo.undo();
    undo.redo();
    type('new');
    expect(told).toEqual(['edit 0', 'edit 1', 'edit 2', 'edit 3', 'edit 3', 'undo 3', 'undo 2', 'redo 2', 'edit 4']);
  });

  it('knows an import from an edit, its preparations too', async () => {
    const { writer, told } = notebook();
    const creations = [
      { kind: 'events', place: 'last' as const, drafts: [{ kind: 'events', fields: { title: 'A' } }] },
    ];
    await applyImport(writer, { story: {}, creations, edits: [] });
    expect(new Set(told)).toEqual(new Set(['import 0', 'import 1']));
  });

  it('a change that undo does not follow belongs to no step', () => {
    const { doc, told } = notebook();
    doc.getMap('meta').set('format', 1);
    expect(told).toEqual(['edit 0']);
  });
});
