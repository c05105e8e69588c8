import { build } from './build.mjs';

await build(process.argv.length > 2 ? process.argv.slice(2) : undefined);
