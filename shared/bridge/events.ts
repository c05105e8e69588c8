import * as v from 'valibot';
import { menuActions } from './actions.ts';
import { exportStages } from './brief.ts';
import { settingsSchema } from './settings.ts';

/** Everything the main process tells the page unasked. */
export const events = {
  /** A menu item was chosen. */
  'menu.action': v.object({ action: v.picklist(menuActions) }),
  /** The settings changed, whoever changed them. */
  'settings.changed': settingsSchema,
  /** Files wait to be taken with `files.takeOpened`. */
  'files.opened': v.undefined(),
  /** The running export has come to another stage. */
  'brief.progress': v.object({ stage: v.picklist(exportStages) }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;

/** What an event carries. */
export type EventOf<E extends EventName> = v.InferOutput<Events[E]>;
