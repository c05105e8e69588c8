import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { dateBounds } from '../../story/dates/index.ts';
import { section } from '../../story/sections.ts';
import { anyEvent, anyWords, notebook } from '../testing/notebook.suite.ts';
import { timelineTime } from './dates.ts';
import { writeTimelineJs } from './write.ts';

const between = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

// https://timeline.knightlab.com/docs/json-format.html
const dateSchema = v.strictObject({
  year: v.pipe(between(-271_820, 275_759), v.notValue(0)),
  month: v.optional(between(1, 12)),
  day: v.optional(between(1, 31)),
  hour: v.optional(between(0, 23)),
  minute: v.optional(between(0, 59)),
});
const textSchema = v.strictObject({ headline: v.string(), text: v.string() });
const timelineSchema = v.strictObject({
  scale: v.literal('human'),
  title: v.strictObject({ text: textSchema }),
  events: v.pipe(
    v.array(
      v.strictObject({
        start_date: dateSchema,
        end_date: v.optional(dateSchema),
        display_date: v.string(),
        text: textSchema,
        group: v.optional(v.pipe(v.string(), v.nonEmpty())),
        unique_id: v.optional(v.string()),
      }),
    ),
    v.minLength(1),
  ),
});

const decoded = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
    );

describe('a timeline for TimelineJS', () => {
  it('[EX30] [EX31] [EX33] says when, what and of which kind', () => {
    const reader = notebook({ title: 'Six <days>', deck: 'A ship & a canal', capturedOn: '2021-03-26' }, [
      { kind: 'people', id: 'p', fields: { name: 'Osama Rabie' } },
      {
        kind: 'events',
        id: 'grounding',
        fields: {
          title: 'It "grounds"',
          date: { edtf: '2021-03-23' },
          time: '07:40',
          zone: 'local',
          category: 'Salvage & towage',
          text: 'Both banks.\nAt once.',
          actors: [{ kind: 'people', id: 'p' }],
          nature: 'statement',
        },
      },
      { kind: 'events', id: 'some-day', fields: { title: 'Some day' } },
    ]);
    const written = writeTimelineJs(reader);
    expect(written?.leftOut).toEqual(['Some day']);
    expect(JSON.parse(written?.text ?? '')).toEqual({
      scale: 'human',
      title: {
        text: { headline: 'Six &lt;days&gt;', text: '<p>A ship &amp; a canal</p><p>As known on 26 March 2021</p>' },
      },
      events: [
        {
          start_date: { year: 2021, month: 3, day: 23, hour: 7, minute: 40 },
          display_date: '23 March 2021, 07:40 local',
          group: 'Salvage &amp; towage',
          text: {
            headline: 'It &quot;grounds&quot;',
            text: '<p>Statement</p><p>Both banks.</p><p>At once.</p><p>Osama Rabie</p>',
          },
          unique_id: 'grounding',
        },
      ],
    });
  });

  it('[EX30] [EX33] keeps to the documented format, and lets no markup through', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 4 }), anyWords, (events, title) => {
        const reader = notebook({ title }, events);
        const written = writeTimelineJs(reader);
        const dated = reader
          .list('events')
          .filter(({ fields: { date } }) => date !== null && dateBounds(date.edtf) !== null);
        if (written === null) return;
        const timeline = v.parse(timelineSchema, JSON.parse(written.text));
        expect(timeline.events.length + written.leftOut.length).toBe(events.length);
        expect(timeline.events.length).toBeLessThanOrEqual(dated.length);
        for (const { text, display_date, group = '' } of [
          ...timeline.events,
          { ...timeline.title, display_date: '', group: '' },
        ]) {
          expect(text.text.replace(/<\/?p>/g, '')).not.toMatch(/[<>]/);
          expect(`${text.headline}${display_date}${group}`).not.toMatch(/[<>"']/);
        }
        const titles = reader.list('events').map(({ fields }) => section('events').title(fields));
        for (const { text } of timeline.events) expect(titles).toContain(decoded(text.headline));
      }),
    );
  });

  it.each([
    ['2021', { year: 2021 }, undefined],
    ['2021-03~', { year: 2021, month: 3 }, undefined],
    ['2021-03-01/2021-03-10', { year: 2021, month: 3, day: 1 }, { year: 2021, month: 3, day: 10 }],
    ['1994/2014', { year: 1994 }, { year: 2014 }],
    ['2021-21', { year: 2021, month: 3, day: 1 }, { year: 2021, month: 5, day: 31 }],
    ['199X', { year: 1990, month: 1, day: 1 }, { year: 1999, month: 12, day: 31 }],
    ['2021-03/..', { year: 2021, month: 3 }, undefined],
    ['../2021-03', { year: 2021, month: 3 }, undefined],
    ['-0043-03-15', { year: -44, month: 3, day: 15 }, undefined],
    ['0000', { year: -1 }, undefined],
  ])('[EX31] [EX32] puts %s where it is', (edtf, start_date, end_date) => {
    const time = timelineTime({ edtf }, '', '');
    expect([time?.start_date, time?.end_date]).toEqual([start_date, end_date]);
    expect(time?.display_date).not.toBe('');
  });

  it.each(['Y170000002', 'XXXX-12-25', '../..', 'no date'])('[EX32] leaves out %s, which has no place', (edtf) => {
    expect(timelineTime({ edtf }, '', '')).toBeNull();
  });

  it('[EX30] is none without a date: TimelineJS shows one event at least', () => {
    expect(writeTimelineJs(notebook({ title: 'Six days' }, [{ kind: 'events', fields: { title: 'A' } }]))).toBeNull();
  });
});
