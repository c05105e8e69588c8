import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, event, hash, notebook, read, source } from '../testing/annotated.suite.ts';
import { knownEntries, nothingKnown } from './known-entries.ts';
import { readAnnotations } from './read.ts';

describe('annotations of other programs', () => {
  const file = readFileSync(new URL('../fixtures/foreign.jsonld', import.meta.url), 'utf8');

  it('[IX42] [IX43] [IX44] become passages, notes and replies; markup that could act is left out', () => {
    const { reader } = notebook([source]);
    const found = read(file, reader);
    expect(found.problems).toEqual([{ line: 5, message: 'This is no annotation and was left out.' }]);
    expect(
      found.entries.map(({ draft, line }) => ({ line, kind: draft.kind, id: draft.id, fields: draft.fields })),
    ).toEqual([
      {
        line: 2,
        kind: 'passages',
        id: 'new-2',
        fields: {
          source: { kind: 'sources', id: 'statement-7' },
          capture: hash,
          quote: { exact: 'reduced visibility', prefix: 'storm that ', suffix: '' },
          position: { start: 86, end: 104, page: 2 },
          colour: 'yellow',
          note: [
            { text: 'Is this ' },
            { text: 'so', bold: true },
            { text: '?\nSee ' },
            { text: 'the log', link: 'https://port.example' },
            { text: ' now\nTags: weather\nBy Ilir Kola' },
          ],
        },
      },
      {
        line: 1,
        kind: 'annotations',
        id: 'new-1',
        fields: {
          target: { kind: 'passages', id: 'new-2' },
          replyTo: null,
          author: '',
          text: [{ text: 'The log says 40 knots.' }],
          editedAt: null,
        },
      },
      {
        line: 3,
        kind: 'annotations',
        id: '5f0b6f4e-3c1c-4a49-9d4b-2f6a1c0f7a11',
        fields: {
          target: { kind: 'sources', id: 'statement-7' },
          replyTo: null,
          author: '',
          text: [{ text: 'A page worth keeping.' }],
          editedAt: null,
        },
      },
    ]);
    expect(found.unplaced.map(({ line, text: kept }) => [line, kept])).toEqual([
      [4, '“some other words”\nElsewhere\nhttps://elsewhere.example/'],
      [6, 'An annotation without words'],
    ]);
  });

  it.each([
    ['a story', '{"title":"T","events":[]}', 'unknown-format'],
    ['no JSON', '{"type":"Annotation"', 'bad-json'],
    ['an empty page', '{"type":"AnnotationPage","items":[]}', 'no-record'],
    ['deep JSON', `{"type":"Annotation","target":${'{"a":'.repeat(99)}1${'}'.repeat(99)}}`, 'too-deep'],
  ])('[IX3] %s is refused', (_, json, reason) => {
    expect(readAnnotations(bytesOf(json), 'x.jsonld', nothingKnown, () => 'n')).toMatchObject({
      ok: false,
      error: { reason },
    });
  });

  it('[IX3] [IX6] any JSON is answered', () => {
    const { reader } = notebook([source, event]);
    let serial = 0;
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(
          'https://canal.example/statements/7',
          'urn:uuid:x',
          'TextQuoteSelector',
          'SpecificResource',
          7,
          null,
          true,
        ),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            ...[
              'id',
              'type',
              'target',
              'body',
              'source',
              'selector',
              'exact',
              'value',
              'purpose',
              'refinedBy',
              'state',
              'cached',
              '__proto__',
            ],
            ...['motivation', 'creator', 'backstory:entry', 'backstory:fields', 'start', 'end', 'constructor'],
          ),
          tie('any'),
          { maxKeys: 6 },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (all) => {
        const items = all.map((one) => ({ ...(typeof one === 'object' ? one : {}), type: 'Annotation' }));
        const found = readAnnotations(
          bytesOf(JSON.stringify(items)),
          'x',
          knownEntries(reader),
          () => `n${(serial += 1)}`,
        );
        if (found.ok) expect(found.value.entries.length + found.value.unplaced.length).toBe(items.length);
      }),
    );
    expect('polluted' in {}).toBe(false);
  });

  it('[IX7] a long chain of replies, and deep HTML, take no longer than their size', () => {
    const { reader } = notebook([source]);
    const chain = Array.from({ length: 5_000 }, (_, at) => ({
      type: 'Annotation',
      id: `urn:a:${at}`,
      body: { type: 'TextualBody', format: 'text/html', value: at === 0 ? '<b>'.repeat(60_000) : 'x' },
      target: at === 4_999 ? 'https://canal.example/statements/7' : `urn:a:${at + 1}`,
    }));
    const before = performance.now();
    read(JSON.stringify(chain), reader);
    expect(performance.now() - before).toBeLessThan(8000);
  });
});
