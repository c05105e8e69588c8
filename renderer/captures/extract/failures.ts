import { err } from '../../../shared/lib/result.ts';

/** A person stopped it. */
export const stopped = err({ reason: 'cancelled' as const, message: 'Reading was stopped. Nothing was added.' });

export const tooSlow = err({
  reason: 'timeout' as const,
  message:
    'Reading this file took too long and was stopped. Nothing was added: save the part that matters, or its text, and add that.',
});

/** The worker failed: a bug of ours, or memory was short. */
export const failed = err({
  reason: 'broken' as const,
  message:
    'This file could not be read: it is damaged, or made in a way that is not understood. Nothing was added: save it as text and add that.',
});
