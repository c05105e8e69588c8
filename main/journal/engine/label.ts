import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Seal } from './seal.ts';

/** What a notebook's folder says of itself. `docs` spares opening the journal of each to list them. */
const labelSchema = v.object({
  format: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/)),
  title: v.string(),
  docs: v.fallback(v.array(v.string()), []),
  /** The title in an encrypted library, sealed, in base64; `title` is empty there. */
  sealed: v.exactOptional(v.string()),
});
export type Label = v.InferOutput<typeof labelSchema>;

/** The file's name. */
export const labelName = 'notebook.json';

const placeOf = (id: string) => ['title', id];

/** What is written of a notebook: under a seal nobody else reads its title. */
export function closedLabel(label: Label, seal: Seal | null): Label {
  const { format, id, title, docs } = label;
  if (seal === null) return { format, id, title, docs };
  const sealed = seal.close(placeOf(id), Buffer.from(title, 'utf8'));
  return { format, id, title: '', docs, sealed: Buffer.from(sealed).toString('base64') };
}

/** The title that a label has, sealed or not; '' where the seal does not fit. */
export function titleIn({ id, title, sealed }: Label, seal: Seal | null): string {
  const opened = sealed === undefined ? null : seal?.open(placeOf(id), Buffer.from(sealed, 'base64'));
  return opened ? Buffer.from(opened).toString('utf8') : title;
}

/** What a folder says of itself; null where it says nothing that can be understood. */
export function labelOf(folder: string): Label | null {
  try {
    const parsed = v.safeParse(labelSchema, JSON.parse(readFileSync(join(folder, labelName), 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
