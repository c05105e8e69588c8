/** A property of RFC 5545: its name, parameters as written, and value as written. */
export interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

// RFC 5545, 3.1: contentline = name *(";" param ) ":" value. Parameters without quotation marks are all that is written here.
const contentline = /^(?<name>[A-Za-z0-9-]+)(?<parameters>(?:;[A-Z-]+=[^";:,\p{Cc}]+)*):(?<value>(?:[^\p{Cc}]|\t)*)$/u;
// 3.3.11: TSAFE-CHAR and ESCAPED-CHAR.
const text = /^(?:[^\\;,\p{Cc}]|\t|\\[\\;,Nn])*$/u;
const day = /^(?!0000)\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const moment = /^(?!0000)\d{8}T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?$/;
const utc = /^\d{8}T\d{6}Z$/;

const calendarValues: Readonly<Record<string, RegExp>> = {
  VERSION: /^2\.0$/,
  PRODID: text,
  CALSCALE: /^GREGORIAN$/,
  NAME: text,
  'X-WR-CALNAME': text,
};
const eventValues: Readonly<Record<string, RegExp>> = {
  UID: text,
  DTSTAMP: utc,
  SUMMARY: text,
  DESCRIPTION: text,
  CATEGORIES: text,
  STATUS: /^(?:TENTATIVE|CONFIRMED|CANCELLED)$/,
  TRANSP: /^(?:OPAQUE|TRANSPARENT)$/,
};

/** Holds a stream against the grammar of RFC 5545, as far as it is written here, and gives its events. Throws at the first offence. */
export function checkCalendar(stream: string): readonly (readonly Property[])[] {
  const offend = (what: string): never => {
    throw new Error(what);
  };
  if (!stream.endsWith('\r\n')) offend('the last line has no end');
  const physical = stream.slice(0, -2).split('\r\n');
  for (const line of physical) if (new TextEncoder().encode(line).length > 75) offend(`too long: ${line}`);
  const properties = stream
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line): Property => {
      const { name, parameters = '', value = '' } = contentline.exec(line)?.groups ?? {};
      return name === undefined ? offend(`no content line: ${line}`) : { name, parameters, value };
    });
  const [begin, ...rest] = properties;
  const end = rest.pop();
  if (begin?.name !== 'BEGIN' || begin.value !== 'VCALENDAR' || end?.name !== 'END' || end.value !== 'VCALENDAR')
    offend('no VCALENDAR');
  const first = rest.findIndex(({ name }) => name === 'BEGIN');
  // icalbody = calprops component; component = 1*(…)
  if (first < 0) offend('no component');
  const head = rest.slice(0, first);
  once(head, ['VERSION', 'PRODID'], offend);
  for (const one of head) if (calendarValues[one.name]?.test(one.value) !== true) offend(`bad ${one.name}`);
  const events: Property[][] = [];
  for (const one of rest.slice(first)) {
    if (one.name === 'BEGIN') events.push([]);
    else if (one.name !== 'END') events.at(-1)?.push(one);
    if (/^(?:BEGIN|END)$/.test(one.name) && one.value !== 'VEVENT') offend(`component ${one.value}`);
  }
  for (const event of events) checkEvent(event, offend);
  const uids = events.map((event) => event.find(({ name }) => name === 'UID')?.value);
  if (new Set(uids).size < uids.length) offend('a UID comes twice');
  return events;
}

// 3.6.1: DTSTAMP and UID are required, DTSTART is where there is no METHOD; the others at most once, but for CATEGORIES.
function checkEvent(event: readonly Property[], offend: (what: string) => never): void {
  once(event, ['UID', 'DTSTAMP', 'DTSTART'], offend);
  const names = event.map(({ name }) => name).filter((name) => name !== 'CATEGORIES');
  if (new Set(names).size < names.length) offend('a property comes twice');
  const start = event.find(({ name }) => name === 'DTSTART');
  const end = event.find(({ name }) => name === 'DTEND');
  for (const one of event) {
    const isTime = one === start || one === end;
    const isDay = one.parameters === ';VALUE=DATE';
    const value = isTime ? (isDay ? day : moment) : eventValues[one.name];
    if (value?.test(one.value) !== true) offend(`bad ${one.name}: ${one.value}`);
    if (one.parameters !== '' && !(isTime && isDay)) offend(`parameters of ${one.name}`);
  }
  // 3.8.2.2: the end is later than the start, and of the same type.
  if (end !== undefined && (end.parameters !== start?.parameters || end.value <= (start?.value ?? '')))
    offend('bad DTEND');
}

function once(properties: readonly Property[], names: readonly string[], offend: (what: string) => never): void {
  for (const wanted of names)
    if (properties.filter(({ name }) => name === wanted).length !== 1) offend(`no one ${wanted}`);
}

/** A text as it was before it was escaped. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,Nn])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
