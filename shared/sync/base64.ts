import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer';

/** Bytes as base64url without padding (RFC 4648, 5). */
export function toBase64(bytes: Uint8Array): string {
  return toBase64UrlEncoded(bytes);
}

/** The bytes of base64url without padding; null where it is none, or not written in the one way it has. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(fromBase64UrlEncoded(text));
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

/** Bytes in hexadecimal: how ids stand in maps and logs. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
