import type { Extension } from '@hocuspocus/server';
import type { CloseReason } from '../../shared/sync/close-reasons.ts';
import { parseBlob } from '../../shared/sync/blob/layout.ts';
import { messageText } from '../../shared/sync/messages.ts';
import { canWrite } from '../../shared/sync/acl/state.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { parseDocumentName } from '../rooms/document-name.ts';
import type { Receipts } from '../rooms/receipts.ts';
import { isFarAhead, isOver } from '../rooms/room.ts';
import type { Room, Rooms } from '../rooms/room.ts';
import { AwarenessQuota } from '../limits/awareness.ts';
import { Refused } from './refusal.ts';
import type { TokenRefusal, Tokens } from './tokens.ts';

/** What the engine keeps of a connection that was let in. */
export interface ConnectionContext {
  readonly room: Room;
  readonly generation: number;
  readonly device: string;
}

export interface AdmissionOptions {
  readonly rooms: Rooms;
  readonly tokens: Tokens;
  readonly receipts: Receipts;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly roomLog: number;
  /** Told what kept something from being stored. */
  readonly failed: (error: unknown) => void;
}

/** Kinds of messages of y-protocols/sync. */
const stepOne = 0;

/** Lets devices into rooms, and updates into generations. The engine does the rest. */
export function admission(options: AdmissionOptions): Extension<ConnectionContext> {
  const { rooms, tokens, receipts, log, metrics, now, failed } = options;
  const awareness = new AwarenessQuota(now);
  return {
    async onAuthenticate({ documentName, token, request, connectionConfig }) {
      const name = parseDocumentName(documentName);
      if (name === null) throw new Refused('unknown-room');
      const admitted = await tokens.admit(name.room, token, request.headers.get('host') ?? '');
      if (!admitted.ok) {
        metrics.count('refused_connections_total');
        log.info('refused', { room: name.room, reason: admitted.error });
        throw new Refused(reasonOf(admitted.error));
      }
      const { room, member, device } = admitted.value;
      if (isFarAhead(room, name.generation)) {
        metrics.count('refused_connections_total');
        throw new Refused('bad-frame', 'a generation far ahead');
      }
      if (!rooms.enter(room, request)) {
        metrics.count('refused_connections_total');
        throw new Refused('room-full');
      }
      connectionConfig.readOnly = !canWrite(member);
      metrics.count('connections_total');
      return { room, generation: name.generation, device } satisfies ConnectionContext;
    },

    async onLoadDocument({ document, context: { room, generation } }) {
      // Whoever was here last may have left before what he brought was stored.
      await receipts.flushed();
      await rooms.load(room, generation, document);
      receipts.loaded(room.id, generation, document);
    },

    connected({ connection, context: { room, generation } }) {
      // What a device wrote over an earlier connection is stored, or it has to hear that it is not.
      const vector = receipts.vector(room.id, generation);
      connection.sendStateless(messageText({ type: 'durable', generation, vector }));
      return Promise.resolve();
    },

    beforeSync({ type, payload, document, context, connection }) {
      if (type !== stepOne && !connection.readOnly) admitUpdate(options, context, document, payload);
      return Promise.resolve();
    },

    async onChange({ update, document, transactionOrigin }) {
      // What another relay admitted is stored here, too: that one may be gone before it has done so.
      const name = parseDocumentName(document.name);
      if (name === null || !isFromOutside(transactionOrigin)) return;
      const { generation } = name;
      const room = await rooms.get(name.room).catch(failed);
      if (room === undefined || room === null) return;
      room.size += update.length;
      receipts.add({ room: room.id, generation, update }, document);
    },

    beforeHandleAwareness(payload) {
      const retryMs = awareness.filter(payload);
      if (retryMs > 0) {
        metrics.count('refused_awareness_total');
        payload.connection?.sendStateless(messageText({ type: 'limit', code: 'awareness', retryMs }));
      }
      return Promise.resolve();
    },

    afterUnloadDocument({ documentName }) {
      const name = parseDocumentName(documentName);
      if (name !== null) receipts.unloaded(name.room, name.generation);
      return Promise.resolve();
    },
  };
}

type Outer = Parameters<ReturnType<Rooms['gate']>['admit']>[1];

function admitUpdate(
  { rooms, log, metrics, now, roomLog }: AdmissionOptions,
  { room, generation }: ConnectionContext,
  outer: Outer,
  update: Uint8Array,
): void {
  const refuse = (refused: Refused): never => {
    metrics.count('refused_updates_total');
    log.warn('refused-update', { room: room.id, generation, reason: refused.message });
    throw refused;
  };
  const admitted = rooms.gate(room, generation).admit(update, outer, room.acl, true);
  if (typeof admitted === 'string') return refuse(new Refused('refused-blob', admitted));
  if (admitted.length === 0) return;
  if (isOver(room, generation, now())) return refuse(new Refused('old-generation'));
  // A generation follows the one before it, and begins with a snapshot: without one it would hold nothing of the notebook.
  const isFirst = generation > 0 && outer.store.clients.size === 0;
  const begins =
    isFirst && (!room.begun.has(generation - 1) || parseBlob(admitted[0]?.bytes ?? update)?.header.type !== 'snapshot');
  if (begins) return refuse(new Refused('refused-blob', 'no-snapshot'));
  if (room.size + update.length > roomLog) return refuse(new Refused('quota-reached'));
  metrics.count('updates_total');
}

function reasonOf(refusal: TokenRefusal): CloseReason {
  if (refusal === 'unknown-room') return 'unknown-room';
  return refusal === 'removed' ? 'removed' : 'not-authenticated';
}

/** Whether a device or another relay brought it; what is loaded is stored already. */
function isFromOutside(origin: unknown): boolean {
  if (typeof origin !== 'object' || origin === null || !('source' in origin)) return false;
  return origin.source === 'connection' || origin.source === 'redis';
}
