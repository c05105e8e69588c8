/** The words of a countdown: "Today", "Tomorrow", "In 3 days", "Yesterday", "3 days ago". `days` is a whole number. */
export function countdownWords(days: number): string {
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  if (days === -1) return 'Yesterday';
  return days > 0 ? `In ${days} days` : `${-days} days ago`;
}
