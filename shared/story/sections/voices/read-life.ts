/** What stands under a voice's name. */
export interface Life {
  readonly lifespan: string;
  readonly era: string;
  readonly field: string;
}

/** Reads `(1805-1894) · Second Empire · diplomacy`, any part of which may be missing; null for any other line. */
export function readLife(text: string): Life | null {
  if (text.length > 160 || !/^\(|^[^"“„«].* · /.test(text)) return null;
  const parts = text.split('·').map((part) => part.trim());
  const years = /^\(([^()]*\d[^()]*)\)$/.exec(parts[0] ?? '')?.[1];
  if (years === undefined && parts.length < 2) return null;
  const [era = '', ...field] = years === undefined ? parts : parts.slice(1);
  return { lifespan: years?.trim() ?? '', era, field: field.join(' · ') };
}
