import { useMemo } from 'react';
import { setFields } from '../../shared/story/commands/set-fields.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { useAuthor } from '../session/author.ts';
import { useCommands, useSession } from '../session/session-context.ts';

/** What people can do with contradictions, each one undo step. */
export interface Judging {
  /** Keeps a contradiction of these fields, to be judged. */
  keep(title: string, about: readonly EntryRef[]): EntryRef;
  /** Says that it is settled, under the name of who says so. False where the person would not say a name. */
  settle(id: string): Promise<boolean>;
  reopen(id: string): void;
  /** Changes which fields are compared. */
  compare(id: string, about: readonly EntryRef[]): void;
}

const kind = 'contradictions';

export function useJudging(): Judging {
  const { writer, undo } = useSession();
  const { create } = useCommands();
  const author = useAuthor();
  return useMemo(() => {
    const change = (id: string, values: Parameters<typeof setFields<typeof kind>>[2]): void => {
      undo.step();
      setFields(writer, { kind, id }, values);
    };
    return {
      keep: (title, about) => create({ kind, fields: { title, about } }),
      settle: async (id) => {
        const name = await author.ensure();
        if (name !== null) change(id, { state: 'settled', judgedBy: name, judgedAt: writer.now() });
        return name !== null;
      },
      reopen: (id) => change(id, { state: 'open', judgedBy: '', judgedAt: null }),
      compare: (id, about) => change(id, { about }),
    };
  }, [writer, undo, create, author]);
}
