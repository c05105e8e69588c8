import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { OneChange } from '../../shared/history/change.ts';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../shared/story/commands/delete-entry.ts';
import { moveEntry } from '../../shared/story/commands/move-entry.ts';
import { setAnyField, setStoryField } from '../../shared/story/commands/set-field.ts';
import { draftRoot } from '../../shared/story/document.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { section, sectionKinds } from '../../shared/story/sections.ts';
import { putBackChange, takeBack } from './take-back.ts';
import { openWithHistory } from './testing/live-history.suite.ts';

type Open = Awaited<ReturnType<typeof openWithHistory>>;

let notebook: Open | null = null;
afterEach(async () => {
  await notebook?.close();
  notebook = null;
});

/** A notebook with an entry of every kind, and a draft with a paragraph. */
async function begin() {
  notebook = await openWithHistory();
  const { session, follow, kept } = notebook;
  setStoryField(session.writer, 'title', 'Six days in the canal');
  const refs = sectionKinds.map((kind) => createEntry(session.writer, section(kind).fixture()));
  const ref = (kind: string) => refs.find((one) => one.kind === kind) ?? { kind, id: '' };
  const draft = await session.draft(ref('drafts').id);
  if (!draft.ok) throw new Error(draft.error.message);
  const { doc, docId } = draft.value;
  follow(docId, doc);
  const write = (...paragraphs: readonly string[]): void => {
    doc.transact(() => {
      draftRoot(doc).delete(0, draftRoot(doc).length);
      const made = paragraphs.map((text) => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(text)]);
        return paragraph;
      });
      draftRoot(doc).insert(0, made);
    });
  };
  write('The number everyone repeats is a first guess.');
  return { ...notebook, ref, doc, write, before: await kept(), taking: { session, history: notebook.history } };
}

/** Everything a notebook shows, to be compared. */
function shown({ reader }: Open['session'], draft: Y.Doc): unknown {
  const lists = reader.kinds().map((kind) => reader.list(kind).map(({ id, fields }) => ({ kind, id, fields })));
  return [reader.story().fields, lists, readDraftBlocks(draft)];
}

async function comparison({ history }: Open, kept: number) {
  const answer = await history.compare({ type: 'kept', kept });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

describe('taking back', () => {
  it('[HI9] makes the whole notebook what it was, as one step that undo takes back', async () => {
    const open = await begin();
    const { session, ref, doc, write, before, taking, kept } = open;
    const then = shown(session, doc);
    setStoryField(session.writer, 'title', 'Seven days');
    setStoryField(session.writer, 'overview', [{ text: 'New ' }, { text: 'words', bold: true }]);
    for (const kind of sectionKinds) {
      const [name] = section(kind).nameFields;
      if (name !== undefined) setAnyField(session.writer, ref(kind), name, 'Otherwise');
      if (kind !== 'events' && kind !== 'drafts') deleteEntries(session.writer, [ref(kind)]);
    }
    const added = createEntry(session.writer, { kind: 'events', fields: { title: 'Refloated' } }, { after: null });
    moveEntry(session.writer, ref('events'), added.id);
    write('Another text.', 'In two paragraphs.');
    await kept();
    const now = shown(session, doc);

    const all = await comparison(open, before);
    expect(await takeBack(taking, { type: 'kept', kept: before }, { type: 'all' }, all)).toBeNull();
    expect(shown(session, doc)).toEqual(then);
    await kept();
    expect(await comparison(open, before)).toMatchObject({ story: [], sections: [], entries: 0 });

    session.undo.undo();
    expect(shown(session, doc)).toEqual(now);
    session.undo.redo();
    expect(shown(session, doc)).toEqual(then);
  });

  it('[HI9] makes one field, or one entry, what it was and leaves the rest', async () => {
    const open = await begin();
    const { session, ref, before, taking, kept } = open;
    const person = ref('people');
    const was = session.reader.entry('people', person.id)?.fields;
    setAnyField(session.writer, person, 'name', 'Somebody else');
    setAnyField(session.writer, person, 'role', 'Admiral');
    await kept();
    const moment = { type: 'kept', kept: before } as const;
    await takeBack(taking, moment, { type: 'field', ref: person, field: 'role' }, await comparison(open, before));
    expect(session.reader.entry('people', person.id)?.fields).toEqual({ ...was, name: 'Somebody else' });
    await takeBack(taking, moment, { type: 'entry', ref: person }, await comparison(open, before));
    expect(session.reader.entry('people', person.id)?.fields).toEqual(was);
  });

  it('says why where there is no such earlier state, and changes nothing', async () => {
    const open = await begin();
    const { session, doc, before, taking } = open;
    const now = shown(session, doc);
    const moment = { type: 'backup', name: 'gone.snapshot' } as const;
    const problem = await takeBack(taking, moment, { type: 'all' }, await comparison(open, before));
    expect(problem).toMatch(/\.$/);
    expect(shown(session, doc)).toEqual(now);
    expect(session.undo.canUndo).toBe(true);
  });
});

describe('putting back what one change changed', () => {
  const latest = async ({ history }: Open, of: Parameters<Open['history']['changes']>[0]): Promise<OneChange> => {
    const page = await history.changes(of, { before: null, limit: 1 });
    const change = page.ok ? page.value.changes[0] : undefined;
    if (change?.type !== 'one') throw new Error('There should be one change');
    return change;
  };

  it('gives a field the value it had right before', async () => {
    const open = await begin();
    const { session, ref, taking, kept } = open;
    const event = ref('events');
    const was = session.reader.entry('events', event.id)?.fields.category;
    setAnyField(session.writer, event, 'category', 'Diplomatic');
    await kept();
    const change = await latest(open, { type: 'field', ref: event, field: 'category' });
    expect(await putBackChange(taking, change)).toBeNull();
    expect(session.reader.entry('events', event.id)?.fields.category).toBe(was);
  });

  it('brings back what was deleted', async () => {
    const open = await begin();
    const { session, ref, taking, kept } = open;
    deleteEntries(session.writer, [ref('sources')]);
    await kept();
    expect(await putBackChange(taking, await latest(open, { type: 'entry', ref: ref('sources') }))).toBeNull();
    expect(session.reader.ids('sources')).toEqual([ref('sources').id]);
  });

  it('gives a draft the text it had before it was written at all', async () => {
    const open = await begin();
    const { session, ref, doc, taking } = open;
    const draft = ref('drafts').id;
    const written = readDraftBlocks(doc);
    expect(await putBackChange(taking, await latest(open, { type: 'draft', id: draft }))).toBeNull();
    expect(readDraftBlocks(doc)).toEqual([]);
    session.undo.undo();
    expect(readDraftBlocks(doc)).toEqual(written);
  });
});
