import { describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { peer } from '../../shared/story/testing/peers.ts';
import { offeredWords, usedWords } from './used-words.ts';

describe('usedWords', () => {
  it('gives the words of all entries, the most used first', () => {
    const { doc, writer } = peer('alice');
    for (const category of ['Market', 'Salvage', '', 'Statement', 'Salvage'])
      createEntry(writer, { kind: 'events', fields: { category } });
    expect(usedWords(new StoryReader(doc), 'events', 'category')).toEqual(['Salvage', 'Market', 'Statement']);
  });
});

describe('offeredWords', () => {
  it('narrows with what is typed, words that begin so first', () => {
    expect(offeredWords(['Estate', 'Statement', 'Market'], 'stat')).toEqual(['Statement', 'Estate']);
    expect(offeredWords(['Statement', 'Market'], '')).toEqual(['Statement', 'Market']);
  });

  it('does not offer what stands there already', () => {
    expect(offeredWords(['Statement'], 'Statement')).toEqual([]);
  });
});
