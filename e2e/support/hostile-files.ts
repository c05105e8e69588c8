import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './subject.ts';

/** A file that means harm. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the app takes it for; null where it refuses it. */
  readonly kind: 'html' | 'mhtml' | 'markdown' | 'pdf' | null;
}

/** What the suite says for itself. */
interface Suite {
  readonly harmlessWord: string;
  readonly hostileFiles: (trap: string) => readonly HostileFile[];
}

/** The suite of hostile files, the same that the readings are tested with. `trap`: the origin that what they fetch would ask. */
export async function hostileFiles(trap: string): Promise<readonly HostileFile[]> {
  const built = await build({
    entryPoints: [join(root, 'shared', 'captures', 'testing', 'hostile-files.ts')],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(built.outputFiles[0]?.contents ?? []).toString('base64');
  // The module is our own, bundled a moment ago.
  const suite = (await import(`data:text/javascript;base64,${code}`)) as Suite;
  return suite.hostileFiles(trap);
}
