import { describe, expect, it } from 'vitest';
import { createDisposer } from './disposer.ts';

describe('createDisposer', () => {
  it('runs everything once, last first', () => {
    const order: number[] = [];
    const disposer = createDisposer();
    disposer.add(() => order.push(1));
    disposer.add(() => order.push(2));
    disposer.dispose();
    disposer.dispose();
    expect(order).toEqual([2, 1]);
  });

  it('runs at once what is added too late', () => {
    const disposer = createDisposer();
    disposer.dispose();
    let ran = false;
    disposer.add(() => {
      ran = true;
    });
    expect(ran).toBe(true);
  });

  it('runs the rest when one throws, and reports it', () => {
    const disposer = createDisposer();
    let ran = false;
    disposer.add(() => {
      ran = true;
    });
    disposer.add(() => {
      throw new Error('first');
    });
    expect(() => disposer.dispose()).toThrow(AggregateError);
    expect(ran).toBe(true);
  });
});
