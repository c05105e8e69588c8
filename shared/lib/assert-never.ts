/**
 * Ends an exhaustive `switch`: the compiler rejects the call while a variant is unhandled.
 * Throws if a value outside its type arrives all the same, which is a bug.
 */
export function assertNever(value: never, what = 'variant'): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`);
}
