const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that only show their content. What is not named here is left out, its content kept. */
export const shownElements = words(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr',
);

/** Elements whose content is not for reading, or not read as markup by every parser: left out with all that is in them. */
export const silentElements = words(
  'applet audio base basefont bgsound button canvas command datalist dialog embed fencedframe frame frameset head iframe image input keygen link math menuitem meta meter noembed noframes noscript object optgroup option output param portal progress script select selectlist source style svg template textarea title track video',
);

/** Attributes that load nothing, run nothing and send nothing. */
const harmless = words(
  'abbr align alt bgcolor border cellpadding cellspacing class clear color colspan compact datetime dir face headers height hspace id lang noshade nowrap open reversed rowspan rules scope size span start summary title type valign value vspace width',
);

/** Attributes of these that mean something else elsewhere. */
export function isHarmless(element: string, attribute: string): boolean {
  if (attribute === 'name') return element === 'a';
  return harmless.has(attribute);
}

/** Elements without content. */
export const emptyElements = words('br col hr img wbr');

/** A picture of dots, written into the address itself; SVG is none. */
export function isPictureData(address: string): boolean {
  return /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/=\s]*$/i.test(address);
}
