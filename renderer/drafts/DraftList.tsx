import { Listing, ListingRow } from '../fields/index.ts';
import { useCommands, useEntry, useIds, useView } from '../session/session-context.ts';
import { actions } from '../session/actions.ts';
import { Button } from '../ui/index.ts';
import styles from './drafts.module.css';
import { fromMarkdownAction } from './from-markdown-action.ts';

/** All drafts of the notebook. `gone`: the draft one came for, where it is in the trash. */
export function DraftList({ gone = null }: { readonly gone?: string | null }) {
  const view = useView();
  const { create } = useCommands();
  const isEmpty = useIds('drafts').length === 0;
  const start = (): void => {
    const ref = create({ kind: 'drafts', fields: {} });
    view.go({ view: 'drafts', open: ref.id }, ref);
  };
  return (
    <Listing
      kind="drafts"
      gone={gone}
      add={
        <div className={styles.ways}>
          <Button variant={isEmpty ? 'primary' : 'plain'} onPress={start}>
            New draft
          </Button>
          <Button aria-label="New draft from Markdown…" onPress={() => actions.run(fromMarkdownAction)}>
            From Markdown…
          </Button>
        </div>
      }
      belongs="A draft is a text of your own: an analysis, a memo, a note to the editor. Type @ in it to refer to an entry."
    >
      {(id) => <DraftRow key={id} id={id} />}
    </Listing>
  );
}

function DraftRow({ id }: { readonly id: string }) {
  const view = useView();
  const draft = useEntry('drafts', id);
  if (draft === undefined) return null;
  return (
    <ListingRow
      kind="drafts"
      id={id}
      meta={startedOn(draft.createdAt, draft.createdBy)}
      onOpen={(ref) => view.go({ view: 'drafts', open: id }, ref)}
    />
  );
}

function startedOn(createdAt: string, createdBy: string): string {
  const time = new Date(createdAt);
  if (Number.isNaN(time.getTime())) return createdBy;
  const day = time.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return createdBy === '' ? `Started ${day}` : `Started ${day} by ${createdBy}`;
}
