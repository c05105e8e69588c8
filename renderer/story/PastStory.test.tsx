import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setStoryField } from '../../shared/story/commands/set-field.ts';
import { sectionKinds, section } from '../../shared/story/sections.ts';
import { sections } from '../app/sections.ts';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import { EntryFields } from '../fields/index.ts';
import { OpenNotebookContext } from '../session/session-context.ts';
import { pastNotebook } from '../session/shown-notebook.ts';
import { StoryView } from './StoryView.tsx';

afterEach(cleanup);

const march3 = Date.UTC(2026, 2, 3, 12);

/** A notebook with a made-up entry of every kind, and the state it is in now as an earlier one. */
async function notebookWithPast() {
  const open = await openNotebook();
  const { session } = open;
  setStoryField(session.writer, 'title', 'Six days in the canal');
  for (const kind of sectionKinds) createEntry(session.writer, section(kind).fixture());
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(session.doc));
  const past = pastNotebook({ id: session.id, at: march3, doc, draft: (id) => session.draft(id) });
  return { ...open, past };
}

describe('an earlier state', () => {
  it('is shown as text that offers nothing to change', async () => {
    const { session, view, past, show } = await notebookWithPast();
    show(
      <OpenNotebookContext value={{ session, view, past }}>
        <main>
          <StoryView views={sections} />
          {sectionKinds.map((kind) => (
            <EntryFields key={kind} kind={kind} id={past.reader.ids(kind)[0] ?? ''} />
          ))}
        </main>
      </OpenNotebookContext>,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Six days in the canal');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
    const buttons = screen
      .queryAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent);
    expect(buttons.filter((name) => /^(?:Add|Remove|Move|Actions|File|Use|Replace|Choose)/.test(name))).toEqual([]);
  });

  it('stays as it stood when the notebook changes, and when a command is run on it', async () => {
    const { session, past } = await notebookWithPast();
    setStoryField(session.writer, 'title', 'Seven days');
    setStoryField(past.writer, 'title', 'Eight days');
    expect(past.reader.story().fields.title).toBe('Six days in the canal');
    expect(past.undo.canUndo).toBe(false);
  });
});
