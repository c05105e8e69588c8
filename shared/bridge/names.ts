import type { EventName } from './events.ts';
import type { MethodName } from './methods.ts';

/**
 * The names of all methods and events, apart from their schemas: the preload script lists the doors and needs no more.
 * A test holds them equal to the tables.
 */
export const methodNames = [
  'app.info',
  'settings.get',
  'settings.set',
  'window.setTitle',
  'files.openPage',
  'files.openSources',
  'files.readSource',
  'files.saveOriginal',
  'files.openExchange',
  'files.saveExchange',
  'files.takeOpened',
  'source.show',
  'brief.preview',
  'brief.exportPdf',
  'brief.cancelExport',
  'brief.reveal',
  'journal.open',
  'journal.append',
  'journal.read',
  'journal.sum',
  'journal.checkpoint',
  'journal.lastSession',
  'journal.looked',
  'journal.title',
  'journal.close',
  'journal.list',
  'journal.remove',
  'journal.snapshot',
  'journal.snapshots',
  'journal.readSnapshot',
  'captures.put',
  'captures.get',
  'captures.missing',
  'library.place',
  'library.show',
  'library.showNotebook',
  'library.choose',
  'library.move',
  'library.export',
  'library.reveal',
  'library.openFile',
  'library.takeOpened',
  'library.check',
  'library.read',
  'library.add',
  'library.merge',
  'library.forget',
  'library.stop',
  'encryption.state',
  'encryption.keychain',
  'encryption.unlock',
  'encryption.prepare',
  'encryption.begin',
  'encryption.turnOff',
  'encryption.keep',
  'encryption.convert',
  'encryption.stop',
  'encryption.forgetCopies',
  'encryption.changePassphrase',
  'encryption.newCode',
  'encryption.remember',
  'fetch.page',
  'fetch.stop',
  'shell.openExternal',
] as const satisfies readonly MethodName[];

export const eventNames = [
  'menu.action',
  'settings.changed',
  'files.opened',
  'brief.progress',
  'library.progress',
  'journal.space',
  'fetch.progress',
] as const satisfies readonly EventName[];

/** Where the preload script passes on a dropped file's path. */
export const droppedChannel = 'library.dropped';

/** The property of `window` that holds the bridge. */
export const bridgeKey = 'bridge';
