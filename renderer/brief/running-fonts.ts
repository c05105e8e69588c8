import type { RunningFont } from '../../shared/brief/index.ts';

const known = new Map<string, Promise<RunningFont | null>>();

/** The running header's fonts, read from where the app serves them. One that cannot be read is left out: a fallback prints. */
export async function runningFonts(files: readonly string[]): Promise<readonly RunningFont[]> {
  const fonts = await Promise.all(files.map((file) => fontOf(file)));
  return fonts.filter((font) => font !== null);
}

function fontOf(file: string): Promise<RunningFont | null> {
  const font = known.get(file) ?? read(file);
  known.set(file, font);
  return font;
}

async function read(file: string): Promise<RunningFont | null> {
  try {
    const answer = await fetch(`/print/fonts/${file}`);
    if (!answer.ok) return null;
    return { file, base64: base64Of(new Uint8Array(await answer.arrayBuffer())) };
  } catch {
    return null;
  }
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const piece = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(binary);
}
