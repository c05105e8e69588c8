/**
 * Readability and the small DOM that it brings for places without one, the parts that we use. The former's own types are about a
 * browser's document, the latter has none.
 */
declare module '@mozilla/readability/JSDOMParser.js' {
  class JSDOMParser {
    /** Reads well-formed markup only. */
    parse(markup: string): object;
  }
  export = JSDOMParser;
}

declare module '@mozilla/readability/Readability.js' {
  interface Options {
    readonly maxElemsToParse: number;
    readonly charThreshold: number;
    readonly disableJSONLD: boolean;
  }
  class Readability {
    constructor(document: object, options: Options);
    /** Changes the document. `content` is markup. Throws at more than `maxElemsToParse`. */
    parse(): { readonly content: string } | null;
  }
  export = Readability;
}
