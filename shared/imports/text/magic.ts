interface Magic {
  readonly bytes: readonly number[];
  readonly at?: number;
  /** As in "This is …". */
  readonly what: string;
}

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

/** Beginnings by which common files are known that are not text. */
const magics: readonly Magic[] = [
  { bytes: ascii('%PDF-'), what: 'a PDF' },
  { bytes: [0x89, ...ascii('PNG')], what: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: ascii('GIF8'), what: 'a GIF picture' },
  { bytes: ascii('WEBP'), at: 8, what: 'a WebP picture' },
  { bytes: ascii('ftyp'), at: 4, what: 'a video or picture' },
  { bytes: ascii('II*\u0000'), what: 'a TIFF picture' },
  { bytes: ascii('MM\u0000*'), what: 'a TIFF picture' },
  { bytes: ascii('ID3'), what: 'a sound recording' },
  { bytes: ascii('OggS'), what: 'a sound recording' },
  { bytes: ascii('RIFF'), what: 'a sound recording or video' },
  { bytes: ascii('PK\u0003\u0004'), what: 'a ZIP file, or an office document, which is one inside' },
  { bytes: ascii('PK\u0005\u0006'), what: 'an empty ZIP file' },
  { bytes: [0x1f, 0x8b], what: 'a gzip file' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7z file' },
  { bytes: ascii('Rar!'), what: 'a RAR file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old office document' },
  { bytes: ascii('{\\rtf'), what: 'an RTF document' },
  { bytes: ascii('bplist00'), what: 'a Safari web archive' },
  { bytes: ascii('SQLite format 3'), what: 'a database' },
  { bytes: [0x7f, ...ascii('ELF')], what: 'a program' },
  { bytes: ascii('MZ\u0090'), what: 'a program' },
  { bytes: [0x00, ...ascii('asm')], what: 'a program' },
];

/** What a file is, by its first bytes, where that is a known kind that is not text; else null. */
export function knownBinary(bytes: Uint8Array): string | null {
  const found = magics.find(({ bytes: wanted, at = 0 }) => wanted.every((byte, index) => bytes[at + index] === byte));
  return found?.what ?? null;
}
