import { briefHtml } from '../../shared/brief/index.ts';
import type { Brief } from '../../shared/brief/index.ts';
import { fontFilesFor } from '../../shared/exports/index.ts';
import { base64Of } from '../brief/index.ts';

/** The styles and fonts that a brief needs as a file of its own. A font that cannot be read is left out: a fallback shows. */
export async function looksFor(brief: Brief) {
  const css = (await Promise.all(['brief.css', 'reading.css'].map(sheet))).join('\n');
  const words = briefHtml(brief, { stylesheets: [], css: '' });
  const files = await Promise.all(fontFilesFor(css, words).map(async (file) => [file, await font(file)] as const));
  const known = new Map(files);
  return { css, fontOf: (file: string) => known.get(file) ?? null };
}

async function sheet(name: string): Promise<string> {
  const answer = await fetch(`/print/${name}`);
  if (!answer.ok) throw new Error(`The style “${name}” of the brief is missing`);
  return answer.text();
}

async function font(file: string): Promise<string | null> {
  try {
    const answer = await fetch(`/print/fonts/${file}`);
    return answer.ok ? base64Of(new Uint8Array(await answer.arrayBuffer())) : null;
  } catch {
    return null;
  }
}
