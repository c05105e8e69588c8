import { workHere } from './store-work.ts';
import type { WorkAnswer, WorkOrder } from './work-in-worker.ts';

async function carryOut(order: WorkOrder): Promise<unknown> {
  if (order.kind === 'fold') return await workHere.fold(order.folding);
  if (order.kind === 'stored-state') return await workHere.storedState(order.name);
  if (order.kind === 'updates-of') return await workHere.updatesOf(order.state);
  if (order.kind === 'parts-of') return await workHere.partsOf(order.update, order.known);
  return await workHere.stateOf(order.updates);
}

addEventListener('message', (event: MessageEvent<WorkOrder & { readonly number: number }>) => {
  const { number } = event.data;
  const say = (message: WorkAnswer): void => postMessage(message);
  carryOut(event.data).then(
    (value) => say({ number, ok: true, value }),
    (error: unknown) => say({ number, ok: false, message: error instanceof Error ? error.message : '' }),
  );
});
