import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { TeammatesAt } from '../../fields/TeammatesAt.tsx';
import { openNotebook } from '../../fields/testing/open-notebook.suite.tsx';
import { PresenceContext } from '../../session/presence.ts';
import type { Presence, Teammate } from '../../session/presence.ts';
import { PeersHere } from './PeersHere.tsx';

afterEach(cleanup);

const mara: Teammate = {
  session: 's1',
  id: 'ab'.repeat(32),
  name: 'Mara <b>Lind</b>',
  colour: 1,
  place: { view: 'timeline' },
  selection: null,
  caret: null,
};

function presenceOf(teammates: readonly Teammate[]): Presence {
  const chosen = teammates.filter(({ selection }) => selection !== null);
  return {
    teammates: () => teammates,
    teammatesAt: () => chosen,
    teammatesIn: () => [],
    onChange: () => () => undefined,
    tellCaret: () => undefined,
  };
}

describe('who is here', () => {
  it('is said with where they are, and pressing goes there', async () => {
    const { session, view, show, user } = await openNotebook();
    const ref = createEntry(session.writer, { kind: 'events', fields: { title: 'The flood' } });
    show(
      <PresenceContext value={presenceOf([{ ...mara, selection: ref }])}>
        <PeersHere />
      </PresenceContext>,
    );
    // Names are text, whatever is written in them.
    const button = screen.getByRole('button', { name: 'Mara <b>Lind</b> is in Timeline, at “The flood”' });
    await user.click(button);
    expect(view.place()).toEqual({ view: 'timeline' });
    expect(view.selection()).toEqual(ref);
  });

  it('leads to the list where what they have open is not here', async () => {
    const { view, show, user } = await openNotebook();
    show(
      <PresenceContext value={presenceOf([{ ...mara, place: { view: 'drafts', open: 'unknown' } }])}>
        <PeersHere />
      </PresenceContext>,
    );
    await user.click(screen.getByRole('button', { name: 'Mara <b>Lind</b> is in Drafts' }));
    expect(view.place()).toEqual({ view: 'drafts' });
  });

  it('is not said where one is alone, and only so many are shown', async () => {
    const { show } = await openNotebook();
    show(
      <PresenceContext value={presenceOf([])}>
        <PeersHere />
      </PresenceContext>,
    );
    expect(screen.queryByRole('list')).toBeNull();
    cleanup();
    const many = Array.from({ length: 7 }, (_, at) => ({ ...mara, session: String(at) }));
    show(
      <PresenceContext value={presenceOf(many)}>
        <PeersHere />
      </PresenceContext>,
    );
    expect(screen.getAllByRole('button')).toHaveLength(5);
    expect(screen.getByText('and 2 more')).toBeTruthy();
  });

  it('is said at the row that they have chosen', async () => {
    const { show } = await openNotebook();
    const of = { kind: 'people', id: 'one' };
    show(
      <PresenceContext
        value={presenceOf([
          { ...mara, selection: of },
          { ...mara, session: 's2', name: 'Noor', selection: of },
        ])}
      >
        <TeammatesAt of={of} />
      </PresenceContext>,
    );
    expect(screen.getByText('Mara <b>Lind</b>, Noor are here')).toBeTruthy();
  });
});
