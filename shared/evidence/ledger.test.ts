import { describe, expect, it } from 'vitest';
import { createEntry } from '../story/commands/create-entry.ts';
import { deleteEntries } from '../story/commands/delete-entry.ts';
import { linkEvidence } from '../story/commands/link-evidence.ts';
import type { NewEvidence } from '../story/commands/link-evidence.ts';
import { StoryReader } from '../story/reading/reader.ts';
import type { EntryRef } from '../story/ref.ts';
import { peer } from '../story/testing/peers.ts';
import { EvidenceIndex, fieldLabel, ledger, nameOf, sourceName, valueWords } from './index.ts';

function queue() {
  const { doc, writer } = peer('alice');
  const make = (kind: string, fields: Readonly<Record<string, unknown>>): EntryRef =>
    createEntry(writer, { kind, fields });
  const reader = new StoryReader(doc);
  const index = new EvidenceIndex(reader);
  const link = (from: EntryRef, to: EntryRef, fields: Partial<NewEvidence>): EntryRef => {
    const made = linkEvidence(writer, { from, to, ...fields });
    if (!made.ok) throw new Error(made.error.message);
    return made.value;
  };
  const indicator = make('indicators', {
    value: '237',
    label: 'Vessels waiting',
    unit: 'vessels',
    scope: 'Both ends',
    asOf: { edtf: '2021-03-26' },
  });
  const sources = {
    log: make('sources', { title: 'Port log', published: { edtf: '2021-03-26' }, reliability: 'f' }),
    notice: make('sources', { title: 'Notice', published: { edtf: '2021-03-25' }, reliability: 'a' }),
  };
  const rows = () => ledger(reader, index.targets(), reader.list('contradictions'));
  const value: EntryRef = { ...indicator, field: 'value' };
  /** What a row compares, in its words. */
  const said = (at = 0) =>
    rows()[at]?.statements.map(({ link: one, ...statement }) => [
      one === null ? 'the notebook' : sourceName(reader, one),
      valueWords(statement),
    ]);
  return { writer, reader, make, link, indicator, value, sources, rows, said };
}

describe('the contradiction ledger', () => {
  it('[CL1] lists a field that is supported and disputed, with what the notebook says itself', () => {
    const { link, value, sources, rows, said, reader } = queue();
    link(sources.log, value, { relation: 'supports' });
    expect(rows()).toEqual([]);
    link(sources.notice, value, { relation: 'disputes', value: '206', unit: 'vessels' });
    expect(rows()).toHaveLength(1);
    const about = rows()[0]?.about[0] ?? value;
    expect([nameOf(reader, about), fieldLabel(about)]).toEqual(['Vessels waiting', 'Value']);
    expect(said()).toEqual([
      ['the notebook', '237 vessels'],
      ['Notice', '206 vessels'],
      ['Port log', ''],
    ]);
    expect(rows()[0]?.statements[0]).toMatchObject({ scope: 'Both ends', asOf: { edtf: '2021-03-26' } });
  });

  it('[CL1] lists values that differ, and not those that are only written differently', () => {
    const { link, value, sources, rows } = queue();
    link(sources.log, value, { relation: 'supports', value: '2,000', unit: 'Tons' });
    link(sources.notice, value, { relation: 'supports', value: '2000', unit: 'tons' });
    expect(rows()).toEqual([]);
    link(sources.notice, value, { relation: 'context', value: '1.9 thousand', unit: 'tons' });
    expect(rows()).toHaveLength(1);
  });

  it('[CL1] lists a field that is disputed with a value of its own, and none that is only disputed', () => {
    const { link, value, indicator, sources, rows } = queue();
    link(sources.log, { ...indicator, field: 'detail' }, { relation: 'disputes' });
    expect(rows()).toEqual([]);
    link(sources.log, value, { relation: 'disputes', value: '206' });
    expect(rows()).toHaveLength(1);
  });

  it('[CL2] keeps what people made of several fields in one row, and no second one for a field of it', () => {
    const { make, link, value, sources, rows, said } = queue();
    link(sources.log, value, { relation: 'supports' });
    link(sources.notice, value, { relation: 'disputes' });
    const event = make('events', { title: 'The first convoy', text: 'Two hundred ships wait.' });
    make('contradictions', { title: 'Two counts', about: [{ ...event, field: 'text' }, value] });
    expect(rows().map(({ made }) => made?.fields.title)).toEqual(['Two counts']);
    expect(said()).toEqual([
      ['the notebook', 'Two hundred ships wait.'],
      ['the notebook', '237 vessels'],
      ['Notice', ''],
      ['Port log', ''],
    ]);
  });

  it('[CL3] orders rows as the story and what is said by date, whatever the grades and counts are', () => {
    const { make, link, value, sources, rows, said } = queue();
    const person = make('people', { name: 'Osama Rabie', role: 'Chairman' });
    for (const to of [{ ...person, field: 'role' }, value]) {
      link(sources.log, to, { relation: 'supports', credibility: '1' });
      link(sources.log, to, { relation: 'supports', credibility: '1' });
      link(sources.notice, to, { relation: 'disputes', credibility: '6', asOf: null });
    }
    expect(rows().map(({ about }) => about[0]?.kind)).toEqual(['indicators', 'people']);
    expect(said(1)?.map(([who]) => who)).toEqual(['the notebook', 'Notice', 'Port log', 'Port log']);
  });

  it('[CL4] keeps what was written of entries that are gone', () => {
    const { writer, make, value, indicator, rows } = queue();
    make('contradictions', { title: 'Two counts', about: [value, { kind: 'events', id: 'nowhere', field: 'text' }] });
    deleteEntries(writer, [indicator]);
    expect(rows()).toMatchObject([{ made: { fields: { title: 'Two counts' } }, statements: [] }]);
  });
});
