import { below, pick, seeded } from './random.ts';

const words =
  'tide tug bow stern clay sand gust pilot convoy lake anchor salvage dredge channel cargo delay route insurer'.split(
    ' ',
  );

/** How many of each a story has for every ten of its events, about as on a story page. */
const perTenEvents = { indicators: 1, people: 3, organizations: 1, scenarios: 1, contexts: 1, sources: 8 };

/** A made-up story with something in every part of a brief, as Story JSON; `events` sets its length. */
export function briefStory(events: number, seed = 5): string {
  const random = seeded(seed);
  const text = (length: number): string => Array.from({ length }, () => pick(random, words)).join(' ');
  const sentence = (length: number): string => {
    const said = text(length);
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  };
  const list = <T>(kind: keyof typeof perTenEvents, make: (index: number) => T): readonly T[] =>
    Array.from({ length: Math.ceil((events * perTenEvents[kind]) / 10) }, (_, index) => make(index));
  return JSON.stringify({
    title: 'Six days in the canal',
    kicker: 'Shipping',
    deck: sentence(14),
    capturedOn: '2021-03-29',
    nextEvent: { title: sentence(8), inDays: 3 },
    overview: [sentence(60), sentence(60)],
    indicators: list('indicators', (index) => ({ value: `${index}`, label: text(3), detail: sentence(8) })),
    people: list('people', (index) => ({ name: `${text(2)} ${index}`, role: text(6), note: sentence(25) })),
    organizations: list('organizations', (index) => ({
      name: `${text(3)} ${index}`,
      kind: text(2),
      status: text(5),
      note: sentence(30),
    })),
    events: Array.from({ length: events }, (_, index) => ({
      title: `${text(6)} ${index}`,
      date: `2021-${String(1 + below(random, 3)).padStart(2, '0')}-${String(1 + below(random, 28)).padStart(2, '0')}`,
      category: pick(random, ['Salvage', 'Statement', 'Market', 'Legal', 'Weather']),
      text: sentence(40),
    })),
    scenarios: list('scenarios', (index) => ({
      title: `${text(4)} ${index}`,
      discussedBy: text(3),
      text: sentence(60),
      trigger: sentence(15),
    })),
    contexts: list('contexts', (index) => ({
      title: `${text(4)} ${index}`,
      span: '1967-1975',
      whatHappened: sentence(50),
      shortTerm: sentence(25),
      longTerm: sentence(25),
      relevance: sentence(30),
    })),
    sources: list('sources', (index) => ({
      title: `${text(6)} ${index}`,
      publisher: text(2),
      published: '2021-03-25',
      address: `https://canal.example/${index}`,
    })),
  });
}
