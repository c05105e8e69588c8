import * as v from 'valibot';
import { menuActions } from './actions.ts';
import { printProgressSchema } from './brief.ts';
import { fetching } from './fetch.ts';
import { progressSchema } from './library.ts';
import { settingsSchema } from './settings.ts';
import { syncEvents } from './sync.ts';

/** Everything the main process tells the page unasked. */
export const events = {
  /** A menu item was chosen. */
  'menu.action': v.object({ action: v.picklist(menuActions) }),
  /** The settings changed, whoever changed them. */
  'settings.changed': settingsSchema,
  /** Files wait to be taken with `files.takeOpened`. */
  'files.opened': v.undefined(),
  /** How far the preview or the export is that is being made. */
  'brief.progress': v.object({ of: v.picklist(['preview', 'export']), ...printProgressSchema.entries }),
  /** How far an export, a check, an import, a move or a conversion of the library is. */
  'library.progress': progressSchema,
  /**
   * How much room is left where the journals are: `low` below 1 GiB, `very-low` below 200 MiB. Told with the first `journal.open` and
   * whenever it changes.
   */
  'journal.space': v.object({ free: v.picklist(['enough', 'low', 'very-low']) }),
  /** How much of a fetch has come. */
  'fetch.progress': fetching.progress,
  'sync.changed': syncEvents.changed,
  'sync.status': syncEvents.status,
  'sync.members': syncEvents.members,
  'sync.presence': syncEvents.presence,
  'sync.files': syncEvents.files,
  'sync.file': syncEvents.file,
  'sync.returned': syncEvents.returned,
  'sync.ended': syncEvents.ended,
  'sync.invited': syncEvents.invited,
} as const;

export type Events = typeof events;
export type EventName = keyof Events;

/** What an event carries. */
export type EventOf<E extends EventName> = v.InferOutput<Events[E]>;
