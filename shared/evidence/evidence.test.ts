import { describe, expect, it } from 'vitest';
import { createEntry } from '../story/commands/create-entry.ts';
import { deleteEntries, restoreEntries } from '../story/commands/delete-entry.ts';
import { linkEvidence } from '../story/commands/link-evidence.ts';
import type { NewEvidence } from '../story/commands/link-evidence.ts';
import { setAnyField } from '../story/commands/set-field.ts';
import { StoryReader } from '../story/reading/reader.ts';
import type { EntryRef } from '../story/ref.ts';
import { peer } from '../story/testing/peers.ts';
import { EvidenceIndex, isUnsupported, originOf } from './index.ts';

function canal() {
  const { doc, writer } = peer('alice');
  const make = (kind: string, fields: Readonly<Record<string, unknown>>): EntryRef =>
    createEntry(writer, { kind, fields });
  const source = (title: string, fields: Readonly<Record<string, unknown>> = {}) =>
    make('sources', { title, ...fields });
  const passage = (of: EntryRef, exact: string) =>
    make('passages', {
      source: of,
      quote: { exact, prefix: '', suffix: '' },
      position: { start: 0, end: exact.length },
    });
  const reader = new StoryReader(doc);
  const index = new EvidenceIndex(reader);
  const link = (from: EntryRef, to: EntryRef, fields: Partial<NewEvidence> = {}): EntryRef => {
    const made = linkEvidence(writer, { from, to, relation: 'supports', ...fields });
    if (!made.ok) throw new Error(made.error.message);
    return made.value;
  };
  const event = make('events', { title: 'The ship grounds', text: 'In gusts.' });
  return { doc, writer, reader, index, make, source, passage, link, event };
}

const at = (ref: EntryRef, field: string): EntryRef => ({ kind: ref.kind, id: ref.id, field });

describe('what is evidence', () => {
  it('[EV1] refuses voices as evidence, as the source of a passage, and as what evidence is for', () => {
    const { writer, make, source, passage, event } = canal();
    const voice = make('voices', { name: 'Ferdinand de Lesseps', text: 'No one warned me.' });
    const fromVoice = passage(voice, 'No one warned me.');
    const attempts = [
      linkEvidence(writer, { from: voice, to: event }),
      linkEvidence(writer, { from: fromVoice, to: event }),
      linkEvidence(writer, { from: source('Log'), to: voice }),
    ];
    for (const attempt of attempts) expect(attempt).toMatchObject({ ok: false, error: { reason: 'fiction' } });
  });

  it('[EV1] shows a link to fiction that came all the same as ignored, and never counts it', () => {
    const { index, make, passage, source, event } = canal();
    const voice = make('voices', { name: 'Ferdinand de Lesseps' });
    make('evidence', { from: voice, to: event, relation: 'supports' });
    make('evidence', { from: passage(voice, 'words'), to: event, relation: 'disputes' });
    make('evidence', { from: source('Log'), to: voice, relation: 'supports' });
    expect(index.about(event)).toMatchObject({
      fields: [],
      state: 'unsupported',
      origins: { supports: 0, disputes: 0 },
    });
    expect(index.about(event)?.notCounted.map((one) => one.notCounted)).toEqual(['fiction', 'fiction']);
    expect(index.about(voice)).toMatchObject({ fields: [], state: 'unsupported' });
  });

  it('[EV2] links passages and sources to entries, their fields, the overview and sentences of drafts, and to nothing else', () => {
    const { writer, index, make, source, passage, link, event } = canal();
    const log = source('Port log');
    const words = passage(log, 'gust of 40 knots');
    const draft = make('drafts', { title: 'What a day is worth' });
    const note = make('annotations', { text: [{ text: 'Hm' }] });
    const overview = { kind: 'story', id: 'story', field: 'overview' };
    link(log, event);
    link(words, at(event, 'text'));
    link(words, overview);
    const sentence = { exact: 'A day costs.', prefix: '', suffix: '' };
    link(words, at(draft, 'text'), { sentence });
    expect(index.about(event)?.fields.map((field) => field.target.field)).toEqual([undefined, 'text']);
    expect(index.about(overview)?.fields[0]?.state).toBe('supported');
    expect(index.about(draft)?.fields[0]?.sentence).toBe('A day costs.');
    expect(index.from(log)).toHaveLength(4);
    expect(index.from(words)).toHaveLength(3);
    for (const to of [note, words, { kind: 'story', id: 'other' }])
      expect(linkEvidence(writer, { from: log, to })).toMatchObject({ ok: false, error: { reason: 'no-target' } });
    expect(linkEvidence(writer, { from: event, to: event })).toMatchObject({ error: { reason: 'no-evidence' } });
  });

  it('[EV3] counts no link whose passage, source or target is in the trash, and says so; until it is back', () => {
    const { writer, index, source, passage, link, event } = canal();
    const log = source('Port log');
    const words = passage(log, 'gust');
    link(words, at(event, 'text'));
    const state = () => [index.about(event)?.origins.supports, index.about(event)?.notCounted[0]?.notCounted];
    expect(state()).toEqual([1, undefined]);
    for (const [ref, why] of [
      [words, 'passage-trashed'],
      [log, 'source-trashed'],
      [event, 'target-trashed'],
    ] as const) {
      deleteEntries(writer, [ref]);
      expect(state()).toEqual([0, why]);
      restoreEntries(writer, [ref]);
      expect(state()).toEqual([1, undefined]);
    }
    expect(linkEvidence(writer, { from: words, to: { kind: 'events', id: 'gone' } })).toMatchObject({ ok: false });
    deleteEntries(writer, [log]);
    expect(linkEvidence(writer, { from: words, to: event })).toMatchObject({ error: { reason: 'no-evidence' } });
  });
});

