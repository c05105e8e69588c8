import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** What a notebook's folder says of itself. `docs` spares opening the journal of each to list them. */
const labelSchema = v.object({
  format: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/)),
  title: v.string(),
  docs: v.fallback(v.array(v.string()), []),
});
export type Label = v.InferOutput<typeof labelSchema>;

/** The file's name. */
export const labelName = 'notebook.json';

/** What a folder says of itself; null where it says nothing that can be understood. */
export function labelOf(folder: string): Label | null {
  try {
    const parsed = v.safeParse(labelSchema, JSON.parse(readFileSync(join(folder, labelName), 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
