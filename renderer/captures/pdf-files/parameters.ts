/** Where the build puts what PDF files may need and do not bring: character maps, the fonts every PDF may name, decoders. */
const files = '/pdf/';

/**
 * How PDF files are opened, to be read and to be drawn. Everything comes from the app's own files. Forms of the XFA kind are off,
 * scripting is not even loaded; WebAssembly is off, since the content policy forbids it, and pictures are decoded by the same
 * decoders as plain JavaScript.
 * @param data is handed over: the caller's array is empty afterwards
 */
export function pdfParameters(data: Uint8Array) {
  const url = (folder: string): string => new URL(`${files}${folder}/`, location.href).href;
  return {
    data,
    cMapUrl: url('cmaps'),
    standardFontDataUrl: url('standard_fonts'),
    wasmUrl: url('wasm'),
    useWorkerFetch: true,
    useWasm: false,
    enableXfa: false,
    disableWorkerRendering: true,
    // A page larger than this in dots is a bomb.
    maxImageSize: 64 * 1024 * 1024,
    // Errors only: a damaged file can give a warning for every object.
    verbosity: 0,
  };
}
