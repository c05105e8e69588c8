import type { DraftImage } from '../../story/draft-block.ts';
import { plainFromRich } from '../../story/rich-text.ts';
import { line, spans } from './text.ts';
import type { Surroundings } from './text.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** What browsers draw of the pictures that drafts may hold. */
const drawn = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
/** Base64 alone: nothing else may stand in the address. */
const base64Only = /^[A-Za-z0-9+/]+={0,2}$/;

/** A picture of the draft with its caption, its bytes within the document; words where the notebook does not have it. */
export function image(picture: DraftImage, around: Surroundings): Markup {
  const file = around.images.get(picture.sha256);
  if (file === undefined || !drawn.has(file.mediaType) || !base64Only.test(file.base64)) return missing(picture);
  const { width, height, alt, caption } = picture;
  const size = width > 0 && height > 0 ? markup` width="${width}" height="${height}"` : nothing;
  const words = spans(caption, around);
  const below = plainFromRich(caption).trim() === '' ? nothing : markup`<figcaption dir="auto">${words}</figcaption>`;
  return markup`<figure class="picture keep"><img src="data:${file.mediaType};base64,${file.base64}" alt="${alt}"${size}>${below}</figure>`;
}

function missing({ caption, alt }: DraftImage): Markup {
  const words = plainFromRich(caption).trim() || alt.trim();
  return line('remark', `A picture that is not on this computer${words === '' ? '' : `: ${words}`}`);
}
