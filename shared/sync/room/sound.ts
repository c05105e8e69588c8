import * as Y from 'yjs';
import type { DocumentUpdate } from '../payload.ts';
import { isShallow } from './nesting.ts';

/** What one blob may still cost to be read. */
export interface Budget {
  structs: number;
  /** Characters of the names of formats and elements, each time that they are used: the first format writes them each time. */
  names: number;
}

/** Many times what the largest notebook has: 10,000 events are 110,000 structs in 5 MB. */
const mostStructs = 4_000_000;
const mostNames = 32 * 1024 * 1024;
/** Structs that any blob may have, and those that each byte may stand for besides. */
const fewStructs = 10_000;
const structsPerByte = 2;
/** Levels of arrays and objects in one value: reading and writing them goes as deep. */
const mostLevels = 100;

/**
 * What the updates of one blob may cost together. Yjs's second format writes what repeats itself once, with a count that its reader believes: a hundred
 * bytes can claim thousands of millions of structs, at which a device would read for hours.
 */
export function budgetFor(updates: readonly DocumentUpdate[]): Budget {
  const bytes = updates.reduce((sum, { update }) => sum + update.length, 0);
  return { structs: Math.min(mostStructs, fewStructs + structsPerByte * bytes), names: mostNames };
}

/**
 * Whether an update is one that Yjs could have written into such a document. What is not can throw in the middle of a document, which tells of no change afterwards, or
 * cannot be written any more. Whoever is an editor may send anything, and Yjs itself looks at none of this.
 */
export function isSound(doc: Y.Doc, { format, update }: DocumentUpdate, budget: Budget): boolean {
  try {
    const { structs, ds } = format === 'v2' ? Y.decodeUpdateV2(update, boundedBy(budget)) : Y.decodeUpdate(update);
    return areSoundStructs(structs) && [...ds.clients].every(isSoundDeletion) && isShallow(structs, doc);
  } catch {
    return false;
  }
}

function boundedBy(budget: Budget): typeof Y.UpdateDecoderV2 {
  return class extends Y.UpdateDecoderV2 {
    override readInfo(): number {
      budget.structs -= 1;
      if (budget.structs < 0) throw new Error('More structs than a document has');
      return super.readInfo();
    }

    override readKey(): string {
      const key = super.readKey();
      budget.names -= key.length;
      if (budget.names < 0) throw new Error('Longer names than a document has');
      return key;
    }
  };
}

type Structs = ReturnType<typeof Y.decodeUpdate>['structs'];
type Struct = Structs[number];

/** Each client's structs stand together, one behind the other. */
function areSoundStructs(structs: Structs): boolean {
  const clients = new Set<number>();
  let last: Struct | null = null;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const isNext = last?.id.client === client ? clock === last.id.clock + last.length : !clients.has(client);
    if (!isNext || !isSoundStruct(struct)) return false;
    clients.add(client);
    last = struct;
  }
  return true;
}

function isSoundStruct(struct: Struct): boolean {
  const { id, length } = struct;
  if (!isRange(id.client, id.clock, length)) return false;
  if (!(struct instanceof Y.Item)) return true;
  // A decoded item's parent is a name, an id, or nothing, whatever Yjs's types say.
  const parent: unknown = struct.parent;
  const isPlaced =
    parent === null
      ? struct.origin !== null || struct.rightOrigin !== null
      : typeof parent === 'string' || (parent instanceof Y.ID && isEarlier(parent, id));
  return (
    isPlaced &&
    [struct.origin, struct.rightOrigin].every((one) => one === null || isEarlier(one, id)) &&
    isSoundContent(struct.content)
  );
}

function isRange(client: number, clock: number, length: number): boolean {
  return (
    Number.isSafeInteger(client) &&
    client >= 0 &&
    Number.isSafeInteger(clock) &&
    clock >= 0 &&
    Number.isSafeInteger(length) &&
    length > 0 &&
    Number.isSafeInteger(clock + length)
  );
}

/** Nothing builds on what the same client wrote later. Yjs waits for what is missing of other clients only. */
function isEarlier(one: Y.ID, own: Y.ID): boolean {
  return isRange(one.client, one.clock, 1) && (one.client !== own.client || one.clock < own.clock);
}

function isSoundContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted || content instanceof Y.ContentBinary)
    return true;
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return content.getContent().every((value: unknown) => isFlat(value));
  if (content instanceof Y.ContentEmbed) return isText(content.embed);
  if (content instanceof Y.ContentFormat) return typeof content.key === 'string' && isText(content.value);
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  if (type instanceof Y.XmlElement) return typeof type.nodeName === 'string';
  return !(type instanceof Y.XmlHook) || typeof type.hookName === 'string';
}

/** Whether the first format can write it, as JSON. */
function isText(value: unknown): boolean {
  return isFlat(value) && typeof JSON.stringify(value) === 'string';
}

function isFlat(value: unknown, levels = mostLevels): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
  return levels > 0 && Object.values(value).every((one) => isFlat(one, levels - 1));
}

/** Deletions of one client stand in order, and apart: each is looked for in the document by itself. */
function isSoundDeletion([client, ranges]: [number, readonly { readonly clock: number; readonly len: number }[]]) {
  let end = 0;
  return ranges.every(({ clock, len }) => {
    const isNext = isRange(client, clock, len) && clock >= end;
    end = clock + len;
    return isNext;
  });
}
