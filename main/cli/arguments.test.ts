import { describe, expect, it } from 'vitest';
import { parseCommand } from './arguments.ts';

describe('parseCommand', () => {
  it('reads import and brief', () => {
    expect(parseCommand(['import', 'page.txt', '--json', '--captured-on', '2021-03-26'])).toEqual({
      ok: true,
      value: { verb: 'import', file: 'page.txt', capturedOn: '2021-03-26' },
    });
    expect(parseCommand(['brief', 'page.txt', '--pdf', 'out.pdf', '--paper', 'letter'])).toEqual({
      ok: true,
      value: { verb: 'brief', file: 'page.txt', out: 'out.pdf', paper: 'Letter', capturedOn: null },
    });
  });

  it('reads export', () => {
    const command = ['export', 'canal.backstory', '--format', 'json', '--out', 'canal.json'];
    expect(parseCommand(command)).toEqual({
      ok: true,
      value: { verb: 'export', file: 'canal.backstory', format: 'json', out: 'canal.json', capturedOn: null },
    });
  });

  it('reads which number of a date is the day', () => {
    const command = ['import', 'canal.csv', '--json', '--date-order', 'month-first'];
    expect(parseCommand(command)).toMatchObject({ ok: true, value: { file: 'canal.csv', dateOrder: 'month' } });
  });

  it('takes a file whose name begins with a dash after --', () => {
    expect(parseCommand(['import', '--json', '--', '-page.txt'])).toMatchObject({ value: { file: '-page.txt' } });
  });

  it.each([
    [[]],
    [['show', 'x']],
    [['export', 'x']],
    [['export', 'x', '--format', 'json']],
    [['export', 'x', '--format', 'odt', '--out', 'y']],
    [['export', 'x', '--format', 'json', '--out', 'y', '--json']],
    [['import']],
    [['import', 'a', 'b', '--json']],
    [['import', 'a']],
    [['import', 'a', '--json', '--captured-on', '2021-02-30']],
    [['import', 'a', '--json', '--captured-on']],
    [['import', 'a', '--json', '--pdf', 'x']],
    [['import', 'a', '--json', '--date-order', 'american']],
    [['brief', 'a']],
    [['brief', 'a', '--pdf', 'x', '--paper', 'A5']],
    [['brief', 'a', '--pdf', 'x', '--json']],
    [['import', 'a', '--jsno']],
  ])('answers %j with one line', (argv) => {
    const parsed = parseCommand(argv);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.error).toMatch(/^[^\n]{10,200}$/);
  });
});
