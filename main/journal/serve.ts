import * as v from 'valibot';
import type { EventName, EventOf } from '../../shared/bridge/index.ts';
import { processMethods as methods, type ProcessMethod, type ProcessMethods } from './process-methods.ts';
import { requestSchema, type Reply } from './protocol.ts';

/** The end of a line to the main process. */
export interface Port {
  readonly post: (reply: Reply) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
}

type CheckedArgs<M extends ProcessMethod> = v.InferOutput<ProcessMethods[M]['args']>;
type ResultOf<M extends ProcessMethod> = v.InferOutput<ProcessMethods[M]['result']>;

/** What does the work of the methods that this process serves. */
export type Served = { readonly [M in ProcessMethod]?: (args: CheckedArgs<M>) => Promise<ResultOf<M>> };

/** Tells the page something. */
export type Tell = <E extends EventName>(event: E, value: EventOf<E>) => void;

/** Resolves with the key that comes before all calls. */
export function keyFrom(port: Port): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    port.listen((message) => {
      const parsed = v.safeParse(requestSchema, message);
      if (parsed.success && 'key' in parsed.output) resolve(parsed.output.key);
    });
  });
}

/** The way to `Tell` over a port. */
export function teller(port: Port): Tell {
  return (event, value) => {
    port.post({ event, value });
  };
}

/**
 * Answers calls as they come.
 * @param services resolves when the work can begin; calls wait for it
 * @param end stores what is left; the process may end when it returns
 */
export function serve(port: Port, services: Promise<Served>, end: () => void): void {
  port.listen((message) => {
    const parsed = v.safeParse(requestSchema, message);
    if (!parsed.success || 'key' in parsed.output) return;
    if ('end' in parsed.output) {
      end();
      return;
    }
    const { id, method, args } = parsed.output;
    services
      .then((served) => call(served, method, args))
      .then(
        (result) => {
          port.post({ id, result });
        },
        (error: unknown) => {
          port.post({ id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
        },
      );
  });
}

async function call<M extends ProcessMethod>(services: Served, method: M, raw: unknown): Promise<ResultOf<M>> {
  const service = services[method];
  const parsed = v.safeParse(methods[method].args, raw);
  if (service === undefined) throw new Error(`${method} is not served here`);
  if (!parsed.success) throw new Error(`${method} was called with ${v.summarize(parsed.issues)}`);
  // The schema of exactly this method has just accepted the value.
  return service(parsed.output);
}
