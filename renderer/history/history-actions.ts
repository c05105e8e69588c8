/** The ids of what can be done with a notebook's history by name. */
export const historyActions = {
  asKnownOn: 'history.as-known-on',
  now: 'history.now',
  away: 'history.away',
  since: 'history.since',
} as const;
