import { describe, expect, it } from 'vitest';
import type { BriefContext, BriefPeriod } from '../../brief-block.ts';
import { briefEvents } from './brief.ts';

const context = (period: BriefPeriod) =>
  // What a projection of events looks up, and nothing else.
  ({ depth: 'full', period, titleOf: () => null }) as unknown as BriefContext;

const event = (title: string, edtf: string | null) => ({
  kind: 'events',
  id: title,
  fields: {
    title,
    date: edtf === null ? null : { edtf },
    time: '',
    zone: '',
    category: '',
    text: '',
    actors: [],
    nature: 'event' as const,
    expected: 'happened' as const,
  },
});

const events = [
  event('before', '2021-03-21'),
  event('first', '2021-03-22'),
  event('month', '2021-03'),
  event('last', '2021-03-24'),
  event('open', '2020/..'),
  event('after', '2021-03-25'),
  event('undated', null),
];

function printed(from: string | null, to: string | null) {
  const blocks = briefEvents(events, context({ from, to })) ?? [];
  const timeline = blocks.find((block) => block.type === 'timeline');
  const remark = blocks.find((block) => block.type === 'remark');
  return { titles: timeline?.events.map(({ title }) => title) ?? [], remark: remark?.text ?? '' };
}

describe('[BR21] the period of a timeline', () => {
  it('holds what may fall into it, both ends included, and says how much is left out', () => {
    expect(printed('2021-03-22', '2021-03-24')).toEqual({
      titles: ['first', 'month', 'last', 'open'],
      remark: 'Events from 22 March 2021 to 24 March 2021; 3 others are left out.',
    });
    expect(printed('2021-03-25', null)).toMatchObject({ titles: ['month', 'open', 'after'] });
    expect(printed(null, '2021-03-21').remark).toBe('Events until 21 March 2021; 4 others are left out.');
  });

  it('is everything where nobody named one', () => {
    expect(printed(null, null)).toEqual({ titles: events.map(({ id }) => id), remark: '' });
  });

  it('says so where nothing falls into it', () => {
    expect(briefEvents([event('x', '2021')], context({ from: '2030', to: null }))).toEqual([
      { type: 'remark', text: 'Events since 2030; 1 other is left out.' },
    ]);
  });
});
