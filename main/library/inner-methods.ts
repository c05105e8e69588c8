import * as v from 'valibot';
import { methods } from '../../shared/bridge/index.ts';

/**
 * What the main process asks of the journal's process and no page may: these name paths, which the main process has from a dialog, a
 * drop or the system.
 */

const path = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/));

export const innerMethods = {
  /** `library.check`, with the path of the file. */
  'inner.check': { args: v.object({ file: id, path, name: v.string() }), result: methods['library.check'].result },
  /** `library.export`, with the path to write to. */
  'inner.export': { args: v.object({ notebook: id, path }), result: methods['library.export'].result },
  /** `encryption.convert`: towards what. */
  'inner.convert': {
    args: v.object({ towards: v.picklist(['encrypted', 'plain']) }),
    result: methods['encryption.convert'].result,
  },
  /** `encryption.stop`. */
  'inner.stopConverting': { args: v.undefined(), result: v.undefined() },
} as const;
