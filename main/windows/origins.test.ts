import { describe, expect, it } from 'vitest';
import { isAppAddress } from './origins.ts';

describe('isAppAddress', () => {
  it('knows our own page', () => {
    expect(isAppAddress('app://backstory/')).toBe(true);
    expect(isAppAddress('app://backstory/index.html?x#y')).toBe(true);
  });

  it.each([
    'app://backstory.evil/',
    'app://evil@backstory.evil/',
    'app://evil/',
    'brief://preview/1',
    'https://backstory/',
    'about:blank',
    'app:',
    '',
  ])('takes %s for a stranger', (address) => {
    expect(isAppAddress(address)).toBe(false);
  });
});
