import { useMemo } from 'react';
import { setFields } from '../../../shared/story/commands/set-fields.ts';
import { linkEvidence } from '../../../shared/story/commands/link-evidence.ts';
import type { NewEvidence } from '../../../shared/story/commands/link-evidence.ts';
import type { Values } from '../../../shared/story/fields.ts';
import type { FieldsOf } from '../../../shared/story/sections.ts';
import { useCommands, useSession } from '../../session/session-context.ts';
import { toasts } from '../../ui/index.ts';

/** What can be done with evidence links, each one undo step. */
export interface EvidenceVerbs {
  /** Null, or a sentence that says why nothing was linked. */
  link(evidence: NewEvidence): string | null;
  change(id: string, values: Partial<Values<FieldsOf<'evidence'>>>): void;
  /** Into the trash; offers to take that back. */
  remove(id: string): void;
}

const kind = 'evidence';

export function useEvidenceVerbs(): EvidenceVerbs {
  const { writer, undo } = useSession();
  const { remove, restore } = useCommands();
  return useMemo(
    () => ({
      link: (evidence) => {
        undo.step();
        const linked = linkEvidence(writer, evidence);
        return linked.ok ? null : linked.error.message;
      },
      change: (id, values) => {
        undo.step();
        setFields(writer, { kind, id }, values);
      },
      remove: (id) => {
        remove({ kind, id });
        toasts.show({
          message: 'The evidence link is in the trash.',
          action: { label: 'Undo', run: () => restore({ kind, id }) },
        });
      },
    }),
    [writer, undo, remove, restore],
  );
}
