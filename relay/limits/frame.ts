import { MessageType } from '@hocuspocus/server';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';

/** Whether a frame of the engine's protocol (the document's name, then the kind of message) tells where somebody is. */
export function isAwareness(frame: Uint8Array): boolean {
  try {
    const decoder = createDecoder(frame);
    readVarString(decoder);
    // The engine's own kinds of messages are numbers.
    return readVarUint(decoder) === (MessageType.Awareness as number);
  } catch {
    return false;
  }
}
