/** Octets of one line, without its end (RFC 5545, 3.1). */
const longestLine = 75;

/** A content line, folded; `value` stands as it is given. */
export function contentLine(name: string, value: string): string {
  const folded: string[] = [];
  let [line, octets] = ['', 0];
  for (const sign of `${name}:${value}`) {
    const size = octetsOf(sign);
    if (octets + size > longestLine) {
      folded.push(line);
      // The space that a continued line begins with counts.
      [line, octets] = [' ', 1];
    }
    line += sign;
    octets += size;
  }
  return [...folded, line].map((one) => `${one}\r\n`).join('');
}

/** Octets of one code point in UTF-8. */
function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

/** A value of type TEXT (RFC 5545, 3.3.11): escaped, and without the control characters it cannot hold. */
export function textValue(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // The grammar allows no control character but the tab.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}