describe('what evidence comes to', () => {
  it('[EV4] counts sources that repeat one origin once, however they go in circles or lead nowhere', () => {
    const { writer, index, source, passage, link, event } = canal();
    const agency = source('Agency');
    const paper = source('Paper', { repeats: agency });
    const radio = source('Radio', { repeats: paper });
    for (const one of [agency, paper, radio]) link(one, event);
    link(passage(radio, 'twice'), event);
    expect(index.about(event)?.origins.supports).toBe(1);
    setAnyField(writer, radio, 'repeats', null);
    expect(index.about(event)?.origins.supports).toBe(2);
    setAnyField(writer, agency, 'repeats', radio);
    setAnyField(writer, radio, 'repeats', agency);
    expect(index.about(event)?.origins.supports).toBe(1);
    setAnyField(writer, agency, 'repeats', { kind: 'sources', id: 'nowhere' });
    expect(index.about(event)?.origins.supports).toBe(1);
  });

  it('[EV4] finds the end of a chain, and one origin for a whole circle', () => {
    const chain: Readonly<Record<string, string>> = { a: 'b', b: 'c', x: 'z', z: 'y', y: 'z', self: 'self' };
    const origin = (id: string) => originOf(id, (one) => chain[one] ?? null);
    expect(['a', 'b', 'c'].map(origin)).toEqual(['c', 'c', 'c']);
    expect(['x', 'y', 'z', 'self'].map(origin)).toEqual(['y', 'y', 'y', 'self']);
  });

  it('[EV5] tells disputed, supported, context only and unsupported apart', () => {
    const { index, source, link, event } = canal();
    const log = source('Log');
    const state = () => [index.about(event)?.state ?? 'unsupported', isUnsupported(index.about(event))];
    expect(state()).toEqual(['unsupported', true]);
    link(log, at(event, 'text'), { relation: 'context' });
    expect(state()).toEqual(['context', true]);
    link(log, at(event, 'text'), { relation: 'supports' });
    expect(state()).toEqual(['supported', false]);
    link(source('Other'), at(event, 'date'), { relation: 'disputes' });
    expect(state()).toEqual(['disputed', false]);
    expect(index.about(event)?.fields.map((field) => [field.target.field, field.state])).toEqual([
      ['date', 'disputed'],
      ['text', 'supported'],
    ]);
  });

  it('[EV6] stays the same object while what is written elsewhere changes, and tells only those it concerns', () => {
    const { writer, index, make, source, link, event } = canal();
    const log = source('Log');
    const other = make('events', { title: 'Another' });
    link(log, event);
    const before = index.about(event);
    let told = 0;
    index.onEntry(event, () => (told += 1));
    setAnyField(writer, event, 'title', 'The ship runs aground');
    setAnyField(writer, log, 'title', 'Port log');
    link(log, other);
    expect(index.about(event)).toBe(before);
    expect(told).toBe(0);
    link(log, event, { relation: 'disputes' });
    expect(told).toBe(1);
    expect(index.about(event)?.state).toBe('disputed');
  });
});
