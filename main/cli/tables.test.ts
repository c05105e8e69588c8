import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAsJson } from './import.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-tables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function imported(
  name: string,
  text: string,
  ...rest: readonly ['day' | 'month'] | readonly []
): Promise<unknown> {
  const path = join(folder, name);
  await writeFile(path, text);
  const json = await importAsJson(path, null, ...rest);
  return json.ok ? JSON.parse(json.value) : json.error;
}

describe('[IM25] a timeline on the command line', () => {
  const table = 'Date;Title;Place\n01/02/2021;A;Suez\n;;Lost\n';
  it('is a story of events; what has no title is unsorted', async () => {
    expect(await imported('canal.csv', table, 'month')).toMatchObject({
      title: 'canal',
      events: [{ title: 'A', date: '2021-01-02', text: 'Place: Suez' }],
      unsorted: ['Place: Lost'],
    });
  });

  it('asks what a date means, and says why a table cannot be read', async () => {
    expect(await imported('canal.csv', table)).toMatch(
      /“canal.csv”: 01\/02\/2021 can be read in two ways.*--date-order/,
    );
    expect(await imported('broken.csv', 'a,"b\n')).toMatch(/“broken.csv”: The quotation mark that opens in line 1/);
  });

  it('calendars and timelines too', async () => {
    const calendar =
      'BEGIN:VCALENDAR\nX-WR-CALNAME:Hearings\nBEGIN:VEVENT\nSUMMARY:H\nDTSTART:20310323\nEND:VEVENT\nEND:VCALENDAR\n';
    expect(await imported('h.ics', calendar)).toMatchObject({
      title: 'Hearings',
      events: [{ title: 'H', date: '2031-03-23' }],
    });
    const timeline = {
      events: [{ start_date: { year: 2021 }, text: { headline: 'T' }, media: { url: 'https://x.example/p' } }],
    };
    expect(await imported('t.json', JSON.stringify(timeline))).toMatchObject({
      events: [{ title: 'T', date: '2021' }],
      sources: [{ address: 'https://x.example/p' }],
    });
  });
});
