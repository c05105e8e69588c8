import { afterEach, describe, expect, it } from 'vitest';
import { maxSourceBytes } from '../../../shared/bridge/index.ts';
import { maxCaptureBytes, parseReading, readCapture } from '../../../shared/captures/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { createMemoryBridge } from '../../bridge/memory.ts';
import { createMemoryCaptures } from '../../bridge/memory-library.ts';
import type { MemoryCaptures } from '../../bridge/memory-library.ts';
import { createCaptureStore } from '../../persistence/captures.ts';
import { createMemoryStore } from '../../persistence/memory-store.ts';
import { NotebookSession } from '../../session/notebook-session.ts';
import { broughtAddress, broughtContent, broughtText } from './brought.ts';
import type { Brought } from './brought.ts';
import type { CaptureItem } from './capture-item.ts';
import { CaptureQueue } from './capture-queue.ts';

const quick = {
  put: () => Promise.resolve(),
  get: () => Promise.resolve(err({ reason: 'missing', message: '' } as const)),
};

const fullDisk = 'The disk is full. Free some space.';

interface Window {
  readonly queue: CaptureQueue;
  readonly session: NotebookSession;
  readonly folder: MemoryCaptures;
  readonly disk: { isFull: boolean };
  readonly done: (readonly EntryRef[])[];
}

let window: Window;

async function open(): Promise<Window> {
  const opened = await NotebookSession.open(
    'six-days',
    { store: createMemoryStore(), author: () => 'Mara' },
    { create: true },
  );
  if (!opened.ok) throw new Error(opened.error.message);
  const folder = createMemoryCaptures();
  const done: (readonly EntryRef[])[] = [];
  const disk = { isFull: false };
  const put: typeof folder.calls.put = (args) =>
    disk.isFull ? Promise.resolve(err({ reason: 'disk-full', message: fullDisk } as const)) : folder.calls.put(args);
  const queue = new CaptureQueue({
    session: opened.value,
    captures: createCaptureStore({ bridge: { captures: { ...folder.calls, put } }, quick }),
    extract: (bytes, hint) => Promise.resolve(readCapture(bytes, hint)),
    today: () => '2021-03-26',
    onDone: (added) => done.push(added),
  });
  return { queue, session: opened.value, folder, done, disk };
}

afterEach(() => window.session.close());

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string): Brought => broughtContent(name, utf8(text));
const statement =
  'Statement on the grounding\nBy Press office\nPublished: 2021-03-25\n\nThe vessel lost the ability to steer.';

/** Waits until the queue is as wanted. */
function until(
  queue: CaptureQueue,
  wanted: (items: readonly CaptureItem[]) => boolean,
): Promise<readonly CaptureItem[]> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!wanted(queue.state().items)) return;
      stop();
      resolve(queue.state().items);
    };
    const stop = queue.onChange(look);
    look();
  });
}

const isRead = ({ state }: CaptureItem): boolean => state.kind === 'ready' || state.kind === 'problem';
const allRead = (items: readonly CaptureItem[]): boolean => items.every(isRead);
const sources = () => window.session.reader.list('sources');
const stored = () => [...window.folder.of('six-days').keys()];

async function addOne(brought: Brought): Promise<void> {
  window.queue.bring([brought]);
  await until(window.queue, allRead);
  await window.queue.addAll();
}

