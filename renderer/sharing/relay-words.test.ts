import fc from 'fast-check';
import { expect, it } from 'vitest';
import { relayAddress } from '../../shared/sync/relay-address.ts';
import { relayProblem } from './relay-words.ts';

it.each([
  ['', /Write the address/],
  ['http://relay.example.org', /Without https/],
  ['http://localhost.example.org', /Without https/],
  ['ftp://relay.example.org', /begins with https/],
  ['https://mara:secret@relay.example.org', /nothing but its name: https:\/\/relay\.example\.org$/],
  ['https://relay.example.org/path', /nothing but its name: https:\/\/relay\.example\.org$/],
  ['localhost:4747/path', /nothing but its name/],
  ['https://', /not an address/],
  ['two words', /not an address/],
])('says of “%s” what is wrong with it', (typed, why) => {
  expect(relayProblem(typed)).toMatch(why);
});

it('has something to say of exactly what is not an address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
      expect(relayProblem(typed) === null).toBe(relayAddress(typed) !== null);
    }),
  );
});
