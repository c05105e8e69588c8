import { describe, expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import type { Table } from './table.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function tableOf(content: string | Uint8Array, fileName = 'timeline.csv', html?: string): Table {
  const read = readTable(content, { fileName, ...(html === undefined ? {} : { html }) });
  if (read === null) throw new Error('This is no table');
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const cells = (table: Table): readonly (readonly string[])[] => table.rows.map((row) => row.cells);

describe('[IM25] what is a table', () => {
  it.each([
    ['a CSV file', 'a,b\nc,d', 'x.csv', 'csv'],
    ['one with tabs', 'a\tb', 'x.tsv', 'csv'],
    ['cells of a spreadsheet', 'Date\tWhat\n1 May 2021\tA\n', 'Pasted page', 'pasted'],
    ['a calendar by its first line', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR', 'x', 'ics'],
    ['a timeline', '{"events":[{"start_date":{"year":2021},"text":{"headline":"A"}}]}', 'x.json', 'timelinejs'],
  ])('%s', (_, text, name, kind) => expect(tableOf(text, name).kind).toBe(kind));

  it.each([
    ['prose', 'Overview\nA ship swung.\n\nTimeline\n1. It grounds\n'],
    ['prose with a tab somewhere', 'A\tb\nNo tab here\nNor here'],
    ['Story JSON', '{"title":"A","events":[{"title":"B","date":"2021"}]}'],
    ['JSON that breaks off', '{"events":[{"start_date":'],
    ['one line', 'a\tb'],
    ['nothing', ''],
  ])('not %s', (_, text) => expect(readTable(text, { fileName: 'Pasted page' })).toBeNull());

  it('a story page that has a table is a page', () => {
    const html = '<h1>Story</h1><p>Words</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>';
    expect(readTable('Story\nWords\nMore\na\tb', { fileName: 'Pasted page', html })).toBeNull();
  });
});

describe('[IM27] the bytes of a table', () => {
  const text = 'Title;Place\r\nÖffnung;Suez';
  const wide = (big: boolean, mark: string): Uint8Array => {
    const view = new DataView(new ArrayBuffer((mark + text).length * 2));
    [...(mark + text)].forEach((sign, at) => view.setUint16(at * 2, sign.charCodeAt(0), !big));
    return new Uint8Array(view.buffer);
  };
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`)],
    ['UTF-16', wide(false, '\ufeff')],
    ['UTF-16, big end first', wide(true, '\ufeff')],
    ['UTF-16 without its mark', wide(false, '')],
    ['Windows-1252', Uint8Array.from(text, (sign) => sign.charCodeAt(0))],
  ])('%s', (_, bytes) => {
    expect(cells(tableOf(bytes))).toEqual([
      ['Title', 'Place'],
      ['Öffnung', 'Suez'],
    ]);
  });

  it('what is not UTF-8 is said, and can be read in another encoding', () => {
    const cyrillic = Uint8Array.from([0xd1, 0xf3, 0xfd, 0xf6, 0x2c, 0x31]);
    expect(tableOf(cyrillic).notes).toEqual([expect.stringContaining('not in UTF-8')]);
    const read = readTable(cyrillic, { fileName: 'x.csv', encoding: 'windows-1251' });
    expect(read?.ok === true && read.value).toMatchObject({ notes: [], rows: [{ cells: ['Суэц', '1'] }] });
  });

  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /PNG picture, no table/],
    ['an office document', utf8('PK\u0003\u0004rest'), /Save it as CSV/],
    ['nothing', new Uint8Array(), /empty/],
    ['50 MB', new Uint8Array(50_000_000).fill(44), /48 MiB; a table may have 16/],
  ])('refuses %s', (_, bytes, message) => {
    const read = readTable(bytes, { fileName: 'x.csv' });
    expect(read?.ok === false && read.error.message).toMatch(message);
  });

  it('refuses 50 MB that were pasted, in time', () => {
    const before = performance.now();
    const read = readTable('a\tb\n'.repeat(12_500_000), { fileName: 'Pasted page' });
    expect(read?.ok === false && read.error.reason).toBe('too-large');
    expect(performance.now() - before).toBeLessThan(1500);
  });
});

describe('[IM31] tables of web pages', () => {
  it('cells that reach over rows stand in each, links have a column of their own', () => {
    const html =
      '<html><body><table><tr><th>Date</th><th>Event</th></tr>' +
      '<tr><td rowspan=2>March 23, 2021</td><td><a href="https://en.example/x">Ship</a> grounds<script>x</script></td></tr>' +
      '<tr><td>Tugs<br>come<span style="display:none">no</span></td></tr>' +
      '<tr><td colspan=2>All</td></tr></table></body></html>';
    const table = tableOf('Date\tEvent\nMarch 23, 2021\tShip grounds\n\tTugs\ncome', 'Pasted page', html);
    expect(table).toMatchObject({ kind: 'web', named: true });
    expect(cells(table)).toEqual([
      ['Date', 'Event', 'Event (link)'],
      ['March 23, 2021', 'Ship grounds', 'https://en.example/x'],
      ['March 23, 2021', 'Tugs\ncome', ''],
      ['All', '', ''],
    ]);
  });

  it('the largest is taken, tables within its cells are words, and hostile ones end', () => {
    const row = '<tr><td>a</td><td>b<table><tr><td>c</td></tr></table></td></tr>';
    const html = `<table><tr><td>x</td><td>y</td></tr><tr><td>x</td><td>y</td></tr></table><table>${row.repeat(3)}</table>`;
    const table = tableOf('a\tb\na\tb', 'Pasted page', html);
    expect(cells(table)).toEqual(new Array(3).fill(['a', 'b\nc']));
    expect(table.notes).toEqual(['The largest of 2 tables was read.']);
    const before = performance.now();
    for (const hostile of [
      '<table>'.repeat(100_000),
      '<table><tr>' + '<td colspan=99999999 rowspan=9999999>a'.repeat(500),
    ])
      readTable('a\tb\na\tb', { fileName: 'Pasted page', html: hostile });
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

const calendar = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Canal\\, 2021', 'BEGIN:VEVENT', 'UID:7@events.backstory'],
  ...[
    'SUMMARY:Grounds\\, ha',
    ' rd',
    'DTSTART;TZID=Africa/Cairo:20210323T074000',
    'DTEND;TZID=Africa/Cairo:20210323T090000',
  ],
  ...['LOCATION:Suez', 'CATEGORIES:Salvage,Tide', 'ATTENDEE;CN="Rabie; Osama":mailto:o@canal.example'],
  ...[
    'RRULE:FREQ=WEEKLY;COUNT=3',
    'URL:https://canal.example/1',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'SUMMARY',
    'END:VEVENT',
  ],
  ...['BEGIN:VEVENT', 'SUMMARY:Days', 'DTSTART;VALUE=DATE:20210323', 'DTEND;VALUE=DATE:20210326', 'BEGIN:VALARM'],
  ...['TRIGGER:-PT15M', 'END:VALARM', 'END:VEVENT', 'BEGIN:VFREEBUSY', 'END:VFREEBUSY', 'END:VCALENDAR', ''],
].join('\r\n');

describe('[IM32] calendars', () => {
  it('give their events, times as they stand there, whole days to the last, and what broke', () => {
    const table = tableOf(calendar, 'canal.ics');
    expect(table.title).toBe('Canal, 2021');
    const [names = [], ...events] = cells(table);
    const said = events.map((event) =>
      Object.fromEntries(names.flatMap((name, at) => (event[at] ? [[name, event[at]]] : []))),
    );
    expect(said).toEqual([
      {
        Title: 'Grounds, hard',
        Date: '2021-03-23',
        Time: '07:40',
        Zone: 'Africa/Cairo',
        'End time': '09:00',
        Place: 'Suez',
        Categories: 'Salvage, Tide',
        Attendees: 'Rabie\\; Osama',
        Address: 'https://canal.example/1',
        Repeats: 'FREQ=WEEKLY;COUNT=3',
        Identifier: '7',
      },
      { 'Could not be read': 'BEGIN:VEVENT\nSUMMARY\nEND:VEVENT' },
      { Title: 'Days', Date: '2021-03-23', End: '2021-03-25' },
    ]);
    expect(table.notes).toEqual(['1 × VFREEBUSY: no event, and left out.']);
  });

  it('one without an event is refused, one that is never ended is read, ten thousand take no time', () => {
    expect(readTable('BEGIN:VCALENDAR\nEND:VCALENDAR', { fileName: 'x.ics' })).toMatchObject({ ok: false });
    expect(cells(tableOf('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A', 'x.ics'))).toHaveLength(2);
    const before = performance.now();
    const event = 'BEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART:20210323T074000Z\r\nEND:VEVENT\r\n';
    expect(cells(tableOf(`BEGIN:VCALENDAR\r\n${event.repeat(10_000)}END:VCALENDAR`, 'x.ics'))).toHaveLength(10_001);
    readTable(`BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(20_000)}`, { fileName: 'x.ics' });
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('[IM33] timelines of TimelineJS', () => {
  it('give slides with dates to what is known, HTML as words, and what broke', () => {
    const timeline = {
      title: { text: { headline: 'Canal &amp; co', text: '<p>Deck</p>' } },
      events: [
        {
          start_date: { year: '-44', month: 3, day: '15' },
          text: { headline: 'Ides', text: '<p>a <a href="https://x.example/">b</a></p><p>c</p>' },
        },
        {
          ...{
            start_date: { year: 2021, month: 2, hour: 7 },
            end_date: { year: 2021, month: 4 },
            display_date: 'spring',
          },
          ...{
            text: { headline: '<b>X</b>' },
            group: 'G',
            unique_id: 'x',
            media: { url: 'https://y.example/p.png', caption: '<i>z</i>' },
          },
        },
        { start_date: { month: 5 }, text: { headline: 'No year' } },
        5,
      ],
    };
    const table = tableOf(JSON.stringify(timeline), 'x.json');
    expect(table.title).toBe('Canal & co');
    const [names = [], ...slides] = cells(table);
    const said = slides.map((slide) =>
      Object.fromEntries(names.flatMap((name, at) => (slide[at] ? [[name, slide[at]]] : []))),
    );
    expect(said).toEqual([
      { Text: 'Deck' },
      { Headline: 'Ides', Date: '-0043-03-15', Text: 'a b (https://x.example/)\nc' },
      {
        ...{ Headline: 'X', Date: '2021-02/2021-04', 'Display date': 'spring', Time: '07:00', Group: 'G' },
        ...{ Media: 'https://y.example/p.png', 'Media caption': 'z', Identifier: 'x' },
      },
      { Headline: 'No year', Date: '{"month":5}' },
      { 'Could not be read': '5' },
    ]);
  });

  it('so does the form before it', () => {
    const old = {
      timeline: { headline: 'Old', text: '', date: [{ startDate: '2021,3,23,07,40', headline: 'A', tag: 'T' }] },
    };
    const table = tableOf(JSON.stringify(old), 'x.json');
    expect([table.title, ...cells(table)]).toEqual([
      'Old',
      ['Headline', 'Date', 'Time', 'Group'],
      ['A', '2021-03-23', '07:40', 'T'],
    ]);
  });
});
