import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedAddress, typedAddress } from './web-address.ts';

describe('addresses as they are compared', () => {
  it.each([
    ['https://Canal.Example/Statements/7/', 'https://canal.example/Statements/7'],
    ['http://www.canal.example/statements/7#top', 'https://canal.example/statements/7'],
    ['https://canal.example:443/a?utm_source=x&fbclid=y&page=2', 'https://canal.example/a?page=2'],
    ['https://canal.example/a?b=2&a=1', 'https://canal.example/a?a=1&b=2'],
    ['https://reader:secret@canal.example./', 'https://canal.example'],
    ['  https://canal.example/?id=7  ', 'https://canal.example?id=7'],
  ])('%s is %s', (address, normalised) => {
    expect(normalisedAddress(address)).toBe(normalised);
  });

  it.each(['', 'statement no. 7', 'ftp://canal.example/7', 'file:///etc/passwd', 'javascript:alert(1)'])(
    '%j is none',
    (words) => {
      expect(normalisedAddress(words)).toBeNull();
    },
  );

  it('keeps apart what is served differently: port, path in capitals, parameters that mean something', () => {
    const addresses = ['/a', '/A', '/a?id=1', '/a?id=2', ':8080/a'].map((rest) => `https://canal.example${rest}`);
    expect(new Set(addresses.map(normalisedAddress)).size).toBe(addresses.length);
  });

  it('normalises what is normalised to itself', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = normalisedAddress(address);
        expect(once).not.toBeNull();
        expect(normalisedAddress(once ?? '')).toBe(once);
      }),
      // Making up addresses takes its time.
      { numRuns: 40 },
    );
  });
});

describe('addresses as they are typed', () => {
  it('need no scheme', () => {
    expect(typedAddress(' canal.example/7 ')).toBe('https://canal.example/7');
    expect(typedAddress('http://localhost:8080/')).toBe('http://localhost:8080/');
  });

  it.each(['', 'two words', 'file:///etc/passwd', 'javascript:alert(1)', 'https://'])('%j is none', (words) => {
    expect(typedAddress(words)).toBeNull();
  });
});
