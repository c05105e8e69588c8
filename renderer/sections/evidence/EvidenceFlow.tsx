import { lazy, Suspense, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { mayBeEvidence, mayBeTarget } from '../../../shared/story/evidence-ends.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useActions } from '../../session/actions.ts';
import { detailsPanel } from '../../session/details-panel.ts';
import { ChangeEvidenceContext, LinkEvidenceContext } from '../../session/link-evidence.ts';
import { useOpenSession, useSelection, useView } from '../../session/session-context.ts';
import { useAsOf } from '../../session/view-state.ts';
import type { LinkTask } from './LinkDialog.tsx';
import { useEvidenceVerbs } from './use-evidence-verbs.ts';

// The window must not wait for the editor of notes.
const LinkDialog = lazy(async () => ({ default: (await import('./LinkDialog.tsx')).LinkDialog }));

/** Lets every view below ask for the dialog that links evidence, and offers it by name. */
export function EvidenceFlow({ children }: { readonly children: ReactNode }) {
  const { reader } = useOpenSession();
  const selection = useSelection();
  const verbs = useEvidenceVerbs();
  const [task, setTask] = useState<LinkTask | null>(null);
  const link = useCallback((ref: EntryRef) => setTask(taskFor(ref)), []);
  const change = useCallback(
    (id: string) => {
      const entry = reader.entry('evidence', id);
      if (entry?.deletedAt === null) setTask({ kind: 'change', entry });
    },
    [reader],
  );
  // While an earlier state is shown nothing is written.
  const isReading = useAsOf(useView()) !== null;
  useActions(
    selection === null
      ? []
      : [
          {
            id: 'evidence.show',
            title: 'Show evidence',
            group: 'Evidence',
            run: () => detailsPanel.showEvidence(),
          },
        ],
  );
  useActions(
    isReading
      ? []
      : [
          {
            id: 'evidence.link',
            title: 'Link evidence…',
            group: 'Evidence',
            keywords: ['supports', 'disputes', 'source', 'cite', 'claim'],
            run: () => setTask(selection === null ? { kind: 'new' } : taskFor(selection)),
          },
        ],
  );
  return (
    <LinkEvidenceContext value={link}>
      <ChangeEvidenceContext value={change}>
        {children}
        {task !== null && (
          <Suspense>
            <LinkDialog task={task} verbs={verbs} onClose={() => setTask(null)} />
          </Suspense>
        )}
      </ChangeEvidenceContext>
    </LinkEvidenceContext>
  );
}

/** What is chosen may be either end of the link; what can be neither says nothing about it. */
function taskFor(ref: EntryRef): LinkTask {
  if (mayBeEvidence(ref)) return { kind: 'from', ref };
  return mayBeTarget(ref) ? { kind: 'to', ref } : { kind: 'new' };
}
