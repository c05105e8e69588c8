// caught by: tsc TS2591
import 'valibot';
import 'yjs';
export const folder = process.cwd();
