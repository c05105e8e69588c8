import * as v from 'valibot';
import { exportFailures, pdfSchema, previewFailures, printJobSchema, shownPageSchema } from './brief.ts';
import { openedFileSchema, openFailures, sourceFiles } from './files.ts';
import { method, nothing, resultOf } from './method.ts';
import { encryption } from './encryption.ts';
import { fetching } from './fetch.ts';
import { journal } from './journal.ts';
import { captures, library } from './library.ts';
import { settingsChangeSchema, settingsSchema } from './settings.ts';
import { sync } from './sync.ts';

const fileName = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** Everything the page may ask of the main process. A new method is one entry here; the compiler leads to the rest. */
export const methods = {
  'app.info': method(
    'Tells versions and the platform.',
    nothing,
    v.object({
      version: v.string(),
      electron: v.string(),
      chromium: v.string(),
      platform: v.string(),
    }),
  ),
  'settings.get': method('Gives the remembered settings.', nothing, settingsSchema),
  'settings.set': method('Changes some settings, remembers them and gives all.', settingsChangeSchema, settingsSchema),
  'window.setTitle': method(
    "Sets the window's title.",
    v.object({ title: v.pipe(v.string(), v.maxLength(500)) }),
    nothing,
  ),
  'files.openPage': method(
    'Shows the open dialog for a story page and gives the chosen file.',
    nothing,
    resultOf(openedFileSchema, openFailures),
  ),
  'files.openSources': method(
    'Shows the open dialog for sources and gives a ticket for each chosen file.',
    nothing,
    sourceFiles.open.result,
  ),
  'files.readSource': method('Reads a file chosen as a source.', sourceFiles.read.args, sourceFiles.read.result),
  'files.saveOriginal': method(
    "Asks where to save a source's captured file and saves it there.",
    sourceFiles.save.args,
    sourceFiles.save.result,
  ),
  'files.openExchange': method(
    'Shows the open dialog for a file of references or annotations and gives the chosen one.',
    nothing,
    resultOf(openedFileSchema, openFailures),
  ),
  'files.saveExchange': method(
    'Asks where to save what is exported for other programs and saves it there.',
    sourceFiles.save.args,
    sourceFiles.save.result,
  ),
  'files.revealExchange': method('Shows what was exported last for other programs in its folder.', nothing, nothing),
  'files.takeOpened': method(
    'Gives, once, the files the app was started with or asked to open since.',
    nothing,
    v.array(resultOf(openedFileSchema, openFailures)),
  ),
  'source.show': method(
    "Puts a sanitised page behind an address of the sources' own origin, for a sandboxed frame.",
    shownPageSchema,
    v.object({ url: v.string() }),
  ),
  'brief.preview': method(
    'Prints a brief and gives the PDF; the preview that is being made is stopped.',
    v.object({ job: printJobSchema }),
    resultOf(pdfSchema, previewFailures),
  ),
  'brief.cancelPreview': method('Stops the preview that is being made, if there is one.', nothing, nothing),
  'brief.exportPdf': method(
    'Prints a brief, asks where to save it and saves it there.',
    v.object({ job: printJobSchema, suggestedName: fileName }),
    resultOf(v.object({ fileName: v.string(), pages: v.nullable(v.number()) }), exportFailures),
  ),
  'brief.cancelExport': method('Stops the export that is running, if there is one.', nothing, nothing),
  'brief.reveal': method('Shows the PDF saved last in its folder.', nothing, nothing),
  'journal.open': method(
    "Opens a notebook's journal, with `create` begins one, and tells what it holds.",
    journal.open.args,
    journal.open.result,
  ),
  'journal.append': method(
    'Stores changes and answers once they are safe on the disk.',
    journal.append.args,
    journal.append.result,
  ),
  'journal.read': method('Gives what is stored of a document.', journal.read.args, journal.read.result),
  'journal.sum': method('Gives the checksum of one stored row.', journal.sum.args, journal.sum.result),
  'journal.checkpoint': method(
    'Stores the whole state of a document, so that older rows need not be read to open it.',
    journal.checkpoint.args,
    journal.checkpoint.result,
  ),
  'journal.lastSession': method(
    'Tells of the latest earlier session that made undo steps.',
    journal.lastSession.args,
    journal.lastSession.result,
  ),
  'journal.looked': method(
    'Remembers up to which row the user has looked.',
    journal.looked.args,
    journal.looked.result,
  ),
  'journal.title': method("Tells the notebook's title, for its folder.", journal.title.args, journal.title.result),
  'journal.close': method("Closes a notebook's journal.", journal.close.args, journal.close.result),
  'journal.list': method('Gives the notebooks of which there is a folder.', journal.list.args, journal.list.result),
  'journal.remove': method("Removes a notebook's folder for good.", journal.remove.args, journal.remove.result),
  'journal.snapshot': method(
    'Stores a backup and lets go of those that are no longer worth keeping.',
    journal.snapshot.args,
    journal.snapshot.result,
  ),
  'journal.snapshots': method('Lists the backups of a notebook.', journal.snapshots.args, journal.snapshots.result),
  'journal.readSnapshot': method('Gives one backup.', journal.readSnapshot.args, journal.readSnapshot.result),
  'captures.put': method(
    "Stores a captured file in a notebook's folder and answers once it is safe on the disk.",
    captures.put.args,
    captures.put.result,
  ),
  'captures.get': method("Gives a captured file out of a notebook's folder.", captures.get.args, captures.get.result),
  'captures.missing': method(
    "Tells which captured files a notebook's folder does not have.",
    captures.missing.args,
    captures.missing.result,
  ),
  'library.place': method('Tells where the library folder is.', library.place.args, library.place.result),
  'library.show': method('Shows the library folder in the system.', library.show.args, library.show.result),
  'library.showNotebook': method(
    "Shows a notebook's folder in the system.",
    library.showNotebook.args,
    library.showNotebook.result,
  ),
  'library.choose': method(
    'Asks for another library folder and tells what is there.',
    library.choose.args,
    library.choose.result,
  ),
  'library.move': method(
    'Copies the library to the chosen folder and uses that from then on.',
    library.move.args,
    library.move.result,
  ),
  'library.export': method(
    'Asks where to save a notebook and saves it there as one file.',
    library.export.args,
    library.export.result,
  ),
  'library.reveal': method(
    'Shows the notebook file saved last in its folder.',
    library.reveal.args,
    library.reveal.result,
  ),
  'library.openFile': method(
    'Shows the open dialog for a notebook file and gives a ticket for the chosen one.',
    library.openFile.args,
    library.openFile.result,
  ),
  'library.takeOpened': method(
    'Gives, once, tickets for the notebook files the app was asked to open.',
    library.takeOpened.args,
    library.takeOpened.result,
  ),
  'library.check': method(
    'Checks a notebook file to the last byte and tells what it holds.',
    library.check.args,
    library.check.result,
  ),
  'library.read': method('Gives changes that a notebook file holds.', library.read.args, library.read.result),
  'library.add': method('Makes a notebook of a file.', library.add.args, library.add.result),
  'library.merge': method(
    'Adds to a notebook the changes of a file that it does not have.',
    library.merge.args,
    library.merge.result,
  ),
  'library.forget': method('Lets go of a notebook file.', library.forget.args, library.forget.result),
  'library.stop': method('Stops the work on files that is running.', library.stop.args, library.stop.result),
  'encryption.state': method(
    'Tells whether the library is encrypted, and whether it is unlocked.',
    encryption.state.args,
    encryption.state.result,
  ),
  'encryption.keychain': method(
    "Tells whether this computer's keychain can keep a key.",
    encryption.keychain.args,
    encryption.keychain.result,
  ),
  'encryption.unlock': method('Unlocks the library.', encryption.unlock.args, encryption.unlock.result),
  'encryption.prepare': method(
    'Makes a key for the library and gives its recovery code; nothing is changed yet.',
    encryption.prepare.args,
    encryption.prepare.result,
  ),
  'encryption.begin': method(
    'Makes the library an encrypted one, whose notebooks are then converted.',
    encryption.begin.args,
    encryption.begin.result,
  ),
  'encryption.turnOff': method(
    'Begins to take the encryption off.',
    encryption.turnOff.args,
    encryption.turnOff.result,
  ),
  'encryption.keep': method(
    'Keeps the encryption that was being taken off.',
    encryption.keep.args,
    encryption.keep.result,
  ),
  'encryption.convert': method(
    'Converts the notebooks that are not yet as the library is.',
    encryption.convert.args,
    encryption.convert.result,
  ),
  'encryption.stop': method('Stops converting.', encryption.stop.args, encryption.stop.result),
  'encryption.forgetCopies': method(
    "Removes from the disk what the window's own storage has of notebooks.",
    encryption.forgetCopies.args,
    encryption.forgetCopies.result,
  ),
  'encryption.changePassphrase': method(
    'Changes the passphrase.',
    encryption.changePassphrase.args,
    encryption.changePassphrase.result,
  ),
  'encryption.newCode': method(
    'Makes a new recovery code; the old one opens nothing any more.',
    encryption.newCode.args,
    encryption.newCode.result,
  ),
  'encryption.remember': method(
    "Lets this computer's keychain keep the key, or no longer.",
    encryption.remember.args,
    encryption.remember.result,
  ),
  'fetch.page': method(
    'Fetches what is at a web address that a person asked for.',
    fetching.page.args,
    fetching.page.result,
  ),
  'fetch.stop': method('Stops a fetch that is running.', fetching.stop.args, fetching.stop.result),
  'sync.keys': method(
    'Tells how the keys of shared notebooks are kept on this device.',
    sync.keys.args,
    sync.keys.result,
  ),
  'sync.protect': method('Chooses how they are kept.', sync.protect.args, sync.protect.result),
  'sync.unlock': method('Unlocks them with the passphrase.', sync.unlock.args, sync.unlock.result),
  'sync.shared': method('Lists the shared notebooks of this device.', sync.shared.args, sync.shared.result),
  'sync.share': method('Creates the room of a notebook at a relay.', sync.share.args, sync.share.result),
  'sync.invite': method('Makes a link that lets one device join.', sync.invite.args, sync.invite.result),
  'sync.revoke': method('Takes an invitation back.', sync.revoke.args, sync.revoke.result),
  'sync.readInvite': method(
    'Tells what a link of invitation says, without sending anything.',
    sync.readInvite.args,
    sync.readInvite.result,
  ),
  'sync.takeInvites': method(
    'Gives, once, the links of invitation that the app was opened with.',
    sync.takeInvites.args,
    sync.takeInvites.result,
  ),
  'sync.join': method('Joins the room of an invitation.', sync.join.args, sync.join.result),
  'sync.take': method('Gives everything that a room holds.', sync.take.args, sync.take.result),
  'sync.open': method('Begins to sync a notebook that is open in the page.', sync.open.args, sync.open.result),
  'sync.close': method('Ends syncing a notebook.', sync.close.args, sync.close.result),
  'sync.attach': method(
    'Compares a document that is open in the page with the room.',
    sync.attach.args,
    sync.attach.result,
  ),
  'sync.edit': method('Hands over an edit of this device.', sync.edit.args, sync.edit.result),
  'sync.flush': method('Sends at once what was handed over.', sync.flush.args, sync.flush.result),
  'sync.kept': method('Confirms that what teammates changed is stored.', sync.kept.args, sync.kept.result),
  'sync.status': method('Tells how it stands with a notebook’s room.', sync.status.args, sync.status.result),
  'sync.retry': method('Connects to the relay at once.', sync.retry.args, sync.retry.result),
  'sync.members': method('Lists members and invitations.', sync.members.args, sync.members.result),
  'sync.rename': method('Calls this person and this device by other names.', sync.rename.args, sync.rename.result),
  'sync.setRole': method('Gives a member another role.', sync.setRole.args, sync.setRole.result),
  'sync.remove': method('Removes a member.', sync.remove.args, sync.remove.result),
  'sync.leave': method('Leaves a room; the notebook stays on this device.', sync.leave.args, sync.leave.result),
  'sync.present': method('Tells teammates where one is in the notebook.', sync.present.args, sync.present.result),
  'sync.files': method('Tells how many of the captures are on this device.', sync.files.args, sync.files.result),
  'sync.fetchFile': method('Fetches a capture that is not on this device.', sync.fetchFile.args, sync.fetchFile.result),
  'sync.stopFile': method('Stops waiting for a capture.', sync.stopFile.args, sync.stopFile.result),
  'sync.ahead': method('Fetches all captures ahead, or no longer.', sync.ahead.args, sync.ahead.result),
  'shell.openExternal': method(
    'Opens a web or mail address in the system, after showing its host and asking.',
    v.object({ url: v.pipe(v.string(), v.maxLength(8192)) }),
    resultOf(nothing, ['cancelled', 'not-allowed']),
  ),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;

/** What a method takes, as the page passes it. */
export type ArgsOf<M extends MethodName> = v.InferInput<Methods[M]['args']>;

/** What a method gives. */
export type ResultOf<M extends MethodName> = v.InferOutput<Methods[M]['result']>;
