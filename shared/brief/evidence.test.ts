import { describe, expect, it } from 'vitest';
import { createEntry } from '../story/commands/create-entry.ts';
import { linkEvidence } from '../story/commands/link-evidence.ts';
import { StoryReader } from '../story/reading/reader.ts';
import { peer } from '../story/testing/peers.ts';
import { buildBrief } from './build.ts';
import { briefHtml } from './html/document.ts';
import { elementsOf } from './testing/elements.suite.ts';

function brief({ judged }: { readonly judged: boolean }) {
  const { doc, writer } = peer('alice');
  const indicator = createEntry(writer, { kind: 'indicators', fields: { value: '$9.6bn', label: 'Trade held up' } });
  const title = 'Insurers’ <b>briefing</b>';
  const source = createEntry(writer, { kind: 'sources', fields: { title, reliability: 'c' } });
  const to = { ...indicator, field: 'value' };
  linkEvidence(writer, {
    from: source,
    to,
    relation: 'disputes',
    credibility: '4',
    value: '$6–10bn',
    scope: 'per day',
  });
  if (judged) {
    const judgement = [{ text: 'Two methods, both stated.' }];
    const fields = { title: 'What a day costs', about: [to], judgement, state: 'settled', judgedBy: 'Mara' };
    createEntry(writer, { kind: 'contradictions', fields });
  }
  const built = buildBrief(new StoryReader(doc));
  const html = briefHtml(built, { stylesheets: [], css: '' });
  return { built, words: elementsOf(html).find(({ name }) => name === 'main')?.text ?? '' };
}

describe('evidence in the brief', () => {
  it('[BR15] says who disputes what is printed, with the value they give and grades in words', () => {
    const { words } = brief({ judged: false });
    expect(words).toContain('Disputed: Insurers’ <b>briefing</b> (Fairly reliable · Doubtful): $6–10bn');
  });

  it('[BR15] prints the ledger where it has rows, with what people judged', () => {
    const found = brief({ judged: false });
    expect(found.built.parts.find(({ kind }) => kind === 'contradictions')?.heading).toBe('Contradictions');
    expect(found.built.sources).toBe('1 source, 1 disputed point');
    expect(found.words).toMatch(
      /Trade held up: value\s*Open\s*Trade held up, value\. \$9\.6bn\s*Insurers’ .*\. Disputes/,
    );
    const judged = brief({ judged: true });
    expect(judged.words).toMatch(/What a day costs\s*Settled · judged by Mara/);
    expect(judged.words).toContain('Judgement. Two methods, both stated.');
  });
});
