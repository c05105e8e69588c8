import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setAnyField } from '../../shared/story/commands/set-field.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { connect, peer } from '../../shared/story/testing/peers.ts';
import { NotebookUndo } from './notebook-undo.ts';

const typing = { name: 'typing in a draft' };

function notebook() {
  const { doc, writer } = peer('alice');
  const draft = new Y.Doc();
  const undo = new NotebookUndo();
  undo.add('root', doc);
  undo.add('draft', draft.getText('root'), [typing]);
  const reader = new StoryReader(doc);
  const type = (text: string): void => {
    draft.transact(() => draft.getText('root').insert(draft.getText('root').length, text), typing);
  };
  return { doc, writer, draft, undo, reader, type };
}

describe('NotebookUndo', () => {
  it('[CO6] takes steps back in the order they were made, across documents', () => {
    const { writer, draft, undo, reader, type } = notebook();
    undo.step();
    const ref = createEntry(writer, { kind: 'events', fields: { title: 'One' } });
    type('draft one');
    undo.step();
    setAnyField(writer, ref, 'title', 'Two');
    expect(undo.undo()).toEqual({ docId: 'root' });
    expect(reader.entry('events', ref.id)?.fields.title).toBe('One');
    expect(undo.undo()).toEqual({ docId: 'draft' });
    expect(draft.getText('root').toString()).toBe('');
    expect(undo.undo()).toEqual({ docId: 'root' });
    expect(reader.ids('events')).toEqual([]);
    expect(undo.undo()).toBeNull();
    undo.redo();
    undo.redo();
    undo.redo();
    expect(reader.entry('events', ref.id)?.fields.title).toBe('Two');
    expect(draft.getText('root').toString()).toBe('draft one');
    expect(undo.canRedo).toBe(false);
  });

  it('[CO6] a new step forgets what could be redone in every document', () => {
    const { undo, type, writer } = notebook();
    type('text');
    undo.undo();
    expect(undo.canRedo).toBe(true);
    undo.step();
    createEntry(writer, { kind: 'events', fields: {} });
    expect(undo.canRedo).toBe(false);
    expect(undo.redo()).toBeNull();
  });

  it('[CO6] typing in one field is one step, another field begins another', () => {
    const { undo, writer, reader } = notebook();
    undo.step();
    const ref = createEntry(writer, { kind: 'events', fields: {} });
    for (const text of ['T', 'Ti', 'Tide']) {
      undo.step('events/1.title');
      setAnyField(writer, ref, 'title', text);
    }
    undo.step('events/1.text');
    setAnyField(writer, ref, 'text', 'Rises.');
    undo.undo();
    expect(reader.entry('events', ref.id)?.fields.text).toBe('');
    undo.undo();
    expect(reader.entry('events', ref.id)?.fields.title).toBe('');
    expect(reader.ids('events')).toEqual([ref.id]);
  });

  it('[CO6] a group is one step however many transactions it makes', async () => {
    const { undo, writer, reader } = notebook();
    await undo.group(async () => {
      for (let index = 0; index < 5; index += 1) {
        createEntry(writer, { kind: 'events', fields: { title: String(index) } });
        await Promise.resolve();
      }
    });
    undo.step();
    createEntry(writer, { kind: 'events', fields: { title: 'later' } });
    undo.undo();
    expect(reader.ids('events')).toHaveLength(5);
    undo.undo();
    expect(reader.ids('events')).toHaveLength(0);
    expect(undo.canUndo).toBe(false);
  });

  it('[CO6] a group in several documents is taken back and done again as one step', async () => {
    const { writer, draft, undo, reader, type } = notebook();
    undo.step();
    createEntry(writer, { kind: 'events', fields: { title: 'Before' } });
    await undo.group(async () => {
      createEntry(writer, { kind: 'events', fields: { title: 'One' } });
      type('draft one');
      await Promise.resolve();
      createEntry(writer, { kind: 'events', fields: { title: 'Two' } });
    });
    undo.undo();
    expect(reader.list('events').map(({ fields }) => fields.title)).toEqual(['Before']);
    expect(draft.getText('root').toString()).toBe('');
    undo.redo();
    expect(reader.ids('events')).toHaveLength(3);
    expect(draft.getText('root').toString()).toBe('draft one');
    undo.undo();
    undo.undo();
    expect(reader.ids('events')).toEqual([]);
    expect(undo.canUndo).toBe(false);
  });

  it('[CO6] never takes back what somebody else did', () => {
    const { undo, writer, reader, doc } = notebook();
    undo.step();
    const ref = createEntry(writer, { kind: 'events', fields: { title: 'Mine', text: 'Mine.' } });
    undo.step();
    setAnyField(writer, ref, 'title', 'Mine again');
    const bob = peer('bob', doc);
    setAnyField(bob.writer, ref, 'title', 'Bob’s');
    setAnyField(bob.writer, ref, 'text', 'Mine. And Bob’s.');
    connect(bob.doc, doc);
    undo.undo();
    undo.undo();
    undo.redo();
    expect(reader.entry('events', ref.id)?.fields.title).toBe('Bob’s');
    expect(reader.entry('events', ref.id)?.fields.text).toBe('Mine. And Bob’s.');
  });
});
