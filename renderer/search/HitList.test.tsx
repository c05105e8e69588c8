import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { SearchHit } from '../../shared/search/engine.ts';
import { groupHits } from './group-hits.ts';
import { HitList } from './HitList.tsx';

// The small DOM is never idle, or always.
beforeAll(() => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => window.setTimeout(run));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
});
afterEach(cleanup);

function hit(kind: string, index: number): SearchHit {
  const title = [{ text: `${kind} ${index}`, marked: false }];
  return { key: `${kind}/${index}`, kind, id: String(index), title, snippet: null, find: '' };
}

const many = Array.from({ length: 50 }, (_, index) => hit(index < 20 ? 'events' : 'people', index));

function show(hits: readonly SearchHit[]) {
  const onChoose = vi.fn<(key: string) => void>();
  const { rerender } = render(<HitList groups={groupHits(hits)} handle={null} onChoose={onChoose} />);
  return {
    list: screen.getByRole('listbox', { name: 'Search results' }),
    onChoose,
    showInstead: (others: readonly SearchHit[]) =>
      rerender(<HitList groups={groupHits(others)} handle={null} onChoose={onChoose} />),
  };
}

it('a long list begins with the rows in view; the others follow in idle time', async () => {
  const { showInstead } = show(many);
  expect(screen.getAllByRole('option').length).toBeLessThan(10);
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(50));
  showInstead(many.slice(1));
  expect(screen.getAllByRole('option').length).toBeLessThan(10);
});

it('arrow keys move, also to rows that are not there yet, and Enter chooses', () => {
  const { list, onChoose } = show(many);
  fireEvent.focus(list);
  const active = () => screen.getByRole('option', { selected: true });
  expect(active().textContent).toBe('events 0');
  expect(list.getAttribute('aria-activedescendant')).toBe(active().id);
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  expect(active().textContent).toBe('events 1');
  fireEvent.keyDown(list, { key: 'End' });
  expect(active().textContent).toBe('people 49');
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(onChoose).toHaveBeenLastCalledWith('people/49');
});

it('a click chooses the row it is in, and rows stand under their section', () => {
  const { onChoose } = show(many.slice(18, 23));
  fireEvent.click(screen.getByText('people 21'));
  expect(onChoose).toHaveBeenCalledWith('people/21');
  expect(screen.getByRole('group', { name: 'Timeline 2' }).querySelectorAll('[role=option]')).toHaveLength(2);
  expect(screen.getByRole('group', { name: 'People 3' })).toBeDefined();
});
