import type { Piece } from '../../shared/brief/index.ts';

/** A place between two nodes or two letters, as a range has it. */
export interface Cut {
  readonly node: Node;
  readonly offset: number;
}

/** The lines of one run of text, which are cut apart only where a page ends. */
export interface LineRun {
  /** The run's nodes are children of it. */
  readonly block: Element;
  readonly nodes: readonly Node[];
  /** Where each line but the first begins, in CSS pixels from the top of the window. */
  readonly tops: readonly number[];
}

/** A later line of a run of text; the first begins with the run. */
export interface LineOf {
  readonly run: LineRun;
  /** From 1. */
  readonly line: number;
}

/** A piece and where in the document it begins: with a node, the outermost that does, or within a run of text. */
export interface MeasuredPiece extends Piece {
  readonly begins: Node | LineOf;
}

/** The place before a node. */
export function before(node: Node): Cut {
  const parent = node.parentNode;
  if (parent === null) throw new Error('what is printed stands in the document');
  return { node: parent, offset: [...parent.childNodes].findIndex((child) => child === node) };
}
