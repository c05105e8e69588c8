import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A path inside the checkout. @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Where downloads that outlive a checkout are kept: the user's own cache folder. */
export function cacheFolder() {
  const { env, platform } = process;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'backstory');
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'backstory', 'cache');
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'backstory');
}

/** The Node of package.json's devDependencies, which everything but the bootstrap runs on. */
export const pinnedNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
