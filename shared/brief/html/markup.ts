/** A piece of markup that is safe by construction: made by `markup` alone, which escapes everything put into it. */
export interface Markup {
  readonly [made]: string;
}

const made = Symbol('markup');

/** What may stand in a template: text and numbers are escaped, markup is taken as it is, null leaves nothing. */
export type Slot = string | number | Markup | null | readonly Markup[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as it may stand between tags and inside quoted attributes. Characters that no document may hold (control
 * characters, halves of surrogate pairs) become the replacement character.
 */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Builds markup. Values must stand between tags or inside double quotes: nowhere else is escaping enough. */
export function markup(parts: TemplateStringsArray, ...slots: readonly Slot[]): Markup {
  return { [made]: parts.map((part, index) => part + filled(slots[index] ?? null)).join('') };
}

/** The finished text. */
export function markupText(finished: Markup): string {
  return finished[made];
}

/** Nothing at all. */
export const nothing: Markup = markup``;

function filled(slot: Slot): string {
  if (slot === null) return '';
  if (typeof slot === 'string') return escaped(slot);
  if (typeof slot === 'number') return String(slot);
  return made in slot ? slot[made] : slot.map((one) => one[made]).join('');
}
