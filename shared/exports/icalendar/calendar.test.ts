import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '../../story/entry.ts';
import { section } from '../../story/sections.ts';
import { anyEvent, anyWords, notebook } from '../testing/notebook.suite.ts';
import { contentLine } from './lines.ts';
import { checkCalendar, unescapeText } from './testing/grammar.suite.ts';
import { calendarTime } from './times.ts';
import { writeCalendar } from './write.ts';

const options = { at: '2021-03-26T12:00:00.000Z', notebook: 'six-days' };

const expected = (id: string, fields: EntryDraft['fields']): EntryDraft => ({
  kind: 'events',
  id,
  fields: { expected: 'expected', ...fields },
});

describe('expected events as iCalendar', () => {
  it('[EX20] [EX21] [EX22] [EX24] are events of the days and moments they are expected at', () => {
    const reader = notebook({ title: 'Six days; a canal', nextTitle: 'Convoy', nextDate: { edtf: '2021-04-02' } }, [
      expected('tide', { title: 'Spring tide', date: { edtf: '2021-03-28' }, time: '07:40', zone: 'UTC+2' }),
      expected('hearing', {
        title: 'Hearing, first',
        date: { edtf: '2021-05-01/2021-05-10' },
        category: 'Court',
        text: 'A\nB',
      }),
      { kind: 'events', id: 'past', fields: { title: 'Grounding', date: { edtf: '2021-03-23' } } },
      expected('some-day', { title: 'Some day' }),
    ]);
    const written = writeCalendar(reader, options);
    expect(written?.leftOut).toEqual(['Some day']);
    expect(written?.text.split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Backstory//Backstory//EN', 'CALSCALE:GREGORIAN'],
      ...['NAME:Six days\\; a canal', 'X-WR-CALNAME:Six days\\; a canal'],
      ...['BEGIN:VEVENT', 'UID:hearing@events.backstory', 'DTSTAMP:20210326T120000Z'],
      ...['DTSTART;VALUE=DATE:20210501', 'DTEND;VALUE=DATE:20210511', 'SUMMARY:Hearing\\, first'],
      ...[
        'DESCRIPTION:early May 2021\\n\\nA\\nB',
        'CATEGORIES:Court',
        'STATUS:TENTATIVE',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ],
      ...['BEGIN:VEVENT', 'UID:tide@events.backstory', 'DTSTAMP:20210326T120000Z', 'DTSTART:20210328T054000Z'],
      ...['SUMMARY:Spring tide', 'DESCRIPTION:28 March 2021\\, 07:40 UTC+2', 'TRANSP:TRANSPARENT'],
      ...['END:VEVENT', 'BEGIN:VEVENT', 'UID:six-days@next.backstory', 'DTSTAMP:20210326T120000Z'],
      ...['DTSTART;VALUE=DATE:20210402', 'DTEND;VALUE=DATE:20210403', 'SUMMARY:Convoy'],
      ...['TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('[EX20] keep to the grammar of RFC 5545, and say every word', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 4 }), anyWords, (events, title) => {
        const reader = notebook({ title }, events);
        const written = writeCalendar(reader, options);
        expect(writeCalendar(reader, options)).toEqual(written);
        const wanted = reader.list('events').filter(({ fields }) => fields.expected === 'expected');
        if (written === null) return void expect(wanted.every(({ fields }) => !hasPlace(fields))).toBe(true);
        const found = checkCalendar(written.text);
        expect(found).toHaveLength(wanted.length - written.leftOut.length);
        const summaries = found.map((event) => event.find(({ name }) => name === 'SUMMARY')?.value ?? '');
        const titles = wanted
          .filter(({ fields }) => hasPlace(fields))
          .map(({ fields }) => section('events').title(fields));
        expect(summaries.map(unescapeText)).toEqual(titles.map(withoutControls));
      }),
    );
  });

  it('[EX21] are tentative where they are foretold only', () => {
    const forecast = expected('a', { title: 'A', date: { edtf: '2021-03-28' }, nature: 'forecast' });
    expect(writeCalendar(notebook({}, [forecast]), options)?.text).toContain(
      'DESCRIPTION:Forecast\r\nSTATUS:TENTATIVE\r\n',
    );
  });

  it('[EX23] are the next one of the head where no event is called so, by its day or by counting', () => {
    const next = { nextTitle: 'Spring tide', nextInDays: 2 };
    expect(writeCalendar(notebook(next, []), options)).toBeNull();
    const counted = notebook({ ...next, capturedOn: '2021-03-26' }, []);
    expect(writeCalendar(counted, options)?.text).toContain('DTSTART;VALUE=DATE:20210328\r\n');
    const same = expected('tide', { title: 'Spring tide.', date: { edtf: '2021-03-29' } });
    const both = writeCalendar(notebook({ ...next, capturedOn: '2021-03-26' }, [same]), options);
    expect(both?.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(writeCalendar(notebook({ ...next, capturedOn: '2021-03-26', nextInDays: 1e9 }, []), options)).toBeNull();
  });

  it('[EX20] are none without a date: a calendar holds one event at least', () => {
    expect(writeCalendar(notebook({ title: 'Six days' }, [expected('a', { title: 'Some day' })]), options)).toBeNull();
  });
});

