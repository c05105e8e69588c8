import { describe, expect, it } from 'vitest';
import { referenceOf } from '../interchange/index.ts';
import { completeSource } from '../interchange/complete-source.ts';
import { section } from '../story/sections.ts';
import { formatCitations } from './index.ts';
import { printed, samples } from './testing/cited.suite.ts';

const styles = ['numeric', 'author-date', 'notes'] as const;

describe('citations of a text', () => {
  it('[CI1] come one for one, with a list of what is cited', () => {
    const items = Object.values(samples);
    for (const style of styles) {
      const { citations, list } = printed(style, items, ['site', 'gone', 'site', []]);
      expect(citations[1]).toMatch(/source missing/i);
      expect(citations[3]).toBe('');
      expect([citations.length, list.length]).toEqual([4, 1]);
    }
    expect(printed('notes', items, ['gone']).citations).toEqual(['Source missing.']);
  });

  it('[CI1] list sources that nothing cites where that is asked for', () => {
    const source = { id: 's', fields: completeSource({ title: 'Locks' }) };
    const request = { items: [referenceOf(source)], citations: [], listUncited: true };
    for (const style of styles)
      expect(formatCitations({ ...request, style }).bibliography.map(({ item }) => item)).toEqual(['s']);
  });

  it('are made of the sources of a notebook', () => {
    const { fields } = section('sources').fixture();
    const items = [referenceOf({ id: 's', fields: completeSource(fields) })];
    const { bibliography } = formatCitations({ style: 'author-date', items, citations: [[{ item: 's' }]] });
    expect(bibliography).toEqual([
      {
        item: 's',
        label: '',
        runs: [
          { text: 'Press office. 2021. ' },
          { text: 'Statement on the grounding', italic: true },
          { text: '. Vol. 3. Suez Canal Authority. ' },
          { text: 'https://doi.org/10.5555/canal.7', link: 'https://doi.org/10.5555/canal.7' },
          { text: '.' },
        ],
      },
    ]);
  });

  it('[CI2] keep titles as they are given', () => {
    const item = { ...samples.site, title: ' eCall: THE  iPhone “case”, ' };
    expect(printed('notes', [item]).citations[0]).toMatch(/^“eCall: THE iPhone ‘case,’” Privacy/);
    expect(printed('numeric', [{ id: 'x', type: 'webpage', URL: 'https://a.example/' }]).list).toEqual([
      '1. Untitled source [Internet]. n.d. Available from: https://a.example/',
    ]);
  });

  it('[CI2] name a body once that wrote a page and published it', () => {
    const item = { ...samples.site, author: [{ literal: 'Canal Authority' }] };
    expect(printed('notes', [item]).citations[0]).toMatch(
      /^Canal Authority, “Privacy Policy,” Privacy & Terms, 17 April/,
    );
  });

  it('[CI4] lead to the DOI, else to an address that is safe', () => {
    const linksOf = (more: Record<string, string>): readonly (string | undefined)[] => {
      const source = { id: 's', fields: completeSource({ title: 'T', address: more['address'] ?? '' }) };
      const reference = { ...referenceOf(source), variables: { DOI: more['DOI'] ?? '' } };
      const { bibliography } = formatCitations({ style: 'notes', items: [reference], citations: [[{ item: 's' }]] });
      return bibliography.flatMap(({ runs }) => runs.map((run) => run.link)).filter((link) => link !== undefined);
    };
    expect(linksOf({ address: 'https://a.example/b', DOI: 'doi:10.5555/1' })).toEqual(['https://doi.org/10.5555/1']);
    expect(linksOf({ address: 'https://a.example/b', DOI: 'none' })).toEqual(['https://a.example/b']);
    expect(linksOf({ address: 'javascript:alert(1)' })).toEqual([]);
  });

  it('[CI13] say of dates what is known of them', () => {
    const dated = (issued: { readonly [key: string]: string }) =>
      printed('author-date', [{ ...samples.thesis, issued }]).citations[0];
    expect(dated({ literal: 'c. 1994' })).toBe('(Rutz c. 1994)');
    expect(dated({ edtf: '2020/..' })).toBe('(Rutz since 2020)');
    expect(dated({ edtf: '199X' })).toBe('(Rutz 1990s)');
    const { issued: _, ...undated } = samples.book;
    expect(printed('notes', [undated]).list[0]).toMatch(/Bristol: Lantern Press, n\.d\.$/);
    const { issued: __, ...page } = samples.site;
    expect(printed('notes', [page]).citations[0]).toContain('Canal Authority, accessed 1 May 2017, https://');
  });

  it('[CI14] take no longer for hostile fields', () => {
    for (const piece of ['’', ', ', '. ', ': a', '12-', '“', 'a'])
      for (const style of styles) {
        const long = piece.repeat(100_000 / piece.length);
        const author = Array.from({ length: 5000 }, (_, at) => ({ family: `Ash${at}`, given: long.slice(0, 9) }));
        const item = { ...samples.chapter, title: long, page: long, author, DOI: long, edition: long };
        const started = performance.now();
        const { list } = printed(style, [item, { ...item, id: 'b', author: [...author, { literal: 'Elm' }] }]);
        expect(list).toHaveLength(2);
        expect(performance.now() - started).toBeLessThan(5000);
      }
  });
});
