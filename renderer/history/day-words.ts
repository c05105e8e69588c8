const dayLength = 24 * 60 * 60 * 1000;

const timeOf = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayOf = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const dayWithYear = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const plainDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The clock time of a moment (milliseconds since 1970): "16:20". */
export function clockWords(at: number): string {
  return timeOf.format(at);
}

/** A day as a heading: "Today", "Yesterday", "Thursday 5 March", with the year in another. */
export function dayHeading(at: number, now: Date): string {
  const then = new Date(at);
  if (then.toDateString() === now.toDateString()) return 'Today';
  if (then.toDateString() === new Date(now.getTime() - dayLength).toDateString()) return 'Yesterday';
  return (then.getFullYear() === now.getFullYear() ? dayOf : dayWithYear).format(then).replace(',', '');
}

/** "3 March 2026". */
export function dateWords(at: number): string {
  return plainDay.format(at);
}

/** "3 March 2026, 16:20". */
export function momentInFull(at: number): string {
  return `${plainDay.format(at)}, ${timeOf.format(at)}`;
}

/** The last millisecond of a calendar day (`YYYY-MM-DD`) where the person is. */
export function endOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime() - 1;
}

/** Things in groups of one calendar day each, in the order they come in. */
export function byDay<T>(items: readonly T[], at: (item: T) => number): readonly (readonly [number, readonly T[]])[] {
  const days: [number, T[]][] = [];
  let last = '';
  for (const item of items) {
    const moment = at(item);
    const day = new Date(moment).toDateString();
    if (day !== last) days.push([moment, []]);
    last = day;
    days.at(-1)?.[1].push(item);
  }
  return days;
}
