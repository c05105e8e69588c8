import { expect, it } from 'vitest';
import { createEntry } from '../../../../shared/story/commands/create-entry.ts';
import { openNotebook } from '../../../fields/testing/open-notebook.suite.tsx';
import { pictureSources, sourceCaption } from './picture-sources.ts';
import { printScale } from './printed-picture.ts';

const capture = (mediaType: string, letter: string) => ({
  hash: letter.repeat(64),
  name: letter,
  mediaType,
  size: 1,
  capturedAt: '2021-03-26T09:12:00.000Z',
});

it('pictures come from the sources with a captured page or PDF, by title, out of the latest such capture', async () => {
  const { session } = await openNotebook();
  expect(pictureSources(session.reader)).toEqual([]);
  const add = (title: string, ...captures: readonly ReturnType<typeof capture>[]) =>
    createEntry(session.writer, { kind: 'sources', fields: { title, captures } });
  add('Notes', capture('text/plain', 'a'));
  add('Only named');
  add('Port log', capture('application/pdf', 'b'));
  add('Gazette', capture('text/html', 'c'), capture('multipart/related', 'd'), capture('text/plain', 'e'));
  expect(pictureSources(session.reader).map(({ title, has, capture: { name } }) => [title, has, name])).toEqual([
    ['Gazette', 'pictures', 'd'],
    ['Port log', 'pages', 'b'],
  ]);
});

it('the caption names the source and its page, and leads to its address where that is one of the web', () => {
  const source = { title: 'Port log', address: 'https://canal.example/7' };
  expect(sourceCaption(source)).toEqual([{ text: 'From ' }, { text: 'Port log', link: source.address }]);
  const other = sourceCaption({ ...source, address: 'javascript:x()' }, 3);
  expect(other).toEqual([{ text: 'From ' }, { text: 'Port log' }, { text: ', page 3' }]);
});

it('a page is drawn at 300 dots per inch; a poster with as many dots as there is room for', () => {
  expect(printScale({ width: 595, height: 842 }, 300)).toBeCloseTo(300 / 72);
  const poster = { width: 5000, height: 7000 };
  const scale = printScale(poster, 300);
  expect(poster.width * scale * poster.height * scale).toBeCloseTo(36_000_000);
});
