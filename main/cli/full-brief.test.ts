import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BriefInput } from '../../shared/brief/index.ts';
import { inputFromImport } from '../../shared/brief/index.ts';
import { readStoryText } from '../../shared/imports/index.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import { fullBrief } from './full-brief.ts';

const titles = { day: 'What a day is worth', payers: 'Who pays', tides: 'Tides' };
const story = {
  title: 'Six days in the canal',
  overview: ['One vessel closes the route.'],
  extra: { entries: { drafts: Object.entries(titles).map(([id, title]) => ({ id, title })) } },
};
const texts = Object.entries(titles).map(([id, title]): BriefDraft => ({
  id,
  blocks: [{ type: 'paragraph', spans: [{ text: `Text of ${title}` }] }],
}));

/** The story, its drafts begun at these moments, by their ids. */
function inputOf(begun: Readonly<Record<string, string>>): BriefInput {
  const read = readStoryText(JSON.stringify(story), { fileName: 'story.json', capturedOn: null });
  if (!read.ok) throw new Error(read.error.message);
  const input = inputFromImport(read.value);
  return {
    ...input,
    list: (kind) => input.list(kind).map((entry) => ({ ...entry, createdAt: begun[entry.id] ?? '' })),
  };
}

/** What it says on stderr. */
let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('fullBrief', () => {
  it('[BR6] prints the draft begun last, and names the others', () => {
    const input = inputOf({ payers: '2026-01-03T08:00:00Z', tides: '2026-01-02T08:00:00Z' });
    const { parts } = fullBrief({ input, drafts: texts, options: {} });
    expect(parts.map(({ heading }) => heading)).toContain('Who pays');
    expect(said).toEqual(['Left out, because a brief holds one draft: “What a day is worth”, “Tides”.\n']);
  });

  it('prints no draft that is not in the notebook any more', () => {
    const { parts } = fullBrief({ input: inputOf({}), drafts: [{ id: 'gone', blocks: [] }], options: {} });
    expect(parts.map(({ kind }) => kind)).toEqual(['overview']);
    expect(said).toEqual([]);
  });

  it('has contents, and the day it is made', () => {
    const { contents, date } = fullBrief({ input: inputOf({}), drafts: [], options: {} });
    expect(contents).toBe(true);
    expect(date).toMatch(/^\d{1,2} \p{L}+ \d{4}$/u);
  });
});
