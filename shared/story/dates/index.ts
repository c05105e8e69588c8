export type {
  ClockTime,
  DateBounds,
  DatePrecision,
  DateReading,
  EdtfEnd,
  EdtfMember,
  EdtfPoint,
  EdtfValue,
  FoundDate,
  ReadingDay,
  StoryDate,
} from './types.ts';
export { addDays, daysBetween, isIsoDay } from './calendar.ts';
export { compareDates, dateBounds } from './bounds.ts';
export { countdownWords } from './countdown.ts';
export { parseEdtf } from './edtf.ts';
