import type { Entry } from '../../entry.ts';
import type { FieldSet } from '../../fields.ts';
/**
 * Newest first, as story pages print it. The hand-made order (rank) is kept wherever dates do not decide: an undated
 * event stays right behind the event it follows there, and undated ones before the first dated event stay on top.
 * @param events in rank order
 */
export declare function arrangeEvents<F extends FieldSet>(events: readonly Entry<F>[]): readonly Entry<F>[];
