import * as v from 'valibot';
import { broughtResult, events, methodNames, methods, type Bridge, type RawBridge } from '../../shared/bridge/index.ts';

/**
 * The bridge with every value that comes through it checked against its schema. A value that does not fit is a bug of ours:
 * a call rejects, an event throws to the page's error boundary.
 */
export function connect(raw: RawBridge): Bridge {
  const rooms: Record<string, Record<string, (args?: unknown) => Promise<unknown>>> = {};
  for (const name of methodNames) {
    const [room = '', verb = ''] = name.split('.');
    rooms[room] = {
      ...rooms[room],
      [verb]: async (args) => v.parse(methods[name].result, await raw.call[name](args)),
    };
  }
  const on: Bridge['on'] = (event, listener) =>
    raw.on(event, (value) => {
      // The schema of exactly this event has just accepted the value.
      listener(v.parse(events[event], value));
    });
  const bring: Bridge['bring'] = async (file) => v.parse(broughtResult, await raw.bring(file));
  // The loop made one call for each name, which is what the type says.
  return { ...rooms, on, bring } as Bridge;
}
