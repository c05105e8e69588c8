import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { connect } from '../../../shared/story/testing/peers.ts';
import type { NotePlace } from '../../../shared/story/sections/annotations/index.ts';
import { draftPeer } from '../testing/draft-peer.ts';
import type { DraftPeer } from '../testing/draft-peer.ts';
import { $doEdit, verbs } from '../testing/random-edits.ts';
import { CommentFollower } from './comment-follower.ts';
import { DraftLines } from './draft-lines.ts';
import type { Stretch } from './draft-lines.ts';
import { $blocksWithWords, $wordsOfBlock } from './editor-lines.ts';
import { placeOf } from './note-place.ts';

const id = 'note';

function write(peer: DraftPeer, ...paragraphs: readonly string[]): void {
  peer.edit(() => {
    $getRoot()
      .clear()
      .append(...paragraphs.map((text) => $createParagraphNode().append($createTextNode(text))));
  });
}

function follower(doc: Y.Doc) {
  const lines = new DraftLines(doc);
  return { lines, follower: new CommentFollower(lines) };
}

function commented(lines: DraftLines, words: string): NotePlace {
  const start = lines.text().indexOf(words);
  const place = placeOf(lines, { start, end: start + words.length });
  if (place === null) throw new Error('There are no such words');
  return place;
}

/** The words a note is about after each look, its place mended as the draft page does. */
function following(doc: Y.Doc, words: string) {
  const { lines, follower: one } = follower(doc);
  let place = commented(lines, words);
  return {
    lines,
    place: () => place,
    look: (): string | null => {
      const { places, mended } = one.follow([{ id, place }]);
      place = mended.get(id) ?? place;
      return wordsAt(lines, places.get(id) ?? null);
    },
  };
}

function wordsAt(lines: DraftLines, stretch: Stretch | null): string | null {
  return stretch === null ? null : lines.text().slice(stretch.start, stretch.end);
}

const $line = (at: number) => {
  const block = $getRoot().getChildAtIndex(at);
  const [text] = $getRoot()
    .getAllTextNodes()
    .filter((node) => node.getTopLevelElement()?.is(block) === true);
  if (text === undefined) throw new Error('There is no such line');
  return text;
};

describe('the words of a note in a draft', () => {
  it('follow what is written before, within and behind them', () => {
    const mara = draftPeer();
    write(mara, 'By noon forty ships had turned.');
    const note = following(mara.doc, 'forty ships');
    note.look();
    mara.edit(() => void $line(0).spliceText(0, 0, 'It is said: '));
    expect(note.look()).toBe('forty ships');
    mara.edit(() => void $line(0).select(25, 25).insertText('large '));
    expect(note.look()).toContain('large');
    mara.edit(() => void $line(0).select(0, 0).insertText('x'));
    expect(note.look()).toMatch(/^forty.*ships$/);
  });

  it('follow their paragraph being split before and in them, joined, made a heading and a list', () => {
    const mara = draftPeer();
    write(mara, 'By noon forty ships had turned.', 'More came.');
    const note = following(mara.doc, 'forty ships');
    note.look();
    mara.edit(() => void $line(0).select(8, 8).insertParagraph());
    expect(note.look()).toBe('forty ships');
    mara.edit(() => void $line(1).select(6, 6).insertParagraph());
    expect(note.look()).toBe('forty \nships');
    mara.undo.undo();
    expect(note.look()).toBe('forty ships');
    mara.edit(() => $doEdit({ verb: 'heading', from: 1, to: 1, text: '' }));
    expect(note.look()).toBe('forty ships');
    mara.edit(() => $doEdit({ verb: 'bullets', from: 1, to: 1, text: '' }));
    expect(note.look()).toBe('forty ships');
    // Opened again, by the stored place alone.
    const { lines, follower: later } = follower(mara.doc);
    expect(wordsAt(lines, later.follow([{ id, place: note.place() }]).places.get(id) ?? null)).toBe('forty ships');
  });

  it('are gone when they are deleted, and back when that is undone', () => {
    const mara = draftPeer();
    write(mara, 'By noon forty ships had turned.');
    const note = following(mara.doc, 'forty ships');
    note.look();
    mara.edit(() => void $line(0).spliceText(8, 12, ''));
    expect(note.look()).toBeNull();
    mara.undo.undo();
    expect(note.look()).toBe('forty ships');
  });

  it('follow being cut and pasted elsewhere, at once or later', () => {
    const mara = draftPeer();
    write(
      mara,
      'By noon forty ships had turned.',
      'They waited in the roads off the eastern breakwater for six days.',
      'End.',
    );
    const note = following(mara.doc, 'They waited in the roads off the eastern breakwater');
    note.look();
    mara.edit(() => {
      const moved = $getRoot().getChildAtIndex(1);
      if (moved !== null) $getRoot().append($createParagraphNode().append($createTextNode(moved.getTextContent())));
      moved?.remove();
    });
    expect(note.look()).toBe('They waited in the roads off the eastern breakwater');
  });

  it('are found by their quote in a draft that was made anew from a file', () => {
    const mara = draftPeer();
    write(mara, 'By noon forty ships had turned and the roads were full of vessels waiting for a tow.');
    const note = following(mara.doc, 'forty ships');
    const again = draftPeer();
    write(again, 'By noon forty ships had turned and the roads were full of vessels waiting for a tow.');
    const { lines, follower: one } = follower(again.doc);
    const { places, mended } = one.follow([{ id, place: note.place() }]);
    expect(wordsAt(lines, places.get(id) ?? null)).toBe('forty ships');
    expect(mended.size).toBe(1);
  });

  it('survive a hostile place', () => {
    const mara = draftPeer();
    write(mara, 'By noon forty ships had turned.');
    const { lines, follower: one } = follower(mara.doc);
    const place = commented(lines, 'forty');
    const quote = { exact: 'nowhere', prefix: '', suffix: '' };
    for (const start of ['', '%%%', 'AAAA', 'fwEB/////w8=', place.end]) {
      const bad = { quote, position: { start: -1, end: 1e9 }, start, end: start };
      expect(one.follow([{ id: start, place: bad }]).places.get(start)).toBeNull();
    }
  });
});

