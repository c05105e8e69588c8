/** The part of the `edtf` package that we use; it ships no types. */
declare module 'edtf' {
  /** Parses EDTF; throws an Error for anything else. */
  export function parse(input: string, constraints?: { readonly level?: number }): { readonly level?: number };
}
