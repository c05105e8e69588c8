import type * as Y from 'yjs';

/** Who writes, where, and with which clock. Given by the session, fixed in tests. */
export interface Writer {
  readonly doc: Y.Doc;
  /** A new globally unique id. */
  newId(): string;
  /** ISO 8601 in UTC. */
  now(): string;
  /** The display name asked once; '' while unknown. */
  readonly author: string;
}

/** The origin of a person's own edits: undo follows these and nothing else. */
export class CommandOrigin {
  readonly verb: string;

  constructor(verb: string) {
    this.verb = verb;
  }
}

/**
 * The origin of preparing entries that are not shown yet. Not undoable: undoing the reveal that follows puts them back
 * out of sight with a mark, so that what somebody else added to them meanwhile is not removed with them.
 */
export class BirthOrigin {
  /** What they are prepared for: the verb of the command that shows them. */
  readonly verb: string;

  constructor(verb: string) {
    this.verb = verb;
  }
}

/** The origin of what the program keeps up to date by itself: nobody's step, and so nothing to take back. */
export class UpkeepOrigin {}

/** Runs one verb as one transaction. */
export function act(writer: Writer, verb: string, change: () => void): void {
  writer.doc.transact(change, new CommandOrigin(verb));
}
