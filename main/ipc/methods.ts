import { ipcMain, type BrowserWindow } from 'electron';
import * as v from 'valibot';
import { methodNames, methods, type MethodName, type ResultOf } from '../../shared/bridge/index.ts';
import { mainFrameOf } from './sender.ts';

/** A method's arguments as they arrive after checking. */
type CheckedArgs<M extends MethodName> = v.InferOutput<(typeof methods)[M]['args']>;

/** What does the work: one service per method. It gets the window that asked. */
export type Services = {
  readonly [M in MethodName]: (args: CheckedArgs<M>, window: BrowserWindow) => ResultOf<M> | Promise<ResultOf<M>>;
};

/** Opens one door per method. A stranger or malformed arguments are a bug or an attack: the call is refused by throwing. */
export function serveMethods(services: Services): void {
  for (const name of methodNames) serve(name, services);
}

function serve<M extends MethodName>(name: M, services: Services): void {
  ipcMain.handle(name, async (event, raw: unknown) => {
    const window = mainFrameOf(event);
    if (window === null) throw new Error(`${name} was called from a frame that may not call it`);
    const parsed = v.safeParse(methods[name].args, raw);
    if (!parsed.success) throw new Error(`${name} was called with ${v.summarize(parsed.issues)}`);
    // The schema of exactly this method has just accepted the value.
    return services[name](parsed.output, window);
  });
}
