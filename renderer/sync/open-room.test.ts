// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { draftDocId } from '../../shared/story/document.ts';
import { setStoryField } from '../../shared/story/commands/set-field.ts';
import { createMemoryJournal } from '../bridge/memory-journal.ts';
import { createFaultyJournal } from '../persistence/faulty-journal.suite.ts';
import { TestRoom } from './testing/test-room.ts';
import { TestWindow } from './testing/test-window.ts';

let serial = 0;
const newRoom = (): TestRoom => new TestRoom(`room-${(serial += 1)}`);

async function twoWindows() {
  const room = newRoom();
  const [ada, mara] = [new TestWindow(room, 'Ada'), new TestWindow(room, 'Mara')];
  await ada.open();
  await expect.poll(() => ada.room.state().status?.kind).toBe('online');
  await mara.open();
  await expect.poll(() => mara.room.state().status?.kind).toBe('online');
  return { room, ada, mara };
}

const titleOf = (window: TestWindow): string => window.session.reader.story().fields.title;
const setTitle = (window: TestWindow, title: string): void => setStoryField(window.session.writer, 'title', title);

async function write(window: TestWindow, draftId: string, words: string): Promise<void> {
  const root = await window.draft(draftId);
  const text = new Y.XmlText();
  text.insert(0, words);
  root.insert(root.length, [text]);
}

