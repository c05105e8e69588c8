import { useCallback, useMemo } from 'react';
import { setFields } from '../../../shared/story/commands/set-fields.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { NotePlace } from '../../../shared/story/sections/annotations/index.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { useAuthor } from '../../session/author.ts';
import type { NoteThread } from '../../session/notes-index.ts';
import { useCommands, useSession } from '../../session/session-context.ts';
import { toasts } from '../../ui/index.ts';

/** What can be done with notes. The promises are false where the person would not say a name, and nothing was done. */
export interface NoteVerbs {
  /** `place`: which words of it, where it is a draft. */
  write(target: EntryRef, text: RichText, place?: NotePlace): Promise<boolean>;
  reply(thread: NoteThread, text: RichText): Promise<boolean>;
  edit(id: string, text: RichText): void;
  resolve(thread: NoteThread): Promise<boolean>;
  reopen(thread: NoteThread): void;
  /** Into the trash; a thread's first note takes the thread along. Offers to take it back. */
  remove(thread: NoteThread, id: string): void;
}

const kind = 'annotations';
type NoteFields = EntryOf<typeof kind>['fields'];

/** The verbs of notes, each one undo step under the name of who does it. */
export function useNoteVerbs(): NoteVerbs {
  const { writer, undo } = useSession();
  const { create, remove, restore } = useCommands();
  const author = useAuthor();
  const change = useCallback(
    (id: string, values: Parameters<typeof setFields<typeof kind>>[2]) => {
      undo.step();
      setFields(writer, { kind, id }, values);
    },
    [writer, undo],
  );
  return useMemo(() => {
    const add = async (fields: Pick<NoteFields, 'target' | 'replyTo' | 'place' | 'text'>): Promise<boolean> => {
      const name = await author.ensure();
      if (name === null) return false;
      create({ kind, fields: { ...fields, author: name } });
      return true;
    };
    return {
      write: (target, text, place) => add({ target, replyTo: null, place: place ?? null, text }),
      reply: ({ root, target }, text) => add({ target, replyTo: { kind, id: root.id }, place: null, text }),
      edit: (id, text) => change(id, { text, editedAt: writer.now() }),
      resolve: async ({ root }) => {
        const name = await author.ensure();
        if (name !== null) change(root.id, { resolvedAt: writer.now(), resolvedBy: name });
        return name !== null;
      },
      reopen: ({ root }) => change(root.id, { resolvedAt: null, resolvedBy: '' }),
      remove: ({ root, replies }, id) => {
        const going = id === root.id ? [root, ...replies] : replies.filter((reply) => reply.id === id);
        const refs = going.map((note): EntryRef => ({ kind, id: note.id }));
        remove(...refs);
        toasts.show({
          message: refs.length === 1 ? 'The note is in the trash.' : `${refs.length} notes are in the trash.`,
          action: { label: 'Undo', run: () => restore(...refs) },
        });
      },
    };
  }, [author, create, remove, restore, change, writer]);
}
