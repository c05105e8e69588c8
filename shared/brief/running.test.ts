import { describe, expect, it } from 'vitest';
import type { Brief } from './brief.ts';
import { printableBrief } from './printable.ts';
import { runningFontFiles } from './running.ts';
import { elementsOf } from './testing/elements.suite.ts';

function brief(title: string): Brief {
  return {
    language: 'en',
    kicker: '',
    title,
    deck: '',
    authors: [],
    asOf: '2021-03-26',
    asKnownOn: 'As known on 26 March 2021',
    sources: '',
    next: null,
    parts: [],
  };
}

const latin = { file: 'inter-latin-400-normal.woff2', base64: 'd09GMgAB' };

describe('[BR11] the running header', () => {
  it.each([
    ['Six Days in the Canal', ['latin']],
    ['Łódź', ['latin', 'latin-ext']],
    ['Гонка за мир', ['latin', 'cyrillic']],
    ['Η κρίση', ['latin', 'greek']],
    ['سباق', ['latin']],
  ])('asks for the pieces of the font that %s needs', (title, pieces) => {
    expect(runningFontFiles(brief(title))).toEqual(pieces.map((piece) => `inter-${piece}-400-normal.woff2`));
  });

  it('carries the same font rule as the document, and the document loads it', () => {
    const { html, headerTemplate } = printableBrief(brief('Six Days'), { paper: 'A4', fonts: [latin] });
    const rule = /@font-face\{[^}]*\}/.exec(headerTemplate)?.[0] ?? 'none';
    expect(rule).toContain('data:font/woff2;base64,d09GMgAB');
    expect(html).toContain(rule);
    const warm = elementsOf(html).find(({ attributes }) => attributes['class'] === 'running-font');
    expect(warm?.text).toContain('Six Days As known on 26 March 2021 Backstory brief');
    expect(warm?.attributes['aria-hidden']).toBe('true');
  });

  it('numbers the pages and escapes the title', () => {
    const { headerTemplate, footerTemplate } = printableBrief(brief('<img src=x onerror=alert(1)>'), {
      paper: 'A4',
      fonts: [],
    });
    expect(headerTemplate).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(headerTemplate).toContain('As known on 26 March 2021');
    expect(footerTemplate).toContain('<span class="pageNumber"></span> of <span class="totalPages"></span>');
    expect(footerTemplate).toContain('Backstory brief');
  });

  it('refuses a font that is none of ours', () => {
    const odd = [
      { file: 'inter-latin-400-normal.woff2', base64: '"}</style><script>' },
      { file: 'other.woff2', base64: 'AAAA' },
    ];
    const { html, headerTemplate } = printableBrief(brief('Six Days'), { paper: 'A4', fonts: odd });
    expect(html + headerTemplate).not.toMatch(/<script|@font-face/);
  });
});

describe('[BR8] printableBrief', () => {
  it.each([
    ['A4', 'size:A4', '210mm'],
    ['Letter', 'size:letter', '215.9mm'],
  ] as const)('lays out for %s', (paper, size, width) => {
    const { html, margins } = printableBrief(brief('Six Days'), { paper, fonts: [] });
    expect(html).toContain(size);
    expect(html).toContain(`--paper-width:${width}`);
    expect(html).toContain('<link rel="stylesheet" href="/print/brief.css">');
    expect(margins.left).toBeCloseTo(24 / 25.4);
    expect(margins.top).toBeGreaterThan(0.9);
  });
});