describe('an open shared notebook', () => {
  it('gives and takes edits, and its rows say whose they are', async () => {
    const { ada, mara } = await twoWindows();
    setTitle(ada, 'Six days');
    await expect.poll(() => titleOf(mara)).toBe('Six days');
    setTitle(mara, 'Six days in the canal');
    await expect.poll(() => titleOf(ada)).toBe('Six days in the canal');
    await ada.session.flush();
    expect((await ada.rows(ada.session.id)).at(-1)).toEqual(['Mara', 'remote']);
    await ada.close();
    await mara.close();
  });

  it('has what was edited sent at once when the person turns to something else', async () => {
    const { ada, mara } = await twoWindows();
    const before = ada.device.edited;
    setTitle(ada, 'Six days');
    await ada.room.flush();
    expect(ada.device.flushed).toEqual([before + 1]);
    await ada.close();
    await mara.close();
  });

  it('keeps what teammates write in a draft that is not open here, and gives it what is missing when it opens', async () => {
    const { ada, mara } = await twoWindows();
    await write(ada, 'one', 'first');
    const docId = draftDocId(mara.session.id, 'one');
    await expect.poll(() => mara.rows(docId)).toEqual([['Ada', 'remote']]);
    await write(mara, 'one', 'second');
    await expect
      .poll(async () => (await ada.draft('one')).toJSON())
      .toBe('<UNDEFINED>firstsecond</UNDEFINED>'.toLowerCase());
    await ada.close();
    await mara.close();
  });

  it('confirms what teammates changed only when the stores have it', async () => {
    const room = newRoom();
    const faulty = createFaultyJournal(createMemoryJournal());
    let attempts = 0;
    const journal: typeof faulty.journal = {
      ...faulty.journal,
      append: (args) => {
        attempts += 1;
        return faulty.journal.append(args);
      },
    };
    const [ada, mara] = [new TestWindow(room, 'Ada'), new TestWindow(room, 'Mara', journal)];
    let last = 0;
    mara.device.bridge.on('sync.changed', ({ batch }) => (last = batch));
    await ada.open();
    await expect.poll(() => ada.room.state().status?.kind).toBe('online');
    await mara.open();
    await expect.poll(() => mara.room.state().status?.kind).toBe('online');
    // What the room held already came too, and its confirmation is not the one that is looked for.
    await expect.poll(() => mara.device.kept).toContain(last);
    const before = last;
    const allow = faulty.refuse('read-only');
    setTitle(ada, 'Six days');
    await expect.poll(() => titleOf(mara)).toBe('Six days');
    await expect.poll(() => mara.session.saveState().kind).toBe('failed');
    expect(last).toBeGreaterThan(before);
    const failed = attempts;
    // Not even after another attempt.
    await expect.poll(() => attempts).toBeGreaterThan(failed + 1);
    expect(mara.device.kept).not.toContain(last);
    allow();
    await expect.poll(() => mara.device.kept).toContain(last);
    expect((await mara.rows(mara.session.id)).at(-1)).toEqual(['Ada', 'remote']);
    await ada.close();
    await mara.close();
  });

  it('goes on after the process ended: what was edited meanwhile arrives on both sides', async () => {
    const { ada, mara } = await twoWindows();
    ada.device.end();
    expect(ada.room.state().status).toBeNull();
    setTitle(ada, 'Written without a process');
    await expect.poll(() => titleOf(mara)).toBe('Written without a process');
    expect(ada.room.state().status?.kind).toBe('online');
    await ada.close();
    await mara.close();
  });

  it('undo takes back one’s own edits and never those of teammates', async () => {
    const { ada, mara } = await twoWindows();
    setTitle(ada, 'Ada’s title');
    await expect.poll(() => titleOf(mara)).toBe('Ada’s title');
    setStoryField(mara.session.writer, 'deck', 'A deck');
    await expect.poll(() => ada.session.reader.story().fields.deck).toBe('A deck');
    ada.session.undo.undo();
    expect(titleOf(ada)).toBe('');
    expect(ada.session.reader.story().fields.deck).toBe('A deck');
    expect(ada.session.undo.undo()).toBeNull();
    expect(ada.session.reader.story().fields.deck).toBe('A deck');
    await ada.close();
    await mara.close();
  });

  it('leaves alone documents that are not its own, whoever names them', async () => {
    const { ada, mara } = await twoWindows();
    const other = new Y.Doc();
    other.getMap('notebooks').set('mine', 'now');
    mara.device.emit('sync.changed', {
      notebook: mara.session.id,
      // None that came before: its confirmation says that this very one was taken.
      batch: 1000,
      author: ada.device.author,
      updates: [{ doc: 'library', update: Y.encodeStateAsUpdate(other).slice() }],
    });
    await expect.poll(() => mara.device.kept).toContain(1000);
    expect(await mara.rows('library')).toEqual([]);
    await ada.close();
    await mara.close();
  });

  it('lets who may only read change nothing, and show what others write', async () => {
    const { ada, mara } = await twoWindows();
    ada.session.setViewOnly(true);
    setTitle(ada, 'Not mine to give');
    expect(titleOf(ada)).toBe('');
    setTitle(mara, 'Six days');
    await expect.poll(() => titleOf(ada)).toBe('Six days');
    ada.session.setViewOnly(false);
    setTitle(ada, 'Seven days');
    await expect.poll(() => titleOf(mara)).toBe('Seven days');
    await ada.close();
    await mara.close();
  });

  it('ends syncing where the notebook is left, and stays open', async () => {
    const { ada, mara } = await twoWindows();
    await ada.device.bridge.sync.leave({ notebook: ada.session.id });
    ada.device.emit('sync.members', { notebook: ada.session.id });
    await expect.poll(() => ada.room.state().status).toBeNull();
    expect(ada.device.isOpen).toBe(false);
    setTitle(ada, 'Mine alone');
    expect(titleOf(ada)).toBe('Mine alone');
    await ada.close();
    await mara.close();
  });

  it('converges, whatever is edited, opened, closed, cut off and ended in between', async () => {
    const act = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom('title', 'draft', 'offline', 'online', 'end', 'close', 'open'),
      words: fc.string({ minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const room = newRoom();
        const [first, second] = [new TestWindow(room, 'Ada'), new TestWindow(room, 'Mara')];
        const windows = [first, second];
        for (const window of windows) await window.open();
        let written = 0;
        for (const { who, what, words } of acts) {
          const window = windows[who];
          if (window === undefined) continue;
          if (what === 'offline' || what === 'online') window.device.setOnline(what === 'online');
          else if (what === 'open') await (window.isOpen ? null : window.open());
          else if (!window.isOpen) continue;
          else if (what === 'title') setTitle(window, words);
          else if (what === 'draft') {
            await write(window, 'one', words);
            written += 1;
          } else if (what === 'end') window.device.end();
          else await window.close();
        }
        for (const window of windows) {
          window.device.setOnline(true);
          if (!window.isOpen) await window.open();
        }
        const shown = async (window: TestWindow) => {
          const draft = await window.draft('one');
          return [titleOf(window), draft.toJSON(), window.room.state().status?.kind, draft.length];
        };
        // Both, and all of it: two windows that have nothing yet show the same.
        const isWhole = async (): Promise<boolean> => {
          const [one, other] = [await shown(first), await shown(second)];
          return JSON.stringify(one) === JSON.stringify(other) && one.at(-1) === written;
        };
        await expect.poll(isWhole).toBe(true);
        for (const window of windows) await window.close();
        // What was stored alone says the same.
        const again = await Promise.all(
          windows.map(async (window) => {
            window.device.isShared = false;
            await window.open();
            const said = [titleOf(window), (await window.draft('one')).toJSON()];
            await window.close();
            return said;
          }),
        );
        expect(again[0]).toEqual(again[1]);
      }),
      { numRuns: 25 },
    );
  });
});
