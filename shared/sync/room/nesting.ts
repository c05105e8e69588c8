import * as Y from 'yjs';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** Levels of types within types. Lists in lists in tables of a draft are some tens; Yjs deletes and reads what is nested in as many calls. */
export const mostNested = 200;

/** How deep something lies, and whether that is known: what it lies in may not have come yet. */
interface Level {
  readonly levels: number;
  readonly isKnown: boolean;
}

const outermost: Level = { levels: 0, isKnown: true };

/**
 * Whether an update, taken into a document, nests nothing deeper than a document has it. Thousands of levels fit into a small update, and a document
 * in which they are deleted ends in the middle of it. What waits in the document for its beginning counts with the update that is below it.
 */
export function isShallow(structs: readonly Struct[], doc: Y.Doc): boolean {
  if (!structs.some(isType)) return true;
  const { pendingStructs } = doc.store;
  const waiting = pendingStructs === null ? [] : Y.decodeUpdateV2(pendingStructs.update).structs;
  const nesting = new Nesting([...waiting, ...structs], doc);
  return (
    structs.every((one) => !isType(one) || nesting.of(one).levels < mostNested) &&
    waiting.filter(isType).every((one) => {
      const { levels, isKnown } = nesting.of(one);
      return isKnown || levels < mostNested;
    })
  );
}

function isType(struct: Struct): struct is Y.Item {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType;
}

class Nesting {
  readonly #doc: Y.Doc;
  /** The structs of each client, in order. */
  readonly #structs = new Map<number, Struct[]>();
  readonly #levels = new Map<Struct, Level>();

  constructor(structs: readonly Struct[], doc: Y.Doc) {
    this.#doc = doc;
    for (const struct of structs) {
      const known = this.#structs.get(struct.id.client);
      if (known === undefined) this.#structs.set(struct.id.client, [struct]);
      else known.push(struct);
    }
    for (const known of this.#structs.values()) known.sort((a, b) => a.id.clock - b.id.clock);
  }

  /** How many types an item lies in. Without calls within calls: it may be thousands. */
  of(item: Y.Item): Level {
    const path: { readonly item: Y.Item; readonly isWithin: boolean }[] = [];
    let level: Level | null = null;
    for (let at: Y.Item | null = item; at !== null && level === null;) {
      const known = this.#levels.get(at);
      if (known !== undefined) {
        level = known;
        break;
      }
      // Ends what goes in a circle.
      this.#levels.set(at, outermost);
      // A decoded item's parent is a name, an id, or nothing, whatever Yjs's types say.
      const parent: unknown = at.parent;
      const id: Y.ID | null = parent instanceof Y.ID ? parent : (at.origin ?? at.rightOrigin);
      path.push({ item: at, isWithin: parent instanceof Y.ID });
      const next: Struct | null = id === null ? null : this.#find(id);
      if (id === null) level = outermost;
      else if (!(next instanceof Y.Item)) level = this.#inDocument(id);
      at = next instanceof Y.Item ? next : null;
    }
    let { levels } = level ?? outermost;
    const { isKnown } = level ?? outermost;
    for (const { item: one, isWithin } of path.reverse()) {
      levels += isWithin ? 1 : 0;
      this.#levels.set(one, { levels, isKnown });
    }
    return { levels, isKnown };
  }

  #find({ client, clock }: Y.ID): Struct | null {
    const structs = this.#structs.get(client) ?? [];
    let [low, high] = [0, structs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const one = structs[middle];
      if (one === undefined) return null;
      if (clock < one.id.clock) high = middle - 1;
      else if (clock >= one.id.clock + one.length) low = middle + 1;
      else return one;
    }
    return null;
  }

  #inDocument(id: Y.ID): Level {
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return { levels: 0, isKnown: false };
    const found = Y.getItem(this.#doc.store, id);
    let levels = 0;
    // What is deleted with all it was in is garbage, and in nothing.
    for (let at: Y.Item | null = found instanceof Y.Item ? found : null; at !== null; levels += 1) {
      const parent: unknown = at.parent;
      at = parent instanceof Y.AbstractType ? parent._item : null;
    }
    return { levels: Math.max(0, levels - 1), isKnown: true };
  }
}