function hasPlace({ date, time, zone }: { date: { edtf: string } | null; time: string; zone: string }): boolean {
  return date !== null && calendarTime(date, time, zone) !== null;
}

const withoutControls = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, (sign) => (sign >= '\u0080' ? sign : ''));

describe('the time of an event', () => {
  it.each([
    ['2021-03-28', '', '', '20210328', '20210329', true],
    ['2021-03-28', '07:40', 'EST', '20210328', '20210329', false],
    ['2021-03-28?', '07:40', '', '20210328', '20210329', false],
    ['2021-03', '', '', '20210301', '20210401', false],
    ['2021-12', '07:40', '', '20211201', '20220101', false],
    ['2021-05-01/..', '', '', '20210501', '20210502', false],
    ['../2021-05-01', '', '', '20210501', '20210502', false],
    ['[2021-05-01,2021-05-04]', '', '', '20210501', '20210505', false],
  ])('[EX21] of %s %s %s is from %s until %s', (edtf, time, zone, start, end, exact) => {
    const lines = [
      ['DTSTART;VALUE=DATE', start],
      ['DTEND;VALUE=DATE', end],
    ];
    expect(calendarTime({ edtf }, time, zone)).toEqual({ lines, exact });
  });

  it.each([
    ['07:40', '', '20210328T074000'],
    ['7.40 am', 'local', '20210328T074000'],
    ['07:40', 'GMT', '20210328T074000Z'],
    ['00:30', 'UTC+2', '20210327T223000Z'],
    ['20:45', '-03:30', '20210329T001500Z'],
    ['07:40 UTC+2', '', '20210328T054000Z'],
    ['noon', '(UTC)', '20210328T120000Z'],
  ])('[EX22] of %s %s is %s', (time, zone, moment) => {
    expect(calendarTime({ edtf: '2021-03-28' }, time, zone)?.lines).toEqual([['DTSTART', moment]]);
  });

  it.each(['-0043-03-15', '0000', 'Y170000002', 'XXXX-12-25', '../..', 'no date'])('[EX21] of %s is none', (edtf) => {
    expect(calendarTime({ edtf }, '', '')).toBeNull();
  });
});

describe('a content line', () => {
  it('[EX25] is folded at 75 octets, and never within a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '北', '🕊️'), maxLength: 300 }), (value) => {
        const folded = contentLine('SUMMARY', value);
        for (const line of folded.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(folded.replace(/\r\n[ \t]/g, '')).toBe(`SUMMARY:${value}\r\n`);
      }),
    );
    expect(contentLine('SUMMARY', 'a'.repeat(70))).toBe(`SUMMARY:${'a'.repeat(67)}\r\n aaa\r\n`);
  });
});
