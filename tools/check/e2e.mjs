/** `npm run e2e`: the journeys alone. */
import { runJourneys } from './journeys.mjs';

process.exitCode = await runJourneys(process.argv.slice(2));
