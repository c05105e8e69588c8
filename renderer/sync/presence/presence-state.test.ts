// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { draftRoot } from '../../../shared/story/document.ts';
import type { Place } from '../../session/view-state.ts';
import { initialsOf, placeWords } from './place-words.ts';
import { encodeWhereabouts, readPeer } from './presence-state.ts';

const peer = (state: string) => ({ session: 's1', id: 'ab'.repeat(32), name: 'Mara Lind', state });

describe('where a teammate is', () => {
  it('is read as it was told', () => {
    const doc = new Y.Doc();
    draftRoot(doc).insert(0, [new Y.XmlText('words')]);
    const at: unknown = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(draftRoot(doc), 1));
    const whereabouts = {
      place: { view: 'drafts', open: 'one' } satisfies Place,
      selection: { kind: 'drafts', id: 'one' },
      caret: { docId: 'n.draft.one', anchor: at, focus: at },
    };
    const { place, selection, caret } = readPeer(peer(encodeWhereabouts(whereabouts)));
    expect({ place, selection, caret }).toEqual(JSON.parse(JSON.stringify(whereabouts)));
  });

  it('says only the view where the rest would be more than is sent', () => {
    const place: Place = { view: 'story', section: 'x'.repeat(3000) };
    const state = encodeWhereabouts({ place, selection: null, caret: null });
    expect(state.length).toBeLessThan(100);
    expect(readPeer(peer(state)).place).toEqual({ view: 'story' });
  });

  it('is nowhere, and never an error, whatever a teammate’s program sends', () => {
    const anything = fc.oneof(fc.string(), fc.json(), fc.constant('null'), fc.constant('[]'));
    fc.assert(
      fc.property(anything, (state) => {
        const { name, place, caret } = readPeer(peer(state));
        expect(name).toBe('Mara Lind');
        expect(place).toBeNull();
        expect(caret).toBeNull();
      }),
    );
  });

  it.each([
    ['a view that there is not', { at: { view: '__proto__' }, on: null, in: null }],
    ['a position that names another root', { at: null, on: null, in: caretWith({ tname: 'entries.people' }) }],
    ['a position that is no number', { at: null, on: null, in: caretWith({ item: { client: -1, clock: 1.5 } }) }],
    ['an id longer than any', { at: { view: 'drafts', open: 'x'.repeat(201) }, on: null, in: null }],
  ])('leaves out %s', (_what, state) => {
    const read = readPeer(peer(JSON.stringify(state)));
    expect([read.place, read.caret]).toEqual([null, null]);
  });

  it('calls a nameless one a teammate, and gives a device its colour wherever it is seen', () => {
    expect(readPeer({ ...peer(''), name: '  ' }).name).toBe('A teammate');
    expect(readPeer(peer('')).colour).toBe(readPeer({ ...peer('{}'), session: 's2' }).colour);
  });
});

function caretWith(position: object): object {
  return { docId: 'n.draft.one', anchor: position, focus: position };
}

describe('in words', () => {
  it('names the view, what is open and what is chosen', () => {
    const at = (place: Place | null, open: string | null = null, selection: string | null = null): string =>
      placeWords({ name: 'Mara', place }, { open, selection });
    expect(at({ view: 'timeline' })).toBe('Mara is in Timeline');
    expect(at({ view: 'timeline' }, null, 'The flood')).toBe('Mara is in Timeline, at “The flood”');
    expect(at({ view: 'drafts', open: 'a' }, 'A day', 'A day')).toBe('Mara is in Drafts, in “A day”');
    expect(at(null)).toBe('Mara is here');
  });

  it.each([
    ['Mara Lind', 'ML'],
    ['mara', 'M'],
    ['Élise de la Cour', 'ÉC'],
    ['  ', '?'],
    ['王小明', '王'],
  ])('initials of %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
