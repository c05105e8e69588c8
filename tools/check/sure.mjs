/** `npm run sure`: the quick checks. */
import { quick } from './checks.mjs';
import { report } from './report.mjs';

await report(quick);
