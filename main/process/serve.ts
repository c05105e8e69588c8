import * as v from 'valibot';
import type { EventName, EventOf } from '../../shared/bridge/index.ts';
import {
  bugOf,
  callServed,
  checkedResult,
  isIn,
  type CheckedArgs,
  type MethodTable,
  type ResultIn,
  type Served,
} from './methods.ts';
import { requestSchema, type Reply, type Request } from './protocol.ts';

/** The end of a line to the main process. */
export interface Port {
  readonly post: (reply: Reply) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
}

/** Tells the page something. */
export type Tell = <E extends EventName>(event: E, value: EventOf<E>) => void;

/** Asks the main process. Rejects where that is a bug. */
export type Ask<T extends MethodTable> = <M extends keyof T & string>(
  method: M,
  args: CheckedArgs<T, M>,
) => Promise<ResultIn<T, M>>;

/** The line of the process that this is. */
export function parentPort(): Port {
  const parent = process.parentPort;
  return {
    post(reply) {
      parent.postMessage(reply);
    },
    listen(listener) {
      parent.on('message', ({ data }: { data: unknown }) => {
        listener(data);
      });
    },
  };
}

/** Hears of every key that comes. */
export function onKey(port: Port, listener: (key: Uint8Array | null) => void): void {
  listenFor(port, (request) => {
    if ('key' in request) listener(request.key);
  });
}

/** Resolves with the key that comes before all calls. */
export function keyFrom(port: Port): Promise<Uint8Array | null> {
  return new Promise((resolve) => onKey(port, resolve));
}

/** The way to `Tell` over a port. */
export function teller(port: Port): Tell {
  return (event, value) => {
    port.post({ event, value });
  };
}

/** The way to `Ask` over a port. */
export function asker<T extends MethodTable>(port: Port, methods: T): Ask<T> {
  const pending = new Map<
    number,
    { readonly resolve: (result: unknown) => void; readonly reject: (e: Error) => void }
  >();
  let last = 0;
  listenFor(port, (request) => {
    if (!('answer' in request)) return;
    const asked = pending.get(request.answer);
    pending.delete(request.answer);
    if ('bug' in request) asked?.reject(new Error(request.bug));
    else asked?.resolve(request.result);
  });
  return async (method, args) => {
    const ask = (last += 1);
    const result = await new Promise<unknown>((resolve, reject) => {
      pending.set(ask, { resolve, reject });
      port.post({ ask, method, args });
    });
    return checkedResult(methods, method, result);
  };
}

/**
 * Answers calls as they come.
 * @param services resolves when the work can begin; calls wait for it
 * @param end stores what is left; the process may end when it returns
 */
export function serve<T extends MethodTable>(
  port: Port,
  methods: T,
  services: Promise<Served<T>>,
  end: () => void,
): void {
  listenFor(port, (request) => {
    if ('end' in request) end();
    if (!('method' in request) || !isIn(methods, request.method)) return;
    const { id, method, args } = request;
    services
      .then((served) => callServed(methods, served, method, args))
      .then(
        (result) => {
          port.post({ id, result });
        },
        (error: unknown) => {
          port.post({ id, bug: bugOf(error) });
        },
      );
  });
}

function listenFor(port: Port, listener: (request: Request) => void): void {
  port.listen((message) => {
    const parsed = v.safeParse(requestSchema, message);
    if (parsed.success) listener(parsed.output);
  });
}
