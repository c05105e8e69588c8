import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectedFields, noWords, readDetails, suggestedWords } from './details.ts';

const detected = {
  title: 'Statement on the grounding',
  authors: ['Press office'],
  publisher: 'Canal Authority',
  published: '2021-03-25',
  accessed: '',
  address: 'https://canal.example/7',
  language: 'en',
};

describe('what is known of a source', () => {
  it('is suggested in plain words and understood again', () => {
    const words = suggestedWords(detected, '2021-03-26');
    expect(words).toMatchObject({ authors: 'Press office', published: '25 March 2021', accessed: '26 March 2021' });
    expect(readDetails(words, '2021-03-26')).toEqual({
      ok: true,
      fields: { ...detected, published: { edtf: '2021-03-25' }, accessed: { edtf: '2021-03-26' } },
    });
    expect(detectedFields(detected, { title: '', today: '2021-03-26' })).toMatchObject({ title: detected.title });
  });

  it('keeps names apart, those with commas of their own too', () => {
    const name = fc
      .stringMatching(/^[A-Z][a-z]{1,8}(?:,? [A-Z][a-z]{1,8})?$/)
      .filter((one) => one.trim() === one && !one.endsWith(','));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), (authors) => {
        const read = readDetails(suggestedWords({ ...detected, authors }, '2021-03-26'), '2021-03-26');
        expect(read.ok && read.fields.authors).toEqual(authors);
      }),
    );
  });

  it('says which fields are not understood', () => {
    const read = readDetails({ ...noWords, title: ' ', published: 'when it rained' }, '2021-03-26');
    expect(read).toEqual({ ok: false, wrong: new Set(['title', 'published']) });
    expect(readDetails({ ...noWords, title: 'A', published: '' }, '2021-03-26')).toMatchObject({
      fields: { published: null },
    });
  });
});
