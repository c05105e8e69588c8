import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setStoryField } from '../../shared/story/commands/set-field.ts';
import { storyMap } from '../../shared/story/document.ts';
import { useStoryField } from './bound.ts';
import { RichProse } from './RichProse.tsx';
import { openNotebook } from './testing/open-notebook.suite.tsx';

// It is fetched when somebody is about to write; here that must not be what takes the time.
beforeAll(async () => void (await import('../editor/RichEditor.tsx')), 60_000);
afterEach(cleanup);

function Overview() {
  return <RichProse bound={useStoryField('overview')} add="Write the overview" />;
}

const text = [
  { text: 'A ship ' },
  { text: 'swung', bold: true as const },
  { text: ' across the canal.\nSee the ' },
  { text: 'statement', link: 'https://canal.example/7' },
  { text: '.' },
];

describe('rich prose in place', () => {
  it('is read as paragraphs with their marks and links', async () => {
    const { session, show } = await openNotebook();
    setStoryField(session.writer, 'overview', text);
    show(<Overview />);
    const shown = screen.getByRole('textbox', { name: 'Overview of the story' });
    expect([...shown.querySelectorAll('p')].map((one) => one.textContent)).toEqual([
      'A ship swung across the canal.',
      'See the statement.',
    ]);
    expect(shown.querySelector('strong')?.textContent).toBe('swung');
    expect(screen.getByRole('link', { name: 'statement' })).toBeTruthy();
  });

  it('follows a link instead of editing, and edits where there is none', async () => {
    const { session, show, user } = await openNotebook();
    setStoryField(session.writer, 'overview', text);
    show(<Overview />);
    // The window asks before it opens anything; here nothing is to be opened.
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    await user.click(screen.getByRole('link', { name: 'statement' }));
    expect(screen.getByRole('textbox').getAttribute('aria-readonly')).toBe('true');
    await user.click(screen.getByText('swung'));
    const editor = await screen.findByRole('textbox', { name: 'Overview of the story' });
    expect(editor.getAttribute('aria-readonly')).not.toBe('true');
    expect(session.reader.story().fields.overview).toEqual(text);
  });

  it('offers to write while there is nothing', async () => {
    const { session, show } = await openNotebook();
    show(<Overview />);
    expect(screen.getByRole('button', { name: 'Write the overview: Overview of the story' })).toBeTruthy();
    expect(storyMap(session.doc).size).toBe(0);
  });
});
