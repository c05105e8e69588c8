import type { Dispose } from '../lib/disposer.ts';
import type { EventName, EventOf } from './events.ts';
import type { ArgsOf, MethodName, ResultOf } from './methods.ts';

/** The arguments of a call: none for a method that takes nothing. */
export type CallArgs<M extends MethodName> = undefined extends ArgsOf<M> ? [] : [args: ArgsOf<M>];

type RoomOf<Name extends string> = Name extends `${infer Room}.${string}` ? Room : never;

/** The calls of one room: `settings.get` is `bridge.settings.get()`. */
type Calls<Room extends string> = {
  readonly [M in MethodName as M extends `${Room}.${infer Verb}` ? Verb : never]: (
    ...args: CallArgs<M>
  ) => Promise<ResultOf<M>>;
};

/** Listens to one event; the returned function stops it. */
export type Listen = <E extends EventName>(event: E, listener: (value: EventOf<E>) => void) => Dispose;

/** Passes on a notebook file that was dropped (a DOM `File`) and gives a ticket for it. */
export type Bring = (file: unknown) => Promise<ResultOf<'library.openFile'>>;

/** What the page sees of the main process. */
export type Bridge = { readonly [Room in RoomOf<MethodName>]: Calls<Room> } & {
  readonly on: Listen;
  readonly bring: Bring;
};

/** The bridge as the preload script hands it over: calls by name, values not looked at yet. */
export interface RawBridge {
  readonly call: Readonly<Record<MethodName, (args: unknown) => Promise<unknown>>>;
  readonly on: (event: EventName, listener: (value: unknown) => void) => Dispose;
  readonly bring: (file: unknown) => Promise<unknown>;
}
