import { describe, expect, it } from 'vitest';
import { externalTarget } from './external-target.ts';

describe('externalTarget', () => {
  it('shows the host of a web address and the receiver of a mail', () => {
    expect(externalTarget('https://example.org:8443/a?b#c')).toEqual({
      url: 'https://example.org:8443/a?b#c',
      shown: 'example.org:8443',
    });
    expect(externalTarget('mailto:mara@example.org')?.shown).toBe('mara@example.org');
  });

  it('never passes on a name that makes a strange host look familiar', () => {
    expect(externalTarget('https://bank.example@evil.example/')).toEqual({
      url: 'https://evil.example/',
      shown: 'evil.example',
    });
  });

  it('shows a host in look-alike letters as it is looked up', () => {
    expect(externalTarget('https://аpple.com/')?.shown).toBe('xn--pple-43d.com');
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'app://backstory/',
    'vscode://x',
    '',
    'no address',
    'https://',
    'mailto:',
    'mailto:%E0%A4%A',
  ])('refuses %s', (address) => {
    expect(externalTarget(address)).toBeNull();
  });
});
