import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** The sign of a note in the text; one that follows another is parted from it by a comma. */
export function sign(note: number, follows: boolean): Markup {
  const comma = follows ? markup`<span class="noteref-comma">,</span>` : nothing;
  return markup`${comma}<a class="noteref" id="noteref-${note}" href="#note-${note}" role="doc-noteref">${note}</a>`;
}

/** The signs at the end of something. */
export function signs(notes: readonly number[] = []): Markup {
  return markup`${notes.map((note, index) => sign(note, index > 0))}`;
}
