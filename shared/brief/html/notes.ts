import type { BriefNote } from '../../story/brief-block.ts';
import type { Brief } from '../brief.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { spans } from './text.ts';
import type { Targets } from './text.ts';

/** So many figures of a fingerprint tell captures apart; the list of sources has all of them. */
const shortPrint = 12;

/**
 * The notes, as the last part of the document. With `data-notes="foot"` whoever breaks the pages moves each to the foot of the page of
 * its sign. The number leads back to the sign.
 */
export function notesPart({ notes, parts }: Brief, targets: Targets): Markup {
  if (notes.length === 0) return nothing;
  const listed = parts.some(({ blocks }) =>
    blocks.some(
      (block) =>
        block.type === 'references' &&
        block.references.some(({ listed: one }) => one !== undefined && one.fingerprint !== ''),
    ),
  );
  return markup`
<section class="part" id="part-notes" data-part="notes" role="doc-endnotes"><h2>Notes</h2>
<ol class="notes">${notes.map((note) => noteItem(note, listed, targets))}</ol></section>`;
}

function noteItem({ number, text, quote, grade, fingerprint }: BriefNote, short: boolean, targets: Targets): Markup {
  const back = markup`<a class="backref" href="#noteref-${number}" role="doc-backlink" aria-label="Note ${number}, back to the text">${number}</a>`;
  const print = short ? `${fingerprint.slice(0, shortPrint)}…` : fingerprint;
  const details = [grade === '' ? '' : `${grade}.`, fingerprint === '' ? '' : `SHA-256 ${print}`].filter(
    (words) => words !== '',
  );
  const quoted = quote === '' ? nothing : markup` <span class="note-quote" dir="auto">“${quote}”</span>`;
  const end = details.length === 0 ? nothing : markup` <span class="note-details">${details.join(' ')}</span>`;
  return markup`<li id="note-${number}" class="note-item" dir="auto">${back} <span class="note-text">${spans(text, targets)}${quoted}${end}</span></li>`;
}
