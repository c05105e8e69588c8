import { inflated } from '../../persistence/state-bytes.ts';
import { EarlierSteps, type StepRow, type TakenStep } from './earlier-steps.ts';

/** What the worker is told and asked. `state`: as the journal's checkpoints hold it. */
export type StepsOrder =
  | { readonly kind: 'begin'; readonly session: string }
  | {
      readonly kind: 'load';
      readonly docId: string;
      readonly state: Uint8Array | null;
      readonly rows: readonly StepRow[];
    }
  | { readonly kind: 'follow'; readonly docId: string; readonly update: Uint8Array }
  | { readonly kind: 'undo' | 'redo' | 'forget' };

/** The answer to `undo` and `redo`. */
export interface StepsAnswer {
  readonly taken: readonly TakenStep[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

let steps = new EarlierSteps('');

async function obey(order: StepsOrder): Promise<void> {
  switch (order.kind) {
    case 'begin':
      steps = new EarlierSteps(order.session);
      return;
    case 'load':
      steps.load(order.docId, order.state === null ? null : await inflated(order.state), order.rows);
      return;
    case 'follow':
      steps.follow(order.docId, order.update);
      return;
    case 'forget':
      steps.forgetUndone();
      return;
    case 'undo':
    case 'redo': {
      const taken = steps[order.kind]();
      const answer: StepsAnswer = { taken, canUndo: steps.canUndo, canRedo: steps.canRedo };
      postMessage(answer);
    }
  }
}

// One after the other: inflating takes more than one turn.
let before = Promise.resolve();
addEventListener('message', (event: MessageEvent<StepsOrder>) => {
  before = before.then(() => obey(event.data)).catch((error: unknown) => reportError(error));
});
