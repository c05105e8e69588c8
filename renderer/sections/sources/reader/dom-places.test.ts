import { afterEach, describe, expect, it } from 'vitest';
import { Holders, offsetOf, selectedPlace } from './dom-places.ts';

const text = 'The vessel lost the way.\n\nEight tugs are at work.';

/** The text on a page: two blocks, with a mark and a link in the first, and something that is no text between them. */
function page(): HTMLElement {
  const root = document.createElement('div');
  const first = document.createElement('p');
  first.setAttribute('data-start', '0');
  const mark = document.createElement('mark');
  mark.append('vessel lost');
  first.append('The ', mark, ' the way.');
  const second = document.createElement('p');
  second.setAttribute('data-start', '26');
  second.append('Eight ', 'tugs are at work.');
  root.append(first, second);
  document.body.append(root);
  return root;
}

afterEach(() => document.body.replaceChildren());

describe('places of a text on its page', () => {
  it('are found there and read back', () => {
    const root = page();
    const holders = new Holders(root);
    for (const place of [
      { start: 0, end: 3 },
      { start: 4, end: 15 },
      { start: 6, end: 18 },
      { start: 16, end: 24 },
      { start: 11, end: 31 },
      { start: 26, end: 36 },
      { start: 32, end: 49 },
    ]) {
      const range = holders.rangeOf(place);
      if (range === null) throw new Error('Not on the page');
      expect(offsetOf(root, range.startContainer, range.startOffset)).toBe(place.start);
      expect(offsetOf(root, range.endContainer, range.endOffset)).toBe(place.end);
      const words = text.slice(place.start, place.end).replace(/\n/g, '');
      expect(range.toString()).toBe(words);
    }
  });

  it('that are not on the page have no range', () => {
    expect(new Holders(document.createElement('div')).rangeOf({ start: 0, end: 3 })).toBeNull();
  });

  it('are what is selected, whole blocks too, and nothing outside', () => {
    const root = page();
    const selection = getSelection();
    const [first] = root.children;
    if (selection === null || first === undefined) throw new Error('No selection');
    selection.setBaseAndExtent(first, 0, root, 1);
    expect(selectedPlace(root, selection)).toEqual({ start: 0, end: 26 });
    const outside = document.createElement('p');
    outside.append('Elsewhere');
    document.body.append(outside);
    selection.selectAllChildren(outside);
    expect(selectedPlace(root, selection)).toBeNull();
  });

  it('that are selected beyond the edges of the text end there: three clicks on the last paragraph reach what follows', () => {
    const [before, root, behind] = [document.createElement('h1'), page(), document.createElement('p')];
    before.append('A title');
    behind.append('Elsewhere');
    document.body.prepend(before);
    document.body.append(behind);
    const [first, second] = root.children;
    const selection = getSelection();
    if (selection === null || !first?.firstChild || !second?.firstChild) throw new Error('No selection');
    selection.setBaseAndExtent(second.firstChild, 0, behind, 0);
    expect(selectedPlace(root, selection)).toEqual({ start: 26, end: 49 });
    selection.setBaseAndExtent(before, 0, first.firstChild, 3);
    expect(selectedPlace(root, selection)).toEqual({ start: 0, end: 3 });
  });
});
