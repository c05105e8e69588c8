import { describe, expect, it } from 'vitest';
import { splitNote } from './split-note.ts';

describe('[IM7] a person’s role and note', () => {
  it.each([
    ['Chairman', 'Chairman', ''],
    ['Chairman (says it was not the wind)', 'Chairman', 'says it was not the wind'],
    ['Chairman (acting) (says no)', 'Chairman (acting)', 'says no'],
    ['Chairman (says no (twice (at least)))', 'Chairman', 'says no (twice (at least))'],
    ['Chairman (SCA) of the board', 'Chairman (SCA) of the board', ''],
    ['(says no)', '', 'says no'],
    ['', '', ''],
  ])('%s', (line, role, note) => {
    expect(splitNote(line)).toMatchObject({ role, note });
  });

  it.each(['Chairman (says no', 'Chairman says no)', 'Chairman (says :) no)', 'Chairman (says (no)'])(
    'keeps every word and has a doubt where brackets do not pair: %s',
    (line) => {
      const { role, note, sure } = splitNote(line);
      expect(sure).toBe(false);
      for (const word of line.match(/\p{L}+/gu) ?? []) expect(`${role} ${note}`).toContain(word);
    },
  );

  it('is sure of brackets that pair in the middle', () => {
    expect(splitNote('Chairman (SCA) of the board').sure).toBe(true);
  });
});
