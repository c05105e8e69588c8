import * as v from 'valibot';
import { eventNames } from '../../shared/bridge/index.ts';

/** What the main process and a process of its own tell each other. Both check what they get: each may be older than it thinks. */

const number = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * A key (null where there is none), before all calls and whenever it changes; a call of a method; the answer to what the process asked, `bug` where
 * it threw; or the wish that it stores everything and ends.
 */
export const requestSchema = v.union([
  v.object({ key: v.nullable(v.instance(Uint8Array)) }),
  v.object({ id: number, method: v.string(), args: v.optional(v.unknown()) }),
  v.object({ answer: number, result: v.unknown() }),
  v.object({ answer: number, bug: v.string() }),
  v.object({ end: v.literal(true) }),
]);
export type Request = v.InferOutput<typeof requestSchema>;

/** The answer to a call, `bug` where it threw; something that the process asks the main one; or something that the page is to be told. */
export const replySchema = v.union([
  v.object({ id: number, result: v.unknown() }),
  v.object({ id: number, bug: v.string() }),
  v.object({ ask: number, method: v.string(), args: v.optional(v.unknown()) }),
  v.object({ event: v.picklist(eventNames), value: v.optional(v.unknown()) }),
]);
export type Reply = v.InferOutput<typeof replySchema>;
