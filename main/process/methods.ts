import * as v from 'valibot';

/** What a process may be asked: schemas of what goes in and comes out, by name. */
export type MethodTable = Readonly<
  Record<string, { readonly args: v.GenericSchema; readonly result: v.GenericSchema }>
>;

/** Arguments as they arrive after checking. */
export type CheckedArgs<T extends MethodTable, M extends keyof T> = v.InferOutput<T[M]['args']>;
export type ResultIn<T extends MethodTable, M extends keyof T> = v.InferOutput<T[M]['result']>;

/** What does the work of the methods that are served. */
export type Served<T extends MethodTable> = {
  readonly [M in keyof T]?: (args: CheckedArgs<T, M>) => Promise<ResultIn<T, M>>;
};

export function isIn<T extends MethodTable>(methods: T, name: string): name is keyof T & string {
  return Object.hasOwn(methods, name);
}

/** Calls a service with arguments that came from outside. Rejects where it is none, or they are not what it takes. */
export async function callServed<T extends MethodTable, M extends keyof T & string>(
  methods: T,
  services: Served<T>,
  method: M,
  raw: unknown,
): Promise<ResultIn<T, M>> {
  const service = services[method];
  if (service === undefined) throw new Error(`${method} is not served here`);
  return service(checkedArgs(methods, method, raw));
}

/** The answer of a method, checked by its schema. Throws where it is none. */
export function checkedResult<T extends MethodTable, M extends keyof T & string>(
  methods: T,
  method: M,
  raw: unknown,
): ResultIn<T, M> {
  const schema = methods[method]?.result;
  const parsed = schema === undefined ? null : v.safeParse(schema, raw);
  // The schema of exactly this method has just accepted the value.
  if (parsed?.success === true) return parsed.output;
  throw new Error(`${method} was answered with ${issuesOf(parsed)}`);
}

function checkedArgs<T extends MethodTable, M extends keyof T & string>(
  methods: T,
  method: M,
  raw: unknown,
): CheckedArgs<T, M> {
  const schema = methods[method]?.args;
  const parsed = schema === undefined ? null : v.safeParse(schema, raw);
  // The schema of exactly this method has just accepted the value.
  if (parsed?.success === true) return parsed.output;
  throw new Error(`${method} was called with ${issuesOf(parsed)}`);
}

function issuesOf(parsed: v.SafeParseResult<v.GenericSchema> | null): string {
  return parsed === null || parsed.success ? 'what nobody asked for' : v.summarize(parsed.issues);
}

/** What is told of an error: it goes into a log, never to a person. */
export function bugOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
