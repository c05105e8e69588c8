import { describe, expect, it } from 'vitest';
import type { Bridge, LibraryProgress } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { createMemoryBridge } from '../../bridge/memory.ts';
import { ConversionFlow } from './conversion-flow.ts';

type Answer = Awaited<ReturnType<Bridge['encryption']['convert']>>;

/** A library whose conversions end when the test says so. */
function converting() {
  const { bridge, emit } = createMemoryBridge();
  const asked: string[] = [];
  const ends: ((answer: Answer) => void)[] = [];
  const note = (what: string) => () => {
    asked.push(what);
    return Promise.resolve(ok(undefined));
  };
  const encryption: Bridge['encryption'] = {
    ...bridge.encryption,
    keep: note('keep'),
    turnOff: note('turn off'),
    convert: () => {
      asked.push('convert');
      return new Promise((resolve) => ends.push(resolve));
    },
    stop: () => {
      asked.push('stop');
      ends.pop()?.(err({ reason: 'cancelled', message: 'It was stopped.' }));
      return Promise.resolve(undefined);
    },
  };
  const progress = (told: LibraryProgress) => emit('library.progress', told);
  return { bridge: { ...bridge, encryption }, asked, progress, end: (answer: Answer) => ends.pop()?.(answer) };
}

const all = ok({ left: [] });

describe('the conversion of a library', () => {
  it('begins by itself, tells how far it is, and goes on to the notebooks', async () => {
    const { bridge, progress, end } = converting();
    let done = 0;
    const flow = new ConversionFlow(bridge, { towards: 'encrypted', agreed: true }, () => (done += 1));
    progress({ task: 'export', done: 1, total: 2 });
    expect(flow.current()).toMatchObject({ kind: 'working', progress: null });
    progress({ task: 'encrypt', done: 1, total: 2 });
    expect(flow.current()).toMatchObject({ progress: { done: 1, total: 2 } });
    end(all);
    await expect.poll(() => done).toBe(1);
  });

  it('takes nothing off before a person has agreed', async () => {
    const { bridge, asked, end } = converting();
    const flow = new ConversionFlow(bridge, { towards: 'plain', agreed: false }, () => undefined);
    expect([flow.current(), asked]).toEqual([{ kind: 'asking' }, []]);
    void flow.go('plain');
    await expect.poll(() => asked).toEqual(['turn off', 'convert']);
    end(all);
    await expect.poll(() => flow.current()).toEqual({ kind: 'done' });
  });

  it('when it is stopped, puts back what was converted', async () => {
    const { bridge, asked, end } = converting();
    const flow = new ConversionFlow(bridge, { towards: 'encrypted', agreed: true }, () => undefined);
    await flow.turnBack();
    await expect.poll(() => asked).toEqual(['convert', 'stop', 'turn off', 'convert']);
    expect(flow.current()).toMatchObject({ kind: 'working', towards: 'plain' });
    end(all);
    await expect.poll(() => flow.current()).toEqual({ kind: 'done' });
  });

  it('says why it could not go on, and goes on when told to', async () => {
    const { bridge, asked, end } = converting();
    const flow = new ConversionFlow(bridge, { towards: 'encrypted', agreed: true }, () => undefined);
    end(err({ reason: 'disk-full', message: 'The disk is full.' }));
    await expect.poll(() => flow.current()).toMatchObject({ kind: 'failed', message: 'The disk is full.' });
    void flow.again();
    expect(asked).toEqual(['convert', 'convert']);
    end(ok({ left: [{ title: 'Canal', message: 'It is a link.' }] }));
    await expect.poll(() => flow.current()).toMatchObject({ kind: 'left', left: [{ title: 'Canal' }] });
    void flow.turnBack();
    await expect.poll(() => asked).toEqual(['convert', 'convert', 'turn off', 'convert']);
  });
});
