import { describe, expect, it } from 'vitest';
import { ActionRegistry } from './actions.ts';

const find = (name: string, ran: string[]) => [
  { id: 'edit.find', title: name, group: 'Edit', run: () => void ran.push(name) },
];

describe('ActionRegistry', () => {
  it('runs what was offered last, and what it stood in front of once it is gone', () => {
    const registry = new ActionRegistry();
    const ran: string[] = [];
    registry.add(find('window', ran));
    const leave = registry.add(find('view', ran));
    registry.run('edit.find');
    leave();
    registry.run('edit.find');
    expect(ran).toEqual(['view', 'window']);
  });

  it('keeps the view in front of the window, although the window offers its actions anew', () => {
    const registry = new ActionRegistry();
    const ran: string[] = [];
    const [around, inside] = [registry.rank(), registry.rank()];
    registry.add(find('view', ran), inside);
    const leave = registry.add(find('window', ran), around);
    leave();
    registry.add(find('window', ran), around);
    registry.run('edit.find');
    expect(ran).toEqual(['view']);
    expect(registry.list().map(({ title }) => title)).toEqual(['window', 'view']);
  });

  it('runs once what was asked for before it was offered', () => {
    const registry = new ActionRegistry();
    const ran: string[] = [];
    registry.runSoon('edit.find');
    registry.add([]);
    expect(ran).toEqual([]);
    registry.add(find('window', ran));
    registry.add(find('view', ran));
    expect(ran).toEqual(['window']);
    registry.runSoon('edit.find');
    expect(ran).toEqual(['window', 'view']);
  });
});
