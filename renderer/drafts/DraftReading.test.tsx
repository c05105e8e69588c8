import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import type { DraftBlock } from '../../shared/story/draft-block.ts';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import { DraftReading } from './DraftReading.tsx';

afterEach(cleanup);

test('a draft is read with its headings, lists, tables, pictures, citations and footnotes', async () => {
  const notebook = await openNotebook();
  const source = createEntry(notebook.session.writer, { kind: 'sources', fields: { title: 'Port log' } });
  const cell = (text: string) => ({
    header: text === 'Ship',
    blocks: [{ type: 'paragraph', spans: [{ text }] }] as const,
  });
  const blocks: readonly DraftBlock[] = [
    { type: 'heading', level: 1, spans: [{ text: 'Delay is not loss' }] },
    {
      type: 'paragraph',
      spans: [
        { text: 'Most ' },
        { text: 'arrived', bold: true, italic: true },
        { text: '', footnote: [{ text: 'In April.' }] },
        { text: '', cites: [{ ref: source }] },
        { text: ' and said so', link: 'https://canal.example/7' },
        { text: '', footnote: [{ text: 'All of them.' }] },
      ],
    },
    {
      type: 'list',
      ordered: false,
      items: [
        { spans: [{ text: 'ask the pilot' }], depth: 0, ordered: false, checked: true },
        { spans: [{ text: 'by phone' }], depth: 1, ordered: true },
        { spans: [{ text: 'read the log' }], depth: 0, ordered: false, checked: false },
      ],
    },
    { type: 'table', rows: [{ cells: [cell('Ship'), { ...cell('Ever'), colSpan: 2 }] }] },
    { type: 'image', sha256: '', mediaType: '', width: 0, height: 0, alt: 'The bow', caption: [{ text: 'Aground' }] },
  ];
  notebook.show(<DraftReading blocks={blocks} />);
  expect(screen.getByRole('heading', { level: 2, name: 'Delay is not loss' })).toBeTruthy();
  expect(screen.getByText(/^Most/).closest('p')?.textContent).toBe('Most arrived1[1] and said so2');
  expect(screen.getByRole('link').getAttribute('href')).toBe('https://canal.example/7');
  const list = screen.getAllByRole('list')[0];
  expect(list?.textContent).toBe(' ask the pilotby phone read the log');
  expect(
    within(list ?? document.body)
      .getAllByRole<HTMLInputElement>('checkbox')
      .map(({ checked }) => checked),
  ).toEqual([true, false]);
  expect(list?.querySelector('ol')?.textContent).toBe('by phone');
  expect(screen.getByRole('columnheader', { name: 'Ship' })).toBeTruthy();
  expect(screen.getByRole('cell', { name: 'Ever' }).getAttribute('colspan')).toBe('2');
  expect(await screen.findByText(/Which picture stood here/)).toBeTruthy();
  expect(screen.getByText('Aground')).toBeTruthy();
  const notes = screen.getByRole('region', { name: 'Footnotes' });
  expect(
    within(notes)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['In April.', 'All of them.']);
});
