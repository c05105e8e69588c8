import { utilityProcess, type UtilityProcess } from 'electron';
import * as v from 'valibot';
import { events, type EventName, type EventOf } from '../../shared/bridge/index.ts';
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
import { replySchema, type Request } from './protocol.ts';

/** Milliseconds that a process has to store what is left when the app ends. */
const patience = 5000;

/** A process of the app's own, as the main process sees it. */
export interface ProcessClient<T extends MethodTable> {
  /** Asks it. Answers as `lost` says where it ends meanwhile; the next call finds a new one. */
  readonly call: <M extends keyof T & string>(method: M, args: CheckedArgs<T, M>) => Promise<ResultIn<T, M>>;
  /** Starts it if it is not running, so that the first call need not wait. */
  readonly start: () => void;
  readonly isRunning: () => boolean;
  /** Hands it its key again, where it runs. */
  readonly rekey: () => void;
  /** Lets it store everything and end; a later call starts it anew. */
  readonly stop: () => Promise<void>;
}

/** What a process is started with. */
export interface ProcessParts<T extends MethodTable, A extends MethodTable> {
  /** Its bundle. */
  readonly script: string;
  /** How it is called in the system's lists and in `app.getAppMetrics()`. */
  readonly serviceName: string;
  readonly args: () => readonly string[];
  /** Gives the key that it begins with. Never as an argument: those can be seen by others. */
  readonly key: () => Uint8Array<ArrayBuffer> | null;
  readonly methods: T;
  /** The answer to a call where the process ended meanwhile; a promise that rejects where there is none. */
  readonly lost: (method: keyof T & string) => unknown;
  /** Passes on what it tells the page. */
  readonly tell: <E extends EventName>(event: E, value: EventOf<E>) => void;
  /** What it may ask, and who answers. */
  readonly asks: { readonly methods: A; readonly services: Served<A> };
  /** It ended, and nobody had asked it to. */
  readonly onLost?: () => void;
}

interface Pending {
  readonly of: UtilityProcess;
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The way to a process of the app's own, which is started when it is first needed. */
export function createProcessClient<T extends MethodTable, A extends MethodTable>({
  methods,
  asks,
  ...parts
}: ProcessParts<T, A>): ProcessClient<T> {
  const pending = new Map<number, Pending>();
  let child: UtilityProcess | null = null;
  let last = 0;
  /** Fulfilled once the last one that was asked to end has. */
  let ended: Promise<void> = Promise.resolve();

  const running = (): UtilityProcess => {
    if (child !== null) return child;
    const started = utilityProcess.fork(parts.script, [...parts.args()], { serviceName: parts.serviceName });
    child = started;
    post(started, { key: parts.key() });
    started.on('message', (message: unknown) => heard(started, message));
    started.once('exit', () => {
      const isUnexpected = child === started;
      if (isUnexpected) child = null;
      for (const [id, { of, method, resolve }] of pending) {
        if (of !== started) continue;
        pending.delete(id);
        resolve(parts.lost(method));
      }
      if (isUnexpected) parts.onLost?.();
    });
    return started;
  };

  const post = (to: UtilityProcess, request: Request): void => to.postMessage(request);

  const heard = (from: UtilityProcess, message: unknown) => {
    const reply = v.parse(replySchema, message);
    if ('event' in reply) pass(reply.event, reply.value);
    else if ('ask' in reply) void answer(from, reply.ask, reply.method, reply.args);
    else settle(reply);
  };

  const settle = (reply: { id: number; result: unknown } | { id: number; bug: string }) => {
    const call = pending.get(reply.id);
    pending.delete(reply.id);
    if (call === undefined) return;
    if ('bug' in reply) {
      call.reject(new Error(`${call.method}: ${reply.bug}`));
      return;
    }
    try {
      call.resolve(checkedResult(methods, call.method, reply.result));
    } catch (error) {
      call.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const pass = <E extends EventName>(event: E, value: unknown) => {
    const parsed = v.safeParse(events[event], value);
    // The schema of exactly this event has just accepted the value.
    if (parsed.success) parts.tell(event, parsed.output);
  };

  const answer = async (from: UtilityProcess, ask: number, method: string, args: unknown): Promise<void> => {
    try {
      if (!isIn(asks.methods, method)) throw new Error('This may not be asked');
      post(from, { answer: ask, result: await callServed(asks.methods, asks.services, method, args) });
    } catch (error) {
      post(from, { answer: ask, bug: bugOf(error) });
    }
  };

  return {
    call: (method, args) =>
      new Promise((resolve, reject) => {
        const to = running();
        const id = (last += 1);
        // `settle` has checked the value by the schema of exactly this method.
        pending.set(id, { of: to, method, resolve: resolve, reject });
        post(to, { id, method, args });
      }),
    start: () => void running(),
    isRunning: () => child !== null,
    rekey() {
      if (child !== null) post(child, { key: parts.key() });
    },
    stop() {
      const ending = child;
      if (ending === null) return ended;
      child = null;
      ended = new Promise((resolve) => {
        const hopeless = setTimeout(() => ending.kill(), patience);
        ending.once('exit', () => {
          clearTimeout(hopeless);
          resolve();
        });
        post(ending, { end: true });
      });
      return ended;
    },
  };
}
