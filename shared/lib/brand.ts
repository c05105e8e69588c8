declare const brand: unique symbol;

/** A primitive that stands for one thing only: `Brand<string, 'NotebookId'>` cannot be passed where another id is wanted. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
