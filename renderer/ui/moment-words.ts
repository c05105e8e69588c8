const day = 24 * 60 * 60 * 1000;

const timeOf = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const weekdayOf = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const dateOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const yearOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const wholeOf = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment (ISO 8601) as people say it: "today 16:20", "Thu 16:20" within the week, "3 March", with the year in another. */
export function momentWords(moment: string, now: Date): string {
  const then = new Date(moment);
  if (Number.isNaN(then.getTime())) return 'at an unknown time';
  if (then.toDateString() === now.toDateString()) return `today ${timeOf.format(then)}`;
  const yesterday = new Date(now.getTime() - day);
  if (then.toDateString() === yesterday.toDateString()) return `yesterday ${timeOf.format(then)}`;
  const age = now.getTime() - then.getTime();
  if (age > 0 && age < 6 * day) return weekdayOf.format(then).replace(',', '');
  return (then.getFullYear() === now.getFullYear() ? dateOf : yearOf).format(then);
}

/** A moment in full, for those who ask: "Thursday 25 March 2021 at 16:20". */
export function wholeMoment(moment: string): string {
  const then = new Date(moment);
  return Number.isNaN(then.getTime()) ? 'at an unknown time' : wholeOf.format(then);
}
