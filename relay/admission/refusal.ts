import { closeReasons } from '../../shared/sync/close-reasons.ts';
import type { CloseReason } from '../../shared/sync/close-reasons.ts';

/** Ends a connection to a room, with a reason that the device understands. The engine hands `code` and `reason` on. */
export class Refused extends Error {
  readonly code: number;
  readonly reason: CloseReason;

  constructor(reason: CloseReason, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.code = closeReasons[reason].code;
    this.reason = reason;
  }
}
