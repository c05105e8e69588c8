/** What a relay counts, for Prometheus. */
const counters = {
  connections_total: 'Connections that were taken',
  refused_connections_total: 'Connections that were refused',
  updates_total: 'Updates that were admitted',
  refused_updates_total: 'Updates that were refused',
  refused_awareness_total: 'Messages of presence that were refused because there were too many',
  dropped_awareness_total: 'Messages of presence that were not sent because too much else waited',
  stores_total: 'Groups of updates that were stored, each in one transaction',
  store_seconds_total: 'Seconds that storing them took',
  store_failures_total: 'Groups of updates that could not be stored',
  stored_bytes_total: 'Bytes of updates that were stored',
  file_bytes_total: 'Bytes of files that were stored',
  deleted_generations_total: 'Generations that nobody needed any more',
  deleted_files_total: 'Files that went with them',
  deleted_uploads_total: 'Files that were begun and never brought whole',
  limited_total: 'Connections and requests that were ended because of a limit',
} as const;

export type Counter = keyof typeof counters;

/** Figures that are asked for when they are shown. */
export interface Gauges {
  readonly sockets: () => number;
  readonly rooms: () => number;
  readonly documents: () => number;
  /** Updates that wait to be stored. */
  readonly waiting: () => number;
}

export interface Metrics {
  readonly count: (name: Counter, by?: number) => void;
  /** In Prometheus's text format. */
  readonly text: () => string;
}

export function createMetrics(gauges: Gauges): Metrics {
  const values = new Map<Counter, number>();
  // The keys of our own constant.
  const names = Object.keys(counters) as Counter[];
  const metric = (name: string, type: string, help: string, value: number) =>
    `# HELP backstory_relay_${name} ${help}\n# TYPE backstory_relay_${name} ${type}\nbackstory_relay_${name} ${value}\n`;
  return {
    count: (name, by = 1) => void values.set(name, (values.get(name) ?? 0) + by),
    text: () =>
      [
        ...names.map((name) => metric(name, 'counter', counters[name], values.get(name) ?? 0)),
        metric('sockets', 'gauge', 'Open connections', gauges.sockets()),
        metric('rooms', 'gauge', 'Rooms that are in memory', gauges.rooms()),
        metric('documents', 'gauge', 'Generations that are in memory', gauges.documents()),
        metric('waiting_updates', 'gauge', 'Updates that wait to be stored', gauges.waiting()),
        metric('resident_bytes', 'gauge', 'Memory of the process', process.memoryUsage.rss()),
        metric('cpu_seconds_total', 'counter', 'Processor time of the process', cpuSeconds()),
      ].join(''),
  };
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
