import { describe, expect, it } from 'vitest';
import { section } from '../../../../shared/story/sections.ts';
import type { EntryOf } from '../../../../shared/story/sections.ts';
import { citation } from './citation.ts';

// The fixture has every field; the section says so.
const source = section('sources').fixture().fields as EntryOf<'sources'>['fields'];

describe('citation', () => {
  it('names title, publisher, date and page', () => {
    expect(citation('reduced\n visibility ', source, '3')).toBe(
      '“reduced visibility” — Statement on the grounding, Suez Canal Authority, 25 March 2021, p. 3',
    );
  });

  it('leaves out what is not known', () => {
    expect(citation('here', { ...source, title: '', publisher: '', published: null }, null)).toBe(
      '“here” — https://canal.example/statements/7',
    );
  });
});
