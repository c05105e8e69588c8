import * as v from 'valibot';
import { eventNames } from '../../shared/bridge/index.ts';
import { processMethodNames } from './process-methods.ts';

/** What the main process and the journal's process tell each other. Both check what they get: each may be older than it thinks. */

const number = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A call of a method, the library's key before all calls (null where there is none), or the wish that the process stores everything and ends. */
export const requestSchema = v.union([
  v.object({ key: v.nullable(v.instance(Uint8Array)) }),
  v.object({ id: number, method: v.picklist(processMethodNames), args: v.optional(v.unknown()) }),
  v.object({ end: v.literal(true) }),
]);
export type Request = v.InferOutput<typeof requestSchema>;

/** The answer to a call, `bug` where it threw, or something that the page is to be told. */
export const replySchema = v.union([
  v.object({ id: number, result: v.unknown() }),
  v.object({ id: number, bug: v.string() }),
  v.object({ event: v.picklist(eventNames), value: v.optional(v.unknown()) }),
]);
export type Reply = v.InferOutput<typeof replySchema>;
