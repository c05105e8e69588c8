import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RelayWorld } from './testing/world.ts';

// Node itself makes keys, but no certificates.
const hasOpenssl = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'openssl')));
if (!hasOpenssl) console.warn('Skipped: a relay with a certificate (openssl is missing)');

describe.skipIf(!hasOpenssl)('a relay with a certificate of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relay-tls-'));
  const tls = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  const trusted = getCACertificates();
  let world: RelayWorld;
  beforeAll(async () => {
    const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const name = ['-subj', '/CN=relay', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', [...asked, ...name, '-out', tls.certificate, '-keyout', tls.key], { stdio: 'ignore' });
    world = await RelayWorld.start({ tls });
  });
  afterAll(async () => {
    setDefaultCACertificates(trusted);
    await world.end();
    rmSync(folder, { recursive: true });
  });

  it('answers https and wss to who trusts it, and nobody without TLS', async () => {
    expect(world.relay.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    await expect(world.health()).rejects.toThrow();
    setDefaultCACertificates([...trusted, readFileSync(tls.certificate, 'utf8')]);
    expect(await world.health()).toEqual([200, { status: 'ok', protocol: 1 }]);
    await expect(fetch(world.relay.url.replace('https', 'http'))).rejects.toThrow();

    // Tokens name the relay by its address with https; the socket is wss.
    const acl = await world.team();
    const [mara, ilir] = [world.connect(acl, 'Mara'), world.connect(acl, 'Ilir')];
    mara.text.insert(0, 'over TLS');
    await expect.poll(() => ilir.text.toJSON()).toBe('over TLS');
    await expect.poll(() => mara.isDurable()).toBe(true);
  });
});
