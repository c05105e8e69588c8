import { expect, it } from 'vitest';
import { inviteFileName, linkIn, readInviteFile } from './invite-file.ts';

const link = 'backstory://join#AbC-d_9';

it.each([
  [link, link],
  [`  ${link}\n`, link],
  [`Join me here: ${link}. It works once.`, link],
  [`(${link})`, link],
  ['See backstory://join/#AbC-d_9 now', 'backstory://join/#AbC-d_9'],
  ['https://relay.example.org', 'https://relay.example.org'],
  ['  ', ''],
])('finds in “%s” the link', (text, found) => {
  expect(linkIn(text)).toBe(found);
});

it('reads a file that holds a link, and no large one', async () => {
  expect(await readInviteFile(new Blob([`${link}\n`]))).toBe(link);
  expect(await readInviteFile(new Blob(['x'.repeat(9000), link]))).toBe('');
});

it('names a file after the notebook, whatever that is called', () => {
  expect(inviteFileName(' Canal ')).toBe('Canal.backstory-invite');
  expect(inviteFileName('')).toBe('Notebook.backstory-invite');
  expect(inviteFileName('x'.repeat(300))).toHaveLength(100 + '.backstory-invite'.length);
});
