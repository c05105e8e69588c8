// caught by: tsc TS2584
// The libraries of this room must not bring the DOM along.
import 'valibot';
import 'yjs';
export const title = document.title;
