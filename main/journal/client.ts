import { app, utilityProcess, type UtilityProcess } from 'electron';
import * as v from 'valibot';
import { events, type EventName, type EventOf } from '../../shared/bridge/index.ts';
import { err } from '../../shared/lib/result.ts';
import { unavailable } from './engine/problems.ts';
import { processMethods as methods, type ProcessMethod, type ProcessMethods } from './process-methods.ts';
import { replySchema, type Request } from './protocol.ts';

/** How its process is called in the system's lists and in `app.getAppMetrics()`. */
const serviceName = 'Backstory journal';

/** Milliseconds that the process has to store what is left when the app ends. */
const patience = 5000;

type CheckedArgs<M extends ProcessMethod> = v.InferOutput<ProcessMethods[M]['args']>;
type ResultOf<M extends ProcessMethod> = v.InferOutput<ProcessMethods[M]['result']>;

/** The journal's process, as the main process sees it. */
export interface JournalClient {
  /** Asks it. Answers `unavailable` where it ends meanwhile; the next call finds a new one. */
  readonly call: <M extends ProcessMethod>(method: M, args: CheckedArgs<M>) => Promise<ResultOf<M>>;
  /** Starts it if it is not running, so that the first call need not wait. */
  readonly start: () => void;
  /** Lets it store everything and end; a later call starts it anew. */
  readonly stop: () => Promise<void>;
  /** Lets it store everything and end, does something with its files, and only then goes on with what was asked meanwhile. */
  readonly apart: <T>(work: () => Promise<T>) => Promise<T>;
}

interface Pending {
  readonly of: UtilityProcess;
  readonly method: ProcessMethod;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * @param script the process's bundle
 * @param library gives its folder and, where it is encrypted and unlocked, its key, whenever the process starts
 * @param tell passes on what the process tells the page
 */
export function createJournalClient(
  script: string,
  library: { readonly folder: () => string; readonly key: () => Uint8Array<ArrayBuffer> | null },
  tell: <E extends EventName>(event: E, value: EventOf<E>) => void,
): JournalClient {
  const pending = new Map<number, Pending>();
  let child: UtilityProcess | null = null;
  let last = 0;
  /** What calls wait for while something is done with the files. */
  let apart: Promise<unknown> | null = null;

  const running = (): UtilityProcess => {
    if (child !== null) return child;
    const started = utilityProcess.fork(script, [library.folder(), app.getPath('userData')], { serviceName });
    child = started;
    // Never as an argument: those can be seen by others.
    const first: Request = { key: library.key() };
    started.postMessage(first);
    started.on('message', heard);
    started.once('exit', () => {
      if (child === started) child = null;
      for (const [id, { of, resolve }] of pending) {
        if (of !== started) continue;
        pending.delete(id);
        resolve(err(unavailable));
      }
    });
    return started;
  };

  const heard = (message: unknown) => {
    const reply = v.parse(replySchema, message);
    if ('event' in reply) {
      pass(reply.event, reply.value);
      return;
    }
    const call = pending.get(reply.id);
    pending.delete(reply.id);
    if (call === undefined) return;
    if ('bug' in reply) {
      call.reject(new Error(`${call.method}: ${reply.bug}`));
      return;
    }
    const parsed = v.safeParse(methods[call.method].result, reply.result);
    if (parsed.success) call.resolve(parsed.output);
    else call.reject(new Error(`${call.method} was answered with ${v.summarize(parsed.issues)}`));
  };

  const pass = <E extends EventName>(event: E, value: unknown) => {
    const parsed = v.safeParse(events[event], value);
    // The schema of exactly this event has just accepted the value.
    if (parsed.success) tell(event, parsed.output as EventOf<E>);
  };

  const send = <M extends ProcessMethod>(method: M, args: CheckedArgs<M>): Promise<ResultOf<M>> =>
    new Promise((resolve, reject) => {
      const to = running();
      const id = (last += 1);
      // `heard` has checked the value by the schema of exactly this method.
      pending.set(id, { of: to, method, resolve: resolve as (result: unknown) => void, reject });
      const request: Request = { id, method, args };
      to.postMessage(request);
    });

  const stop = (): Promise<void> => {
    const ending = child;
    if (ending === null) return Promise.resolve();
    child = null;
    return new Promise((resolve) => {
      const hopeless = setTimeout(() => ending.kill(), patience);
      ending.once('exit', () => {
        clearTimeout(hopeless);
        resolve();
      });
      const request: Request = { end: true };
      ending.postMessage(request);
    });
  };

  return {
    call: (method, args) => (apart === null ? send(method, args) : apart.then(() => send(method, args))),
    start() {
      if (apart === null) running();
    },
    stop,
    async apart(work) {
      while (apart !== null) await apart;
      const doing = stop().then(work);
      apart = doing.catch(() => undefined);
      try {
        return await doing;
      } finally {
        apart = null;
      }
    },
  };
}