describe('sources that are brought', () => {
  it('are read, confirmed and stored with their reading; the entry names both', async () => {
    window = await open();
    const { queue, session, folder, done } = window;
    queue.bring([file('port-log.txt', statement)]);
    const [item] = await until(queue, allRead);
    expect(item?.words).toMatchObject({ title: 'Statement on the grounding', published: '25 March 2021' });
    queue.write(item?.id ?? 0, 'publisher', 'Canal Authority');
    expect(stored()).toEqual([]);
    await queue.addAll();
    const [source] = sources();
    expect(source?.fields).toMatchObject({ publisher: 'Canal Authority', accessed: { edtf: '2021-03-26' } });
    const [capture] = source?.fields.captures ?? [];
    expect(capture).toMatchObject({ name: 'port-log.txt', mediaType: 'text/plain', size: utf8(statement).byteLength });
    expect(folder.of(session.id).get(capture?.hash ?? '')).toEqual(utf8(statement));
    const reading = parseReading(folder.of(session.id).get(capture?.reading ?? '') ?? new Uint8Array());
    expect(reading.ok && reading.value.text).toContain('lost the ability to steer');
    expect(done).toEqual([[{ kind: 'sources', id: source?.id }]]);
    expect(queue.state()).toEqual({ items: [], isList: false });
  });

  it('go on without one that is bad, and are one undo step', async () => {
    window = await open();
    const { queue, session } = window;
    const picture = broughtContent('map.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const lost: Brought = { name: 'lost.txt', read: () => Promise.resolve(err({ message: 'There is no such file.' })) };
    const broken: Brought = { name: 'worse.txt', read: () => Promise.reject(new Error('The cable was pulled.')) };
    queue.bring([file('a.txt', 'One.'), picture, lost, broken, file('b.txt', 'Two.')]);
    const items = await until(queue, allRead);
    expect(queue.state().isList).toBe(true);
    expect(items.map(({ state }) => state.kind)).toEqual(['ready', 'problem', 'problem', 'problem', 'ready']);
    const messages = items.flatMap(({ state }) => (state.kind === 'problem' ? [state.message] : []));
    expect(messages).toEqual([
      expect.stringMatching(/PNG/),
      'There is no such file.',
      expect.stringMatching(/cable was pulled/),
    ]);
    await queue.addAll();
    expect(sources()).toHaveLength(2);
    expect(queue.state().items.map(({ state }) => state.kind)).toEqual([
      'added',
      'problem',
      'problem',
      'problem',
      'added',
    ]);
    queue.close();
    expect(window.done).toHaveLength(1);
    session.undo.undo();
    expect(sources()).toHaveLength(0);
  });

  it('leave nothing behind when they are cancelled, one or all', async () => {
    window = await open();
    const { queue } = window;
    let stopped = false;
    const endless: Brought = {
      name: 'endless.txt',
      read: (signal) => {
        signal.addEventListener('abort', () => (stopped = true));
        return new Promise(() => undefined);
      },
    };
    queue.bring([endless, file('a.txt', 'One.')]);
    const [first] = queue.state().items;
    queue.leaveOut(first?.id ?? 0);
    expect(stopped).toBe(true);
    await until(queue, (items) => items.length === 1 && allRead(items));
    queue.close();
    expect([stored(), sources(), window.done, queue.state().items]).toEqual([[], [], [], []]);
  });

  it('make no entry while they cannot be stored, and are added when there is room again', async () => {
    window = await open();
    const { queue, disk } = window;
    disk.isFull = true;
    queue.bring([file('a.txt', 'One.')]);
    await until(queue, allRead);
    await queue.addAll();
    const [item] = queue.state().items;
    expect(item?.state).toMatchObject({ kind: 'problem', canRetry: true });
    expect(item?.state.kind === 'problem' && item.state.message).toMatch(/was not added\. The disk is full/);
    expect([sources(), stored()]).toEqual([[], []]);
    queue.bring([file('b.txt', 'Two.')]);
    await until(queue, allRead);
    disk.isFull = false;
    queue.tryAgain(item?.id ?? 0);
    await until(queue, ([first]) => first?.state.kind === 'added');
    // The other one was not confirmed yet.
    expect(sources().map(({ fields }) => fields.captures[0]?.name)).toEqual(['a.txt']);
    expect(queue.state().items[1]?.state.kind).toBe('ready');
  });

  it('are not added without what they need, and say so', async () => {
    window = await open();
    const { queue } = window;
    queue.bring([file('a.txt', 'One.')]);
    const [item] = await until(queue, allRead);
    queue.write(item?.id ?? 0, 'title', ' ');
    await queue.addAll();
    expect(queue.state().items[0]).toMatchObject({ isWrong: true, state: { kind: 'ready' } });
    expect(sources()).toEqual([]);
  });
});

describe('a web address', () => {
  const page = { bytes: utf8(statement), mediaType: 'text/plain', finalAddress: 'https://canal.example/a/7.txt' };
  const addressOf = (allowed: boolean[]): Brought => {
    const { bridge } = createMemoryBridge();
    const fetch = {
      ...bridge.fetch,
      page: ({ allowPrivate }: { readonly allowPrivate: boolean }) => {
        allowed.push(allowPrivate);
        const answer = ok({ ...page, bytes: new Uint8Array(page.bytes), fetchedAt: '2021-03-26T09:12:00.000Z' });
        const asked = err({ reason: 'private', message: 'canal.example is this computer.' } as const);
        return Promise.resolve(allowPrivate ? answer : asked);
      },
    };
    return broughtAddress({ ...bridge, fetch }, 'https://canal.example/a/7.txt?utm_source=letter');
  };

  it('of the own network is fetched only by somebody who has read that it is, and names its source', async () => {
    window = await open();
    const { queue } = window;
    const allowed: boolean[] = [];
    queue.bring([addressOf(allowed)]);
    const [item] = await until(queue, allRead);
    expect(item?.state).toMatchObject({ kind: 'problem', message: 'canal.example is this computer.' });
    expect(allowed).toEqual([false]);
    queue.tryAgain(item?.id ?? 0);
    const [again] = await until(queue, (items) => items.every(({ state }) => state.kind === 'ready'));
    expect(allowed).toEqual([false, true]);
    expect(again?.words.address).toBe(page.finalAddress);
    await queue.addAll();
    expect(sources()[0]?.fields.captures[0]).toMatchObject({ name: '7.txt', address: page.finalAddress });
  });
});

describe('what is here already', () => {
  it('is found by its bytes, and left out unless one says otherwise', async () => {
    window = await open();
    const { queue } = window;
    await addOne(file('a.txt', statement));
    queue.bring([file('copy.txt', statement), file('again.txt', statement)]);
    const items = await until(queue, allRead);
    const id = sources()[0]?.id;
    expect(items.map(({ duplicate }) => duplicate)).toMatchObject([
      { by: 'bytes', source: id, isLatest: true },
      { by: 'bytes', source: id },
    ]);
    expect(items.map(({ choice }) => choice)).toEqual(['skip', 'skip']);
    queue.choose(items[0]?.id ?? 0, 'new');
    await queue.addAll();
    expect(sources()).toHaveLength(2);
  });

  it('is found among those that are being added', async () => {
    window = await open();
    window.queue.bring([file('a.txt', statement), file('b.txt', statement)]);
    const items = await until(window.queue, allRead);
    expect(items[1]?.duplicate).toEqual({
      by: 'bytes',
      source: null,
      title: 'Statement on the grounding',
      capturedAt: '',
      isLatest: true,
    });
    await window.queue.addAll();
    expect(sources()).toHaveLength(1);
  });

  it('is found by its address, and offered as a new version; the old one stays', async () => {
    window = await open();
    const fetched = (text: string, address: string): Brought => ({
      name: address,
      read: () => Promise.resolve(ok({ bytes: utf8(text), hint: { name: '7.txt', address } })),
    });
    await addOne(fetched('As it was.', 'https://canal.example/7'));
    window.queue.bring([fetched('As it is now.', 'http://www.canal.example/7/?utm_source=letter#top')]);
    const [item] = await until(window.queue, allRead);
    expect(item).toMatchObject({ choice: 'version', duplicate: { by: 'address', isLatest: false } });
    await window.queue.addAll();
    const [source, ...others] = sources();
    expect(others).toEqual([]);
    expect(source?.fields.captures.map(({ address }) => address)).toEqual([
      'https://canal.example/7',
      'http://www.canal.example/7/?utm_source=letter#top',
    ]);
  });
});

describe('capturing again', () => {
  it('adds a version to that source alone and says when only the file changed', async () => {
    window = await open();
    const { queue } = window;
    await addOne(broughtText(statement));
    const id = sources()[0]?.id ?? '';
    queue.bring([file('later.txt', `${statement}\n`)], id);
    const [item] = await until(queue, allRead);
    expect(item).toMatchObject({ choice: 'version', duplicate: null, state: { read: { readsTheSame: true } } });
    await queue.addAll();
    expect(sources()).toHaveLength(1);
    expect(sources()[0]?.fields.captures.map(({ name }) => name)).toEqual([
      'Statement on the grounding.txt',
      'later.txt',
    ]);
  });
});

it('reads as large a file as it stores', () => {
  expect(maxSourceBytes).toBe(maxCaptureBytes);
});
