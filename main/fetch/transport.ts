/** What a server answered to one request: another address, or a page that now comes piece by piece. */
export type Answer =
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | {
      readonly kind: 'page';
      readonly status: number;
      /** The header as it came; '' where there was none. */
      readonly mediaType: string;
      /** Bytes to come, where the server said so. */
      readonly length: number | null;
      readonly pieces: AsyncIterable<Uint8Array>;
    };

/**
 * Asks for one address with GET, without cookies, credentials or a cache, and follows nothing. Rejects with what the network says; aborting
 * ends it at once.
 */
export type Ask = (address: string, signal: AbortSignal) => Promise<Answer>;

/** The IP addresses of a host; empty where they cannot be told here. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** How pages are reached. */
export interface Transport {
  readonly ask: Ask;
  readonly resolve: Resolve;
}
