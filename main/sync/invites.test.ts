import { describe, expect, it } from 'vitest';
import { createInvites, takeLinks } from './invites.ts';

describe('links that the app is opened with', () => {
  it('are handed over once, and only such as may be invitations', () => {
    let arrived = 0;
    const invites = createInvites(() => (arrived += 1));
    const link = 'backstory://join#AbC';
    invites.add([
      link,
      ` ${link}\n`,
      'backstory://join/#AbC',
      'backstory://settings#x',
      'https://example.org',
      `${link}${'x'.repeat(3000)}`,
    ]);
    invites.add(['nothing']);
    expect(arrived).toBe(1);
    expect(invites.take()).toEqual([link]);
    expect(invites.take()).toEqual([]);
  });

  it('do not stay on the command line', () => {
    const argv = ['backstory', '--flag', 'backstory://join#AbC', 'a file.html', 'backstory:other'];
    expect(takeLinks(argv)).toEqual(['backstory://join#AbC', 'backstory:other']);
    expect(argv).toEqual(['backstory', '--flag', 'a file.html']);
  });
});
