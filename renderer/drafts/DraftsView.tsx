import { useEntry, usePlace } from '../session/session-context.ts';
import { DraftList } from './DraftList.tsx';
import { DraftPage } from './DraftPage.tsx';

/** The drafts of the notebook: the one that is open, or else the list of them. */
export function DraftsView() {
  const { open } = usePlace();
  return open === undefined ? <DraftList /> : <OpenDraft key={open} id={open} />;
}

function OpenDraft({ id }: { readonly id: string }) {
  const draft = useEntry('drafts', id);
  return draft?.deletedAt === null ? <DraftPage id={id} /> : <DraftList gone={draft === undefined ? null : id} />;
}
