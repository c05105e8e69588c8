import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateBounds } from '../../../shared/story/dates/index.ts';
import type { TimelineItem } from '../item.ts';
import { fitDomain, panned, showing, zoomed } from './domain.ts';
import { layOut } from './layout.ts';
import { isLabelled, labelSpan, ticksOf } from './ticks.ts';

const day = 86_400_000;

function item(id: string, edtf: string | null, title = `Event ${id}`): TimelineItem {
  const bounds = edtf === null ? null : dateBounds(edtf);
  return { id, title, category: '', expected: false, bounds, actors: [], words: '' };
}

const edtf = fc.constantFrom(
  '2021-03-23',
  '2021-03',
  '2021',
  '1994~/2014~',
  '2022/..',
  '../2014',
  '2021-03-24?',
  '199X',
  null,
);
const items = fc.array(edtf, { maxLength: 60 }).map((dates) => dates.map((date, index) => item(String(index), date)));

describe('the time axis', () => {
  it('gives every dated event in view a place of its own, or counts it', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 200, max: 2000 }), (all, width) => {
        const domain = fitDomain(all, Date.UTC(2021, 2, 26));
        const { marks, hidden, density } = layOut(all, domain, { width, lanes: 5, selected: null });
        expect(marks.length + hidden).toBe(all.filter((one) => one.bounds !== null).length);
        expect(density.reduce((sum, count) => sum + count, 0)).toBe(hidden);
        for (const [index, mark] of marks.entries()) {
          expect(mark.left).toBeGreaterThanOrEqual(0);
          for (const other of marks.slice(index + 1)) {
            const apart = mark.left + mark.width <= other.left || other.left + other.width <= mark.left;
            expect(mark.lane !== other.lane || apart).toBe(true);
          }
        }
      }),
    );
  });

  it('always finds room for the chosen event', () => {
    const all = Array.from({ length: 400 }, (_, index) => item(String(index), '2021-03-23'));
    const domain = fitDomain(all, 0);
    const { marks, hidden } = layOut(all, domain, { width: 900, lanes: 5, selected: '399' });
    expect(marks.map((mark) => mark.id)).toContain('399');
    expect(hidden).toBeGreaterThan(0);
  });

  it('draws uncertain dates soft and coarse ones as stretches', () => {
    const all = [
      item('exact', '2021-03-23'),
      item('about', '2021-03-23~'),
      item('month', '2021-03'),
      item('since', '2021-03-20/..'),
    ];
    const domain = { start: Date.UTC(2021, 1, 1), end: Date.UTC(2021, 4, 1) };
    const { marks } = layOut(all, domain, { width: 1200, lanes: 6, selected: null });
    const by = new Map(marks.map((mark) => [mark.id, mark]));
    expect(by.get('exact')).toMatchObject({ soft: false });
    expect(by.get('about')).toMatchObject({ soft: true });
    expect(by.get('month')?.span?.width).toBeGreaterThan(300);
    expect(by.get('since')).toMatchObject({ openEnd: true });
  });

  it('zooming and moving stay within what dates can say', () => {
    const steps = fc.array(
      fc.tuple(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })),
    );
    fc.assert(
      fc.property(steps, (all) => {
        let domain = fitDomain([], 0);
        for (const [zoom, pan] of all) domain = panned(zoomed(domain, zoom, 0.3), pan);
        expect(domain.end - domain.start).toBeGreaterThanOrEqual(day / 4);
        for (const tick of ticksOf(domain, 900)) expect(tick.label).not.toContain('Invalid');
      }),
    );
  });

  it('keeps the moment under the pointer when zooming', () => {
    const domain = { start: 0, end: 100 * day };
    const closer = zoomed(domain, 0.5, 0.25);
    expect(closer.start + (closer.end - closer.start) * 0.25).toBeCloseTo(25 * day);
  });

  it('moves only when what is chosen is out of view', () => {
    const domain = { start: 0, end: 100 * day };
    expect(showing(domain, 40 * day, 41 * day)).toBe(domain);
    const moved = showing(domain, 400 * day, 401 * day);
    expect(moved.start).toBeLessThan(400 * day);
    expect(moved.end).toBeGreaterThan(401 * day);
  });

  it('names ticks as coarsely as they stand', () => {
    const labels = (start: number, end: number): string =>
      ticksOf({ start, end }, 900)
        .map((tick) => tick.label)
        .join(' | ');
    expect(labels(Date.UTC(1990, 0), Date.UTC(2020, 0))).toMatch(/1995/);
    expect(labels(Date.UTC(2021, 0), Date.UTC(2021, 11))).toMatch(/Jan 2021 \| /);
    expect(labels(Date.UTC(2021, 2, 22), Date.UTC(2021, 2, 29))).toMatch(/Tue 23 Mar|Tue, 23 Mar/);
  });

  it('labels lines only where the label is seen whole, clear of “today”', () => {
    const tick = (left: number) => ({ at: 0, left, label: 'Sat, 21 Nov' });
    const today = labelSpan(400, 'today', 1000);
    expect(today[0]).toBe(400);
    expect([300, 350, 395, 420, 450].map((left) => isLabelled(tick(left), 1000, today))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(isLabelled(tick(960), 1000, null)).toBe(false);
    expect(labelSpan(980, 'today', 1000)[1]).toBe(980);
  });
});
