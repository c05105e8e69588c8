import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStoryText } from '../../imports/index.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import { buildBrief } from '../build.ts';
import { inputFromImport } from '../input-from-import.ts';

function sample(): ImportDraft {
  const text = readFileSync(new URL('../../../resources/samples/six-days-in-the-canal.json', import.meta.url), 'utf8');
  const draft = readStoryText(text, { fileName: 'six-days-in-the-canal.json', capturedOn: null });
  if (!draft.ok) throw new Error(draft.error.message);
  return draft.value;
}

/** The sample with every event so many times. */
function longer(times: number): ImportDraft {
  const draft = sample();
  const entries = draft.entries.flatMap((entry, at) =>
    entry.draft.kind === 'events'
      ? Array.from({ length: times }, (_, copy) => ({
          ...entry,
          draft: { ...entry.draft, id: `${at}-${copy}` },
        }))
      : [entry],
  );
  return { ...draft, entries };
}

const parts = ['overview', 'indicators', 'events', 'scenarios'];
const memo = (draft: ImportDraft, paper: 'A4' | 'Letter' = 'A4', pages = 2) =>
  buildBrief(inputFromImport(draft), { parts, depth: 'short', fit: { pages, paper } });

function eventsOf(brief: ReturnType<typeof memo>) {
  const blocks = brief.parts.find(({ kind }) => kind === 'events')?.blocks ?? [];
  const timeline = blocks.find((block) => block.type === 'timeline');
  const remark = blocks.find((block) => block.type === 'remark');
  return { events: timeline?.events ?? [], remark: remark?.text ?? '' };
}

describe('[BR22] a brief of so many pages', () => {
  it('leaves out what is furthest from the day of the brief, in the timeline’s own order, and says so', () => {
    const { events, remark } = eventsOf(memo(sample()));
    expect(events.length).toBeGreaterThan(3);
    expect(events.length).toBeLessThan(16);
    expect(remark).toBe(`${events.length} of 16 events, those nearest to 26 March 2021.`);
    const whole = eventsOf(memo(sample(), 'A4', 50)).events.map(({ ref }) => ref.id);
    const ids = events.map(({ ref }) => ref.id);
    expect(whole.filter((id) => ids.includes(id))).toEqual(ids);
  });

  it('keeps the next event that is expected, however far it is', () => {
    const draft = sample();
    const events = draft.entries.filter(({ draft: { kind } }) => kind === 'events');
    const near = events.filter(({ draft: { fields } }) => fields['expected'] !== 'expected');
    const next = { title: 'The inquiry opens', date: { edtf: '2022-09' }, expected: 'expected' };
    const later = { ...next, title: 'The inquiry closes', date: { edtf: '2023-09' } };
    const added = [later, next].map((fields, index) => ({
      draft: { kind: 'events', id: `next-${index}`, fields },
      line: 1,
      doubts: [],
    }));
    const others = draft.entries.filter(({ draft: { kind } }) => kind !== 'events');
    const brief = memo({ ...draft, entries: [...others, ...near, ...added] });
    const printed = eventsOf(brief);
    expect(printed.events.map(({ title }) => title)).toContain('The inquiry opens');
    expect(printed.events.map(({ title }) => title)).not.toContain('The inquiry closes');
    expect(printed.remark).toMatch(/events, those nearest to 26 March 2021 and the next one expected\.$/);
  });

  it('is whole where it fits, without a word', () => {
    const { events, remark } = eventsOf(memo(sample(), 'A4', 50));
    expect(events).toHaveLength(16);
    expect(remark).toBe('');
  });

  it('has all its parts, however long the notebook is', () => {
    const brief = memo(longer(40), 'Letter');
    expect(brief.parts.map(({ kind }) => kind)).toEqual(parts);
    expect(eventsOf(brief).remark).toMatch(/^\d+ of 640 events/);
  });

  /** With a draft of so many paragraphs of six lines. */
  function withDraft(length: number) {
    const text = 'A day is worth what somebody would pay for it. '.repeat(11);
    const blocks = Array.from({ length }, () => ({ type: 'paragraph' as const, spans: [{ text }] }));
    const draft = sample();
    const entry = { draft: { kind: 'drafts', id: 'd', fields: { title: 'Worth' } }, line: 1, doubts: [] };
    const brief = buildBrief(inputFromImport({ ...draft, entries: [...draft.entries, entry] }), {
      parts: ['drafts', ...parts],
      depth: 'short',
      draft: { id: 'd', blocks },
      fit: { pages: 2, paper: 'A4' },
    });
    return { brief, blocks };
  }

  it('leaves out whole parts beside a draft that needs their room, and names them', () => {
    const { brief } = withDraft(7);
    expect(brief.parts.map(({ kind }) => kind)).toEqual(['drafts', 'overview', 'remark']);
    expect(brief.parts.at(-1)?.blocks).toEqual([
      { type: 'remark', text: 'Left out for want of room: Key indicators, Timeline, Scenarios.' },
    ]);
  });

  it('prints a draft whole, whatever that takes', () => {
    const { brief, blocks } = withDraft(80);
    expect(brief.parts[0]?.blocks[0]).toMatchObject({ type: 'draft', blocks });
    expect(brief.parts.map(({ kind }) => kind)).toEqual(['drafts', ...parts]);
  });

  it('gives the other parts the room there is on the pages of a draft that is longer', () => {
    const counts = [20, 21, 22, 23, 24, 25, 26].map((length) => eventsOf(withDraft(length).brief).events.length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...counts)).toBeGreaterThan(3);
  });
});
