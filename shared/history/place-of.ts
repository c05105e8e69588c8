import type * as Y from 'yjs';
import { parseLateName } from '../story/document.ts';
import { isSectionKind } from '../story/sections.ts';

/** Where a stored type lies in the root document. */
export type StoredPlace =
  | { readonly at: 'story' }
  | { readonly at: 'story-field'; readonly field: string }
  | { readonly at: 'entries'; readonly kind: string }
  | { readonly at: 'entry'; readonly kind: string; readonly id: string }
  | { readonly at: 'field'; readonly kind: string; readonly id: string; readonly field: string }
  /** Nothing that a history shows: the meta map, kinds that only a newer version knows. */
  | { readonly at: 'elsewhere' };

/** What is used of any type of a document: Yjs's own classes differ in what their events are. */
export type StoredType = Pick<Y.AbstractType<unknown>, '_item' | '_map' | '_start'>;

/** Finds out where types lie, and remembers. */
export class Places {
  readonly #doc: Y.Doc;
  readonly #known = new WeakMap<StoredType, StoredPlace>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  of(type: StoredType): StoredPlace {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    const item = type._item;
    const place = item === null ? this.#rootPlace(type) : this.#inner(item);
    this.#known.set(type, place);
    return place;
  }

  #rootPlace(type: StoredType): StoredPlace {
    for (const [name, root] of this.#doc.share) if (root === type) return placeOfRoot(name);
    return { at: 'elsewhere' };
  }

  #inner(item: Y.Item): StoredPlace {
    // A type that is in the document has its parent there: ids stand in for parents only until an item is integrated.
    const place = this.of(item.parent as StoredType);
    if (place.at === 'entries') return { at: 'entry', kind: place.kind, id: item.parentSub ?? '' };
    if (place.at === 'entry') return { at: 'field', kind: place.kind, id: place.id, field: item.parentSub ?? '' };
    if (place.at === 'story') return { at: 'story-field', field: item.parentSub ?? '' };
    return place;
  }
}

function placeOfRoot(name: string): StoredPlace {
  if (name === 'story') return { at: 'story' };
  if (name.startsWith('story.')) return { at: 'story-field', field: name.slice('story.'.length) };
  if (name.startsWith('entries.')) {
    const kind = name.slice('entries.'.length);
    return isSectionKind(kind) ? { at: 'entries', kind } : { at: 'elsewhere' };
  }
  const late = parseLateName(name);
  return late !== null && isSectionKind(late.kind) ? { at: 'field', ...late } : { at: 'elsewhere' };
}
