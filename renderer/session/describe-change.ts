import * as Y from 'yjs';
import type { RowOrigin } from '../../shared/bridge/index.ts';
import { BirthOrigin, CommandOrigin } from '../../shared/story/commands/writer.ts';
import { EarlierOrigin } from './earlier/earlier-undo.ts';
import type { NotebookUndo } from './notebook-undo.ts';

/** What the journal keeps of a change besides its bytes: what made it, and the undo step it belongs to (0: none). */
export interface ChangeDescription {
  readonly origin: RowOrigin;
  readonly step: number;
}

/** Verbs of commands that bring something in or put something back; every other is somebody's own edit. */
const verbs: ReadonlyMap<string, RowOrigin> = new Map([
  ['import', 'import'],
  ['restore', 'restore'],
  ['merge', 'merge'],
]);

/** Describes a change by the origin of its transaction. To be asked while the change is being told. */
export function describeChange(undo: NotebookUndo, origin: unknown): ChangeDescription {
  const step = undo.stepOf(origin);
  if (origin instanceof EarlierOrigin) return { origin: origin.verb, step: 0 };
  if (origin instanceof Y.UndoManager) return { origin: origin.undoing ? 'undo' : 'redo', step };
  if (origin instanceof CommandOrigin || origin instanceof BirthOrigin)
    return { origin: verbs.get(origin.verb) ?? 'edit', step };
  return { origin: 'edit', step };
}
