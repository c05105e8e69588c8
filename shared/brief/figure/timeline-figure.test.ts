import { describe, expect, it } from 'vitest';
import type { BriefEvent } from '../../story/brief-block.ts';
import { markupText } from '../html/markup.ts';
import { elementsOf } from '../testing/elements.suite.ts';
import { timelineFigure } from './timeline-figure.ts';

function event(title: string, edtf: string | null, more: Partial<BriefEvent> = {}): BriefEvent {
  return {
    ref: { kind: 'events', id: title },
    title,
    date: edtf === null ? null : { edtf },
    when: '',
    clock: '',
    category: '',
    text: '',
    expected: false,
    nature: '',
    actors: [],
    ...more,
  };
}

function drawn(events: readonly BriefEvent[], asOf: string | null = null) {
  return elementsOf(markupText(timelineFigure(events, asOf)));
}

const classes = (events: readonly BriefEvent[], asOf: string | null = null): readonly string[] =>
  drawn(events, asOf).flatMap(({ attributes }) => (attributes['class'] ?? '').trim());

describe('[BR12] the drawing', () => {
  it('is there from two dated events on', () => {
    expect(markupText(timelineFigure([event('a', '2021-03-23'), event('b', null)], null))).toBe('');
    expect(markupText(timelineFigure([event('a', '/'), event('b', '2021')], null))).toBe('');
    expect(classes([event('a', '2021-03-23'), event('b', '2021-03-24')]).filter((name) => name === 'dot')).toHaveLength(
      2,
    );
  });

  it('draws moments as dots, stretches as bars, and unknown ends as faded ones', () => {
    const names = classes([
      event('a day', '2021-03-23', { clock: '07:40 local' }),
      event('a month', '2021-04'),
      event('about', '2021-06~'),
      event('since', '2021-09/..'),
      event('until', '../2021-02'),
    ]);
    expect(names.filter((name) => name === 'dot')).toHaveLength(1);
    expect(names).toContain('span');
    expect(names).toContain('span fade-both');
    expect(names).toContain('span fade-right');
    expect(names).toContain('span fade-left');
  });

  it('draws what is expected in a look of its own, behind the end of the known', () => {
    const names = classes([event('a', '2021-03-23'), event('b', '2021-03-28', { expected: true })], '2021-03-26');
    expect(names).toContain('dot expected');
    expect(names).toContain('label expected');
    expect(names).toContain('leader known');
  });

  it('leaves out an end of the known that lies far away', () => {
    expect(classes([event('a', '1956-10-29'), event('b', '1957-04-10')], '2021-03-26')).not.toContain('leader known');
  });

  it('is named by what it shows', () => {
    const [svg] = drawn([
      event('a', '2021-03-23'),
      event('b', '2021-03-28', { expected: true }),
      event('c', null),
    ]).filter(({ name }) => name === 'svg');
    expect(svg?.attributes['role']).toBe('img');
    expect(svg?.attributes['aria-label']).toBe(
      'Timeline drawn to scale: 2 dated events, 1 of them expected, 1 more without a date. All are listed below.',
    );
  });

  it('stacks what falls on one day', () => {
    const dots = drawn(
      [1, 2, 3].map((number) => event(`e${number}`, '2021-03-23')).concat(event('z', '2021-03-30')),
    ).filter(({ name }) => name === 'circle');
    expect(new Set(dots.slice(0, 3).map(({ attributes }) => attributes['cy'])).size).toBe(3);
  });
});

describe('[BR14] a crowded axis', () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    event(`Event ${index}`, new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10)),
  );

  it('counts in columns and labels what it can', () => {
    const names = classes(many);
    expect(names.filter((name) => name === 'column').length).toBeGreaterThan(100);
    expect(names.filter((name) => name.startsWith('dot'))).toHaveLength(0);
    const labels = names.filter((name) => name.startsWith('label')).length;
    expect(labels).toBeGreaterThan(6);
    expect(labels).toBeLessThan(40);
  });
});

describe('[BR12] ticks', () => {
  const labels = (from: string, to: string) =>
    drawn([event('a', from), event('b', to)]).flatMap(({ attributes, text }) =>
      attributes['class'] === 'tick-label' ? [text] : [],
    );

  it.each([
    ['2021-03-22', '2021-03-28', ['22 March', '23', '24', '25', '26', '27', '28', '29']],
    ['2021-03-29', '2021-04-02', ['29 March', '30', '31', '1 April', '2', '3']],
    ['2020-09-10', '2021-03-20', ['October 2020', 'November', 'December', 'January 2021', 'February', 'March']],
    ['2012', '2021', ['2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022']],
    ['1850', '2021', ['1860', '1880', '1900', '1920', '1940', '1960', '1980', '2000', '2020']],
  ])('from %s to %s say what changed', (from, to, words) => {
    expect(labels(from, to)).toEqual(words);
  });
});
