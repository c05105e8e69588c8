import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cloudServiceOf } from './cloud-folder.ts';

it.each([
  ['/home/ada/Dropbox/Backstory', 'Dropbox'],
  ['/home/ada/Dropbox (Personal)/Notes/Backstory', 'Dropbox'],
  ['/Users/ada/OneDrive - The Paper/Documents/Backstory', 'OneDrive'],
  ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive', 'Google Drive'],
  ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/Backstory', 'iCloud Drive'],
  ['/home/ada/Nextcloud/Backstory', 'Nextcloud'],
  ['/home/ada/pCloudDrive/Backstory', 'pCloud'],
  ['/home/ada/Box Sync/Backstory', 'Box'],
  ['/home/ada/Documents/Backstory', null],
  ['/home/ada/Dropbox-free/Backstory', null],
  ['/home/ada/Boxes/Backstory', null],
])('knows %s by its name: %s', (folder, service) => {
  expect(cloudServiceOf(folder)).toBe(service);
});

it('knows a folder by what the service leaves at its top', () => {
  const top = mkdtempSync(join(tmpdir(), 'backstory-cloud-'));
  const library = join(top, 'Documents', 'Backstory');
  mkdirSync(library, { recursive: true });
  expect(cloudServiceOf(library)).toBeNull();
  mkdirSync(join(top, '.stfolder'));
  expect(cloudServiceOf(library)).toBe('Syncthing');
  rmSync(join(top, '.stfolder'), { recursive: true });
  writeFileSync(join(top, '.sync_0a1b2c.db'), '');
  expect(cloudServiceOf(library)).toBe('Nextcloud');
  rmSync(top, { recursive: true });
});
