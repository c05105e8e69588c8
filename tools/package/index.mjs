/** `npm run package`: installers for this system; `-- --dir`: the unpacked app, which needs no network. */
import { packageInstallers } from './package.mjs';

process.exitCode = await packageInstallers(process.argv.slice(2));
