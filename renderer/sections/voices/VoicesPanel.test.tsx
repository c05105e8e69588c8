import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { section } from '../../../shared/story/sections.ts';
import { fictionLabel } from '../../../shared/story/sections/voices/index.ts';
import { openNotebook } from '../../fields/testing/open-notebook.suite.tsx';
import { VoiceDetail } from './VoiceDetail.tsx';
import { VoicesPanel } from './VoicesPanel.tsx';

afterEach(cleanup);

describe('voices', () => {
  it('say that they are fiction before their first word, each of them, as the brief does', async () => {
    const { session, show } = await openNotebook();
    const fixture = section('voices').fixture();
    createEntry(session.writer, fixture);
    createEntry(session.writer, { kind: 'voices', fields: { name: 'Giuseppe Verdi' } });
    show(<VoicesPanel />);
    const voices = within(screen.getByRole('region', { name: 'Voices' })).getAllByRole('listitem');
    expect(voices).toHaveLength(2);
    for (const voice of voices) expect(voice.textContent.startsWith(fictionLabel)).toBe(true);
    for (const words of Object.values(fixture.fields)) expect(voices[0]?.textContent).toContain(words);
  });

  it('say it in their details too', async () => {
    const { session, show } = await openNotebook();
    const { id } = createEntry(session.writer, section('voices').fixture());
    show(<VoiceDetail id={id} />);
    expect(screen.getByText(fictionLabel)).toBeTruthy();
  });
});
