import { Listing, ListingRow } from '../../fields/index.ts';
import { actions } from '../../session/actions.ts';
import { useEntry, useIds, useStory, useView } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import { metaOf } from './source-words.ts';
import styles from './sources.module.css';

/** All sources of the notebook. `gone`: the source one came for, where it is in the trash. */
export function SourceList({ gone = null }: { readonly gone?: string | null }) {
  return (
    <Listing
      kind="sources"
      gone={gone}
      add={
        <>
          <Button onPress={() => actions.run('source.open')}>Open text file…</Button>
          <Button variant="primary" onPress={() => actions.run('source.add')}>
            Add source…
          </Button>
        </>
      }
      belongs="The documents this story rests on: paste an article’s text, or open a text file. It is kept exactly as it is, and found by search."
      note={<Declared />}
    >
      {(id) => <SourceRow key={id} id={id} />}
    </Listing>
  );
}

/** The number a page declared, beside the number known. */
function Declared() {
  const known = useIds('sources').length;
  const declared = useStory().fields.declaredSourceCount;
  if (declared === null) return null;
  return (
    <p className={styles.declared}>
      {known} of {declared} declared on the page
    </p>
  );
}

function SourceRow({ id }: { readonly id: string }) {
  const view = useView();
  const source = useEntry('sources', id);
  if (source === undefined) return null;
  return (
    <ListingRow
      kind="sources"
      id={id}
      meta={metaOf(source.fields)}
      onOpen={(ref) => view.go({ view: 'sources', open: id }, ref)}
    />
  );
}
