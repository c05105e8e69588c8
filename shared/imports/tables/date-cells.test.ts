import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../story/dates/index.ts';
import { dateOrderOf, readDateCell } from './date-cells.ts';
import type { DayOrder } from './date-cells.ts';

const today = '2026-11-22';

function read(cell: string, order: DayOrder | null = null) {
  const found = readDateCell(cell, { order, today });
  return found === null
    ? null
    : [found.date?.edtf ?? null, found.time, found.zone].filter((part) => part !== '').join(' ');
}

describe('dates of a table', () => {
  it.each([
    ['2021-03-23', '2021-03-23'],
    ['2021', '2021'],
    ['23 March 2021', '2021-03-23'],
    ['early March 2021', '2021-03-01/2021-03-10'],
    ['23.03.2021', '2021-03-23'],
    ['01.02.2021', '2021-02-01'],
    ['13/02/2021', '2021-02-13'],
    ['02/13/2021', '2021-02-13'],
    ['20210323', '2021-03-23'],
    ['03/2021', '2021-03'],
    ['44278', '2021-03-23'],
    ['44278.319', '2021-03-23'],
    ['2021-03-23 07:40', '2021-03-23 07:40'],
    ['2021-03-23T07:40:00Z', '2021-03-23 07:40 UTC'],
    ['2021-03-23 00:00:00', '2021-03-23'],
    ['23 March 2021, 7:40 pm', '2021-03-23 19:40'],
    ['23/03/2021 07:40 GMT+2', '2021-03-23 07:40 GMT+2'],
    ['23.03.2021 – 29.03.2021', '2021-03-23/2021-03-29'],
    ['13/03/2021 - 29/03/2021', '2021-03-13/2021-03-29'],
  ])('[IM29] %s', (cell, expected) => expect(read(cell)).toBe(expected));

  it('[IM29] what could be either way round is read only in the order somebody said', () => {
    expect(read('01/02/2021')).toBeNull();
    expect(read('01/02/2021', 'day')).toBe('2021-02-01');
    expect(read('01/02/2021', 'month')).toBe('2021-01-02');
    expect(read('31/02/2021', 'day')).toBeNull();
  });

  it('[IM29] doubts are named: two digits of a year, no year, a day counted from another', () => {
    expect(readDateCell('13/02/21', { order: null, today })).toMatchObject({
      date: { edtf: '2021-02-13' },
      doubts: ['century'],
    });
    expect(readDateCell('13/02/94', { order: null, today })?.date).toEqual({ edtf: '1994-02-13' });
    expect(readDateCell('3 March', { order: null, today })?.doubts).toEqual(['year']);
    expect(readDateCell('yesterday', { order: null, today })?.doubts).toEqual(['relative']);
    expect(readDateCell('unknown', { order: null, today })).toMatchObject({ date: null, doubts: [] });
  });

  it('[IM29] the order is taken from the cells that can only be one, and asked for where none or both are there', () => {
    expect(dateOrderOf(['01/02/2021', '13/02/2021'])).toEqual({ order: 'day', example: null });
    expect(dateOrderOf(['01/02/2021', '02/13/2021 10:00'])).toEqual({ order: 'month', example: null });
    expect(dateOrderOf(['05/05/2021', '01/02/2021'])).toEqual({ order: null, example: '01/02/2021' });
    expect(dateOrderOf(['13/02/2021', '02/13/2021', '3/4/21'])).toEqual({ order: null, example: '3/4/21' });
    expect(dateOrderOf(['01.02.2021', '2021-02-01'])).toEqual({ order: null, example: null });
  });

  it('[IM29] never throws, and gives nothing but valid EDTF', () => {
    const piece = fc.constantFrom(...'0123456789/.-–: TZapm', ' to ', 'March', '2021', '99999', '13', '1900');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom('day', 'month', null), (pieces, order) => {
        // The generator gives nothing else.
        const found = readDateCell(pieces.join(''), { order: order, today });
        if (found?.date) expect(parseEdtf(found.date.edtf)).not.toBeNull();
      }),
    );
  });
});
