import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** How the folders of services that copy files between computers are called. */
const names: readonly (readonly [string, RegExp])[] = [
  ['Dropbox', /^dropbox(?: \(.*\))?$/i],
  ['OneDrive', /^onedrive(?:\b.*)?$/i],
  ['Google Drive', /^(?:google ?drive|googledrive-.*|my drive)(?: \(.*\))?$/i],
  ['iCloud Drive', /^(?:mobile documents|icloud ?drive|icloud~.*|com~apple~clouddocs)$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud$/i],
  ['pCloud', /^pcloud ?(?:drive|sync)$/i],
  ['Box', /^box(?: sync|-box)?$/i],
  ['Syncthing', /^syncthing$/i],
];

/** What such services leave in the topmost folder that they copy. */
const traces: readonly (readonly [string, RegExp])[] = [
  ['Dropbox', /^\.dropbox(?:\.cache)?$/],
  ['Syncthing', /^\.stfolder$/],
  ['Nextcloud', /^\.(?:sync_[0-9a-f]+\.db|nextcloudsync\.log|owncloudsync\.log)$/],
];

/** The service that copies a folder to other computers, by its name or what it leaves there; null for a folder of this computer alone. */
export function cloudServiceOf(folder: string): string | null {
  for (let path = folder; ; path = dirname(path)) {
    const name = path.slice(dirname(path).length).replace(/^[\\/]+/, '');
    const named = names.find(([, pattern]) => pattern.test(name));
    if (named !== undefined) return named[0];
    if (path === dirname(path)) return isMacDocumentsInCloud(folder) ? 'iCloud Drive' : null;
    // The user's own folder holds what such programs keep for themselves.
    const traced =
      path === homedir() ? undefined : traces.find(([, pattern]) => entries(path).some((one) => pattern.test(one)));
    if (traced !== undefined) return traced[0];
  }
}

/** On a Mac, iCloud may copy Desktop and Documents from where they always were. */
function isMacDocumentsInCloud(folder: string): boolean {
  if (process.platform !== 'darwin') return false;
  const cloud = join(homedir(), 'Library', 'Mobile Documents', 'com~apple~CloudDocs');
  return ['Desktop', 'Documents'].some(
    (name) => `${folder}/`.startsWith(`${join(homedir(), name)}/`) && existsSync(join(cloud, name)),
  );
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
