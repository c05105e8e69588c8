import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage, findPassage, PreparedText } from './index.ts';
import type { FindOptions, PassageAnchor } from './index.ts';
import { anyText } from './testing/any-text.suite.ts';

const story = [
  'The ferry left the harbour at nine, two hours late.',
  'According to the port authority, 1,240 people were on board when the storm reached the strait.',
  '“We had reduced visibility for most of the night,” the master said, “and no answer from the lighthouse.”',
  'The company denies that the ship was overloaded; its owner calls the report a mistake.',
  'Divers will go down again on Thursday, weather permitting. The strait stays closed to all other ships.',
].join('\n\n');

function anchorOf(text: string, words: string): PassageAnchor {
  const start = text.indexOf(words);
  return describePassage(text, start, start + words.length);
}

/** What is found, with the words that stand there. */
function look(text: string, anchor: PassageAnchor, options?: FindOptions) {
  const found = findPassage(text, anchor, options);
  return found.state === 'exact' || found.state === 'moved'
    ? { state: found.state, words: text.slice(found.start, found.end) }
    : found.state === 'doubtful'
      ? { state: found.state, words: found.candidates.map(({ start, end }) => text.slice(start, end)) }
      : found;
}

const earlier = story;
const words = 'reduced visibility for most of the night';

