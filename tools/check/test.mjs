/** `npm test`: sees to its own set-up, then runs every check. */
import { ensureTestPackages } from '../setup/system.mjs';
import { all } from './checks.mjs';
import { report } from './report.mjs';

ensureTestPackages();
await report(all);
