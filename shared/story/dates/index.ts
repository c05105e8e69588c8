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
export type { DateWordsOptions } from './words.ts';
export { addDays, daysBetween, isIsoDay } from './calendar.ts';
export { compareDates, comparePlaces, dateBounds, datePlace, type DatePlace } from './bounds.ts';
export { countdownWords } from './countdown.ts';
export { dateFromWords, readDateWords } from './read.ts';
export { dateInWords } from './words.ts';
export { findDates } from './find.ts';
export { parseClock } from './clock.ts';
export { parseEdtf } from './edtf.ts';
