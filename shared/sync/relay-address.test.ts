import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOrigin, isRelayAddress, relayAddress } from './relay-address.ts';

it('[SY17] is what people type, as an address and nothing more', () => {
  const read: Readonly<Record<string, string>> = {
    'relay.example.org': 'https://relay.example.org',
    ' https://Relay.Example.org/ ': 'https://relay.example.org',
    'https://relay.example.org:443': 'https://relay.example.org',
    'relay.example.org:8443': 'https://relay.example.org:8443',
    'localhost:4747': 'http://localhost:4747',
    '127.0.0.1:4747': 'http://127.0.0.1:4747',
    'http://[::1]:80': 'http://[::1]',
    'https://localhost': 'https://localhost',
  };
  for (const [typed, address] of Object.entries(read)) expect(relayAddress(typed), typed).toBe(address);
  for (const bad of [
    '',
    'http://relay.example.org',
    'ftp://relay.example.org',
    'https://relay.example.org/path',
    'https://mara@relay.example.org',
    'https://relay.example.org?x',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
    'javascript:alert(1)',
    'two words',
  ])
    expect(relayAddress(bad), bad).toBeNull();
});

it('[SY17] is read the same again, and by TLS except on this computer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
      const address = relayAddress(typed);
      if (address === null) return;
      expect(relayAddress(address)).toBe(address);
      expect(isRelayAddress(address) && isOrigin(address)).toBe(true);
    }),
  );
});
