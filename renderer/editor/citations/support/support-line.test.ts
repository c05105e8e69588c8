import { expect, test } from 'vitest';
import { lineSentences } from './support-line.ts';

/** The words of the sentences without a citation; `¹` stands for a sign. */
function uncited(marked: string): readonly string[] {
  const signs: number[] = [];
  let text = '';
  for (const letter of marked) {
    if (letter === '¹') signs.push(text.length);
    else text += letter;
  }
  return lineSentences({ text, signs }).flatMap(({ words, isCited }) => (isCited ? [] : [words]));
}

test('a sentence is supported by a citation in it, at its end, or behind its full stop', () => {
  expect(uncited('It swung¹ round. All saw.')).toEqual(['All saw.']);
  expect(uncited('It swung¹. All saw.')).toEqual(['All saw.']);
  expect(uncited('It swung.¹ All saw.')).toEqual(['All saw.']);
  expect(uncited('It swung. ¹All saw.')).toEqual(['All saw.']);
  expect(uncited('It swung. All¹ saw.')).toEqual(['It swung.']);
  expect(uncited('It swung. All saw.¹')).toEqual(['It swung.']);
  expect(uncited('¹It swung. All saw.')).toEqual(['All saw.']);
});

test('what says nothing needs no support', () => {
  expect(uncited('Why? … 12. ¹')).toEqual([]);
  expect(uncited('')).toEqual([]);
});
