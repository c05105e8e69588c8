// The sections of the story model, one line each. `sections.ts` is the door to them.
export { annotations } from './sections/annotations/index.ts';
export { contexts } from './sections/contexts/index.ts';
export { contradictions } from './sections/contradictions/index.ts';
export { drafts } from './sections/drafts/index.ts';
export { events } from './sections/events/index.ts';
export { evidence } from './sections/evidence/index.ts';
export { indicators } from './sections/indicators/index.ts';
export { organizations } from './sections/organizations/index.ts';
export { passages } from './sections/passages/index.ts';
export { people } from './sections/people/index.ts';
export { scenarios } from './sections/scenarios/index.ts';
export { sources } from './sections/sources/index.ts';
export { unsorted } from './sections/unsorted/index.ts';
export { voices } from './sections/voices/index.ts';
