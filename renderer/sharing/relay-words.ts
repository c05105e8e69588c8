import { relayAddress } from '../../shared/sync/relay-address.ts';

/** Why what was typed is not the address of a relay, and what one looks like; null where it is one. */
export function relayProblem(typed: string): string | null {
  const text = typed.trim();
  if (relayAddress(text) !== null) return null;
  if (text === '') return 'Write the address of a relay.';
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return 'This is not an address. One looks like https://relay.example.org';
  const { protocol, origin } = new URL(address);
  if (protocol === 'http:' && relayAddress(origin) === null)
    return 'Without https only a relay on this computer can be used: others on the way could see who talks to it.';
  if (protocol !== 'https:' && protocol !== 'http:') return 'A relay’s address begins with https://';
  return `A relay’s address is nothing but its name: ${origin}`;
}
