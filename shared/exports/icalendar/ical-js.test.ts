import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { anyEvent, anyWords, notebook } from '../testing/notebook.suite.ts';
import { writeCalendar } from './write.ts';

it('[EX20] [EX26] is what another library of RFC 5545 reads: every event with its one id, its summary, and an end behind its beginning', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 4 }), anyWords, (events, title) => {
      const written = writeCalendar(notebook({ title }, events), {
        at: '2021-03-26T12:00:00.000Z',
        notebook: 'six-days',
      });
      if (written === null) return;
      const calendar = ICAL.Component.fromString(written.text);
      expect(calendar.name).toBe('vcalendar');
      expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
      const read = calendar
        .getAllSubcomponents('vevent')
        .map((component) => new ICAL.Event(component, { strictExceptions: true }));
      expect(new Set(read.map(({ uid }) => uid)).size).toBe(read.length);
      for (const event of read) {
        expect(event.summary).not.toBe('');
        expect(event.startDate.isDate).toBe(event.endDate.isDate);
        const order = event.endDate.compare(event.startDate);
        // Days end with the day after; moments have no end of their own.
        if (event.startDate.isDate) expect(order).toBe(1);
        else expect(order).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
