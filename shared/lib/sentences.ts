/** A sentence of a text: its words and its place, in UTF-16 units. */
export interface Sentence {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences of a text, without the white space between them. */
export function sentencesOf(text: string): readonly Sentence[] {
  return [...segmenter.segment(text)]
    .map(({ segment, index }) => {
      const words = segment.trim();
      const start = index + segment.length - segment.trimStart().length;
      return { words, start, end: start + words.length };
    })
    .filter(({ words }) => words !== '');
}
