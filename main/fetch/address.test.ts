import { describe, expect, it } from 'vitest';
import { isPrivateIp, isPrivateName, webTarget } from './address.ts';

describe('webTarget', () => {
  it.each([
    ['https://canal.example/7?a=b#note', 'https://canal.example/7?a=b'],
    [' canal.example/7 ', 'https://canal.example/7'],
    ['canal.example:8080/7', 'https://canal.example:8080/7'],
    ['HTTP://user:secret@canal.example', 'http://canal.example/'],
    ['https://münze.example/', 'https://xn--mnze-0ra.example/'],
  ])('%s is %s', (typed, address) => {
    expect(webTarget(typed)?.href).toBe(address);
  });

  it.each([
    '',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://backstory/',
    'ftp://canal.example/',
    'https://',
    'two words',
    'https://canal.example/two words',
    'https://[',
  ])('%j is none', (typed) => {
    expect(webTarget(typed)).toBeNull();
  });
});

describe('private hosts', () => {
  it.each([
    ...['localhost', 'LOCALHOST.', 'a.localhost', 'printer.local', 'nas', 'wiki.corp', 'x.internal', 'box.home.arpa'],
    ...['127.0.0.1', '[::1]', '[::ffff:7f00:1]', '[fd00::1]', '10.0.0.1', '0.0.0.0'],
  ])('%s is one', (name) => {
    expect(isPrivateName(name)).toBe(true);
  });

  it.each(['canal.example', 'localhost.example', '8.8.8.8', '[2001:4860:4860::8888]'])('%s is none', (name) => {
    expect(isPrivateName(name)).toBe(false);
  });

  it.each([
    ...[
      '127.9.9.9',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.1.2.3',
    ],
    ...[
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:10.0.0.1',
      '::ffff:c0a8:101',
      '64:ff9b::7f00:1',
      'fe80::1',
      'fc00::',
      'ff02::1',
    ],
  ])('%s is private', (ip) => {
    expect(isPrivateIp(ip)).toBe(true);
  });

  it.each(['172.15.0.1', '172.32.0.1', '192.169.0.1', '100.128.0.1', '9.9.9.9', '2606:4700::1', '::ffff:8.8.8.8'])(
    '%s is not',
    (ip) => {
      expect(isPrivateIp(ip)).toBe(false);
    },
  );

  it.each(['http://2130706433/', 'http://0x7f.1/', 'http://127.1/', 'http://017700000001/'])(
    '%s does not hide what it is',
    (typed) => {
      const target = webTarget(typed);
      expect(target !== null && isPrivateName(target.hostname)).toBe(true);
    },
  );
});