describe('finding a passage', () => {
  it('[AN6] the position says where in the same text, whatever is repeated there', () => {
    const text = 'no no no no';
    const third = describePassage(text, 6, 8);
    expect(findPassage(text, third, { sameText: true })).toEqual({ state: 'exact', start: 6, end: 8 });
    expect(findPassage(text, third, { earlier: text })).toEqual({ state: 'exact', start: 6, end: 8 });
    expect(findPassage(text, { ...third, position: { start: 7, end: 9 } }, { sameText: true }).state).not.toBe('exact');
  });

  it('[AN7] exact and moved: where it was, and behind what was put before it', () => {
    const anchor = anchorOf(story, words);
    expect(look(`${story}\n\nUpdated at noon.`, anchor)).toEqual({ state: 'exact', words });
    expect(look(`Updated at noon.\n\n${story}`, anchor)).toEqual({ state: 'moved', words });
  });

  it('[AN4] the same words in another spelling, at the place they have there', () => {
    const quoted = '“We had reduced visibility for most of the night,” the master said';
    const retyped = story
      .replaceAll(/[“”]/g, '"')
      .replaceAll('\n', '\r\n')
      .replaceAll('of the night', 'of\u00a0the\r\nnight');
    const found = look(retyped, anchorOf(story, quoted));
    expect(found).toEqual({
      state: 'moved',
      words: '"We had reduced visibility for most of\u00a0the\r\nnight," the master said',
    });
  });

  it('[AN4] composed and decomposed letters, right-to-left text and emoji', () => {
    const before = 'בבוקר יצאה המעבורת 🕊️ מן הנמל. Le café était fermé à neuf heures. ולא היתה תשובה מן המגדלור 👩‍👩‍👧.';
    const text = `🕊️🕊️ ${before.normalize('NFD')}`;
    expect(look(text, anchorOf(before, 'café était fermé'), { earlier: before })).toEqual({
      state: 'moved',
      words: 'café était fermé'.normalize('NFD'),
    });
  });

  it('[AN5] a letter is not found without its mark', () => {
    const text = story.replace('report a', 'report\u0302 a');
    expect(look(text, anchorOf(story, 'report'), { earlier })).toMatchObject({ state: 'doubtful' });
  });

  it('[AN5] a letter that was marked without its mark is one place among its copies', () => {
    const before = story.replace('report a', 'report\u0302 a');
    const sentence = 'The company denies that the ship was overloaded; its owner calls the report';
    const text = `${before}\n\n${sentence} false.`;
    expect(look(text, anchorOf(before, sentence), { earlier: before })).toMatchObject({ state: 'doubtful' });
    expect(look(`New.\n\n${before}`, anchorOf(before, sentence))).toEqual({ state: 'moved', words: sentence });
  });

  it('[AN8] one side is not enough for the anchor alone; [AN9] it is with the earlier text', () => {
    const end = 'the storm reached the strait.';
    const text = story.replace(end, `${end} Nobody was told why, and the crew had not slept.`);
    expect(look(text, anchorOf(story, end))).toEqual({ state: 'doubtful', words: [end] });
    expect(look(text, anchorOf(story, end), { earlier })).toEqual({ state: 'exact', words: end });
  });

  it('[AN8] a name that stands elsewhere too is never moved, and the edge of the text does not tell its place', () => {
    expect(look(`New.\n\n${story}`, anchorOf(story, 'report'))).toEqual({ state: 'moved', words: 'report' });
    expect(look(`New.\n\n${story}`, anchorOf(story, 'strait'))).toMatchObject({ state: 'doubtful' });
    expect(look(`${story} New.`, anchorOf(story, 'strait'))).toEqual({ state: 'exact', words: 'strait' });
    expect(look(`${story} The ferry is safe.`, anchorOf(story, 'The ferry'))).toMatchObject({ state: 'doubtful' });
  });

  it('[AN9] a whole paragraph is found where it was moved to', () => {
    const paragraph = 'The company denies that the ship was overloaded; its owner calls the report a mistake.';
    const text = `${paragraph}\n\n${story.replace(`${paragraph}\n\n`, '')}`;
    expect(look(text, anchorOf(story, paragraph), { earlier })).toEqual({ state: 'moved', words: paragraph });
    expect(look(text, anchorOf(story, paragraph))).toEqual({ state: 'doubtful', words: [paragraph] });
  });

  it('[AN9] a sentence of a newsletter is not the one that was taken away', () => {
    const notice = 'Share this article. Subscribe to our newsletter for more.';
    const before = `${story}\n\n${notice}`;
    const text = `${notice} Read on.\n\n${story}`;
    for (const options of [{}, { earlier: before }]) {
      expect(look(text, anchorOf(before, 'newsletter'), options).state).toBe('doubtful');
    }
  });

  it('[AN9] a name that stands in many places is found in its own', () => {
    const text = `New: a photo gallery.\n\n${story}`;
    const second = story.indexOf('ship', story.indexOf('ship') + 1);
    const anchor = describePassage(story, second, second + 4);
    const found = findPassage(text, anchor, { earlier });
    expect(found).toEqual({ state: 'moved', start: second + 23, end: second + 27 });
  });

  it('[AN9] another mention of a name is not the one that was taken away', () => {
    const anchor = anchorOf(story, 'strait');
    const text = story.replace('reached the strait', 'reached it');
    expect(look(text, anchor, { earlier })).toEqual({ state: 'orphaned' });
  });

  it('[AN10] copied with its surroundings, it is either of the two', () => {
    const paragraph = story.split('\n\n')[2] ?? '';
    const text = story.replace(paragraph, `${paragraph}\n\nRead also:\n\n${paragraph}`);
    for (const options of [{}, { earlier }]) {
      expect(look(text, anchorOf(story, words), options)).toEqual({ state: 'doubtful', words: [words, words] });
    }
  });

  it('[AN10] copied, and changed where it was, it is a question', () => {
    const paragraph = story.split('\n\n')[2] ?? '';
    const text = `${story.replace('visibility for most', 'sight for nearly all')}\n\n${paragraph}\n\nThe strait`;
    for (const options of [{}, { earlier }]) {
      expect(look(text, anchorOf(story, words), options).state).toBe('doubtful');
    }
  });

  it('[AN10] what is left of it is no other place, though the text begins with it', () => {
    const first = story.split('\n\n').slice(0, 2).join('\n\n');
    const text = `${story.replace('strait.', `${'0'.repeat(60)} strait.`)}\n\n${first}`;
    expect(look(text, anchorOf(story, first), { earlier }).state).toBe('doubtful');
  });

  it('[AN10] what is left of it is no other place, though another one reads the same', () => {
    const [first = '', second = '', third = ''] = story.split('\n\n');
    const before = [first, second, third, `${second.slice(13)} Again.`].join('\n\n');
    const after = before.replace(second, second + second.slice(13));
    expect(look(after, anchorOf(before, second), { earlier: before }).state).toBe('doubtful');
  });

  it('[AN10] what is left of a short passage, in pieces and out of place, is a rival of its copy', () => {
    const title = 'Coalition of captains meets in Lisbon';
    const before = `${story}\n\n${title}\n\nThe captains want a second lighthouse before the winter, and tugs at both ends.`;
    const after = `${before}\n\nof captains me: a gallery of the week ets in Lisbon\n\nRead on.`;
    const text = after.replace('before the winter', 'this year');
    expect(look(text, anchorOf(before, title), { earlier: before }).state).toBe('doubtful');
  });

  it('[AN10] no two places are the same other place of the earlier text', () => {
    const [first = '', second = '', third = ''] = story.split('\n\n');
    const before = [first, 'Read more', second, 'Read more', third].join('\n\n');
    const after = [first, 'Read more', second, 'Read more', 'Read more', third].join('\n\n');
    expect(look(after, anchorOf(before, 'Read more'), { earlier: before }).state).toBe('doubtful');
  });

  it('[AN10] a similar sentence that was there before is no rival', () => {
    const twins = `${story}\n\nA second ship had reduced visibility for most of the day, and a third for an hour.`;
    expect(look(`New.\n\n${twins}`, anchorOf(twins, words), { earlier: twins })).toEqual({ state: 'moved', words });
  });

  it('[AN10] a changed figure is asked about', () => {
    const found = look(story.replace('1,240', '1,310'), anchorOf(story, '1,240'));
    expect(found).toEqual({ state: 'doubtful', words: ['1,310'] });
  });

  it('[AN10] a sentence with a few other words is asked about', () => {
    const text = story.replace('overloaded; its owner calls', 'too heavy; the owner called');
    const found = look(
      text,
      anchorOf(story, 'The company denies that the ship was overloaded; its owner calls the report'),
    );
    expect(found).toMatchObject({
      state: 'doubtful',
      words: [expect.stringContaining('ship was too heavy; the owner called')],
    });
  });

  it('[AN11] candidates do not overlap, the likeliest is first, and likeness is between 0 and 1', () => {
    const text = `${story}\n\n${story.replace('visibility', 'sight')}`.replace(
      'most of the night',
      'much of the night',
    );
    const found = findPassage(text, anchorOf(story, words));
    const candidates = found.state === 'doubtful' ? found.candidates : [];
    expect(candidates.length).toBeGreaterThan(1);
    expect(candidates.map(({ likeness }) => likeness)).toEqual(
      candidates.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
    );
    expect(candidates.every(({ likeness }) => likeness > 0 && likeness <= 1)).toBe(true);
  });

  it('[AN12] what is gone is an orphan, though its name stands elsewhere', () => {
    const text = story.split('\n\n').slice(3).join('\n\n');
    expect(look(text, anchorOf(story, words))).toEqual({ state: 'orphaned' });
    expect(look(text, anchorOf(story, 'strait'))).toEqual({ state: 'orphaned' });
    expect(look(story, anchorOf('An other text, about nothing of all this.', 'nothing'))).toEqual({
      state: 'orphaned',
    });
  });

  it('[AN12] other words in its place are not the passage', () => {
    const sentence = 'Divers will go down again on Thursday, weather permitting.';
    expect(look(story.replace(sentence, 'The owner has fled.'), anchorOf(story, sentence))).toEqual({
      state: 'orphaned',
    });
  });

  it('[AN12] an empty passage is an orphan', () => {
    expect(findPassage(`New. ${story}`, describePassage(story, 9, 9))).toEqual({ state: 'orphaned' });
    expect(findPassage(`New. ${story}`, describePassage(' \n ', 0, 3))).toEqual({ state: 'orphaned' });
  });

  it('[AN13] any anchor gets an answer', () => {
    const anyOffset = fc.oneof(fc.integer(), fc.double(), fc.constant(Number.NaN));
    const anyString = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Read more', 'the', ' '));
    const anyAnchor = fc.record({
      quote: fc.record({ exact: anyString, prefix: anyString, suffix: anyString }),
      position: fc.record({ start: anyOffset, end: anyOffset }),
    });
    fc.assert(
      fc.property(anyText, anyAnchor, fc.boolean(), (text, anchor, sameText) => {
        const found = findPassage(text, anchor, { sameText, earlier: story });
        const places = found.state === 'doubtful' ? found.candidates : found.state === 'orphaned' ? [] : [found];
        for (const { start, end } of places) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['one letter for ever', 'a'.repeat(300_000), 'a'.repeat(999)],
    ['one word for ever', 'no more '.repeat(40_000), 'no more no more'],
    ['the very same paragraph', `${story} `.repeat(600), words],
    ['a quote of half the text', `${story} `.repeat(600), `${story} `.repeat(300)],
    ['dots', '. '.repeat(150_000), '. '.repeat(200)],
  ])('[AN13] a text that repeats itself does not stop it: %s', (_, text, quote) => {
    const anchor = describePassage(text, text.length / 2, text.length / 2 + quote.length);
    const prepared = new PreparedText(`x${text}`);
    const states = [anchor, { ...anchor, quote: { ...anchor.quote, exact: `${quote}!` } }].map(
      (one) => findPassage(prepared, one, { earlier: text }).state,
    );
    expect(states.every((state) => state === 'doubtful' || state === 'orphaned')).toBe(true);
  });
});
