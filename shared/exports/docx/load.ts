import type { Brief } from '../../brief/index.ts';
import type { DocxOptions } from './write.ts';

/** As `write.ts` has it. The library behind it is large, and read with the first document. */
export async function writeDocx(brief: Brief, options: DocxOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { writeDocx: write } = await import('./write.ts');
  return write(brief, options);
}
