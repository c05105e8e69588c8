/** One byte, one letter: what headers and markers are looked for in. At most `length` bytes from `start`. */
export function asciiOf(bytes: Uint8Array, start: number, length: number): string {
  let text = '';
  for (const byte of bytes.subarray(start, start + length)) text += String.fromCharCode(byte);
  return text;
}
