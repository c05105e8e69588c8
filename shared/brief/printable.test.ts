import { describe, expect, it } from 'vitest';
import type { Brief } from './brief.ts';
import { printableBrief } from './printable.ts';
import { elementsOf } from './testing/elements.suite.ts';

const brief: Brief = {
  language: 'en',
  kicker: '',
  title: 'Six Days',
  deck: '',
  authors: [],
  asOf: '2021-03-26',
  asKnownOn: 'As known on 26 March 2021',
  sources: '',
  next: null,
  date: '',
  titlePage: false,
  contents: false,
  notesAt: 'foot',
  notes: [],
  images: new Map(),
  parts: [],
};

describe('[BR8] printableBrief', () => {
  it.each([
    ['A4', 'size:A4', '210mm'],
    ['Letter', 'size:letter', '215.9mm'],
  ] as const)('lays out for %s', (paper, size, width) => {
    const html = printableBrief(brief, { paper });
    expect(html).toContain(size);
    expect(html).toContain(`--paper-width:${width}`);
    expect(html).toContain(
      '<link rel="stylesheet" href="/print/brief.css">\n<link rel="stylesheet" href="/print/pages.css">',
    );
  });

  it('[BR11] says what runs along at the foot of every page', () => {
    const main = elementsOf(printableBrief(brief, { paper: 'A4' })).find(({ name }) => name === 'main');
    expect(main?.attributes['data-date']).toBe('As known on 26 March 2021');
  });
});
