/** `npm run --silent backstory -- …`: the command line, built if need be. Nothing but its own output goes to stdout. */
import { pathToFileURL } from 'node:url';
import { build } from './build/build.mjs';
import { inRoot } from './setup/paths.mjs';

await build(['cli', 'main', 'print']);
await import(pathToFileURL(inRoot('dist', 'cli', 'index.mjs')).href);
