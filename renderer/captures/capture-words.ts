/** What kind of file a capture is, in words, by its media type. */
const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'text/html': 'Web page',
  'multipart/related': 'Saved web page',
  'text/markdown': 'Markdown',
  'text/plain': 'Text',
};

/** "PDF", "Web page"; of a media type that this version does not know, the type itself. */
export function captureKind(mediaType: string): string {
  return kinds[mediaType] ?? mediaType;
}

/** The ending of a file of that type, with its dot; '' for one that is not known. */
export function captureEnding(mediaType: string): string {
  return endings[mediaType] ?? '';
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'text/html': '.html',
  'multipart/related': '.mhtml',
  'text/markdown': '.md',
  'text/plain': '.txt',
};