/** Every letter is there once, so that each says itself where it is now. */
const unique = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => String.fromCharCode(0x4e00 + from + at)).join('');
const anEdit = fc.record({
  verb: fc.constantFrom(...verbs),
  from: fc.nat(200),
  to: fc.nat(200),
  text: fc.constantFrom('a', 'bc', ' ', 'dredger ', '🚢'),
});
const paragraphs = [unique(0, 12), unique(12, 9), unique(21, 14)];
const aStretch = fc.tuple(fc.nat(2), fc.nat(8), fc.integer({ min: 1, max: 6 })).map(([line, at, length]) => {
  const text = paragraphs[line] ?? '';
  return text.slice(at, at + length);
});

describe('after any edits', () => {
  it('the lines of the document are those of the editor', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), (edits) => {
        const mara = draftPeer();
        write(mara, ...paragraphs);
        const lines = new DraftLines(mara.doc);
        for (const edit of edits) {
          mara.edit(() => $doEdit(edit));
          const shown = mara.editor
            .getEditorState()
            .read(() => $blocksWithWords().map((block) => $wordsOfBlock(block).text));
          expect(lines.blocks().map(({ text }) => text)).toEqual(shown);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('by oneself, what is left of the words is what the note is about', () => {
    fc.assert(
      fc.property(
        aStretch,
        fc.array(fc.record({ edit: anEdit, then: fc.constantFrom('nothing', 'nothing', 'undo', 'redo') }), {
          maxLength: 10,
        }),
        (words, steps) => {
          const mara = draftPeer();
          write(mara, ...paragraphs);
          const note = following(mara.doc, words);
          note.look();
          for (const { edit, then } of steps) {
            mara.edit(() => $doEdit(edit));
            isRight(note.look(), words, note.lines.text());
            if (then === 'nothing') continue;
            mara.undo[then]();
            isRight(note.look(), words, note.lines.text());
          }
        },
      ),
      // A list over a part of a table, which Lexical’s own makes of its rows.
      {
        numRuns: 200,
        examples: [
          [
            '一',
            [
              { edit: { verb: 'table', from: 4, to: 0, text: 'a' }, then: 'nothing' },
              { edit: { verb: 'image', from: 18, to: 0, text: 'a' }, then: 'nothing' },
              { edit: { verb: 'checks', from: 0, to: 26, text: 'a' }, then: 'nothing' },
            ],
          ],
        ],
      },
    );
  });

  it('by two people apart, both end with the same words or none, and never with others', () => {
    fc.assert(
      fc.property(
        aStretch,
        fc.array(fc.record({ who: fc.boolean(), edit: anEdit, sync: fc.boolean() }), { maxLength: 12 }),
        (words, steps) => {
          const mara = draftPeer();
          write(mara, ...paragraphs);
          const ilir = draftPeer(mara.doc);
          const note = following(mara.doc, words);
          note.look();
          for (const { who, edit, sync } of steps) {
            const peer = who ? mara : ilir;
            peer.edit(() => $doEdit(edit));
            if (sync) connect(mara.doc, ilir.doc);
            if (who || sync) isNeverWrong(note.look(), words);
          }
          connect(mara.doc, ilir.doc);
          isNeverWrong(note.look(), words);
          const seen = [mara, ilir].map(({ doc }) => {
            const { lines, follower: fresh } = follower(doc);
            return wordsAt(lines, fresh.follow([{ id, place: note.place() }]).places.get(id) ?? null);
          });
          expect(seen[0]).toBe(seen[1]);
          isNeverWrong(seen[0] ?? null, words);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/**
 * The note is about all that is left of its words, however much was written among them; without any left they are gone. Where lines
 * were moved about, short words may be given up.
 */
function isRight(now: string | null, words: string, text: string): void {
  isNeverWrong(now, words);
  const letters = [...text].filter((letter) => /[\u4e00-\u4e80]/.test(letter)).join('');
  if (letters !== [...letters].sort().join('')) return;
  const left = [...letters].filter((letter) => words.includes(letter)).join('');
  expect([...(now ?? '')].filter((letter) => words.includes(letter)).join('')).toBe(left);
}

/** Some of its words are what was commented on, and it begins and ends with none of the others that stood there. */
function isNeverWrong(now: string | null, words: string): void {
  if (now === null) return;
  const others = paragraphs.join('').replace(words, '');
  expect([...now].some((letter) => words.includes(letter))).toBe(true);
  expect(others).not.toContain(now[0]);
  expect(others).not.toContain(now.at(-1));
}
