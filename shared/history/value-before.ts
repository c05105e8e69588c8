import * as Y from 'yjs';
import type { Field } from '../story/fields.ts';
import { addSpan, richSpan } from '../story/rich-text.ts';
import type { RichText } from '../story/rich-text.ts';
import type { StoredType } from './place-of.ts';

/**
 * What a document held before the transaction that is just ending. Must be asked before Yjs lets go of deleted content: in
 * `beforeObserverCalls`, or in an observer. This is how Yjs itself works out the changes of an event (YEvent.js).
 */
export class Before {
  readonly #transaction: Y.Transaction;

  constructor(transaction: Y.Transaction) {
    this.#transaction = transaction;
  }

  /** The value a map had under a key, a type included; undefined where it had none. */
  key(map: StoredType, key: string): unknown {
    let item: Y.Item | null = map._map.get(key) ?? null;
    while (item !== null && this.#isNew(item)) item = item.left;
    return item === null || !this.#wasThere(item) ? undefined : contentOf(item).at(-1);
  }

  /** The value a field had, of the field's type; its empty value where nothing that can be read was stored. */
  value(field: Field<unknown>, stored: unknown): unknown {
    if (stored === undefined) return field.empty;
    return field.parse(isStoredType(stored) ? this.#content(field, stored) : stored) ?? field.empty;
  }

  #content(field: Field<unknown>, type: StoredType): unknown {
    if (field.storage === 'list') return this.#list(type);
    const rich = this.#rich(type);
    return field.storage === 'rich' ? rich : rich.map((span) => span.text).join('');
  }

  #list(type: StoredType): readonly unknown[] {
    const items: unknown[] = [];
    for (const item of this.#items(type)) if (item.countable) items.push(...contentOf(item));
    return items;
  }

  #rich(type: StoredType): RichText {
    const spans: RichText[number][] = [];
    let marks: Record<string, unknown> = {};
    for (const { content } of this.#items(type)) {
      if (content instanceof Y.ContentFormat) marks = { ...marks, [content.key]: content.value };
      else if (content instanceof Y.ContentString) {
        addSpan(spans, richSpan(content.str, marks));
      }
    }
    return spans;
  }

  *#items(type: StoredType): Generator<Y.Item> {
    for (let item = type._start; item !== null; item = item.right) if (this.#wasThere(item)) yield item;
  }

  #wasThere(item: Y.Item): boolean {
    return !this.#isNew(item) && (!item.deleted || Y.isDeleted(this.#transaction.deleteSet, item.id));
  }

  #isNew(item: Y.Item): boolean {
    return item.id.clock >= (this.#transaction.beforeState.get(item.id.client) ?? 0);
  }
}

/** The value a map has under a key now. */
export function keyNow(map: StoredType, key: string): unknown {
  const item = map._map.get(key);
  return item === undefined || item.deleted ? undefined : contentOf(item).at(-1);
}

function contentOf(item: Y.Item): readonly unknown[] {
  return item.content.getContent() as readonly unknown[]; // Yjs leaves contents untyped
}

function isStoredType(value: unknown): value is StoredType {
  return value instanceof Y.AbstractType;
}
