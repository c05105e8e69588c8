import type { ReactNode } from 'react';
import type { Collision, DeletionCollision, DraftCollision, FieldCollision } from '../../../shared/history/briefing.ts';
import type { Difference } from '../../../shared/history/difference.ts';
import { goToEntry } from '../../session/place-of.ts';
import { useOpenSession, useView, useViewOnly } from '../../session/session-context.ts';
import { Button, Disclosure } from '../../ui/index.ts';
import { DifferenceView } from '../DifferenceView.tsx';
import history from '../history.module.css';
import news from '../news.module.css';
import { NewsFields } from '../NewsItems.tsx';
import { deletionWords, draftCollisionWords, fieldCollisionWords, fieldName, thingName } from './briefing-words.ts';
import styles from './briefing.module.css';
import { focusTitle } from './focus-title.ts';
import { useResolve } from './use-resolve.ts';

/** One thing that both sides touched, and how either side is put back. */
export function CollisionItem({ collision }: { readonly collision: Collision }) {
  switch (collision.type) {
    case 'field':
      return <FieldItem collision={collision} />;
    case 'deletion':
      return <DeletionItem collision={collision} />;
    case 'draft':
      return <DraftItem collision={collision} />;
  }
}

/** What it is about, which leads there. */
function Title({ collision: { ref, title } }: { readonly collision: Collision }) {
  const view = useView();
  const { reader } = useOpenSession();
  const go = (): void => {
    if (ref === null) view.go({ view: 'story' }, null);
    else if (reader.resolve(ref) === undefined) view.go({ view: 'trash' });
    else goToEntry(view, reader, ref);
  };
  return (
    <button type="button" className={news.link} onClick={go}>
      {thingName(ref, title)}
    </button>
  );
}

interface SidesProps {
  readonly mine: Difference;
  /** Null where nobody here knows. */
  readonly theirs: Difference | null;
}

/** What each side left, what it had added marked. */
function Sides({ mine, theirs }: SidesProps) {
  return (
    <div className={history.sides}>
      <div>
        <h4 className={history.side}>Yours</h4>
        <DifferenceView difference={mine} side="present" />
      </div>
      <div>
        <h4 className={history.side}>Theirs</h4>
        {theirs === null ? (
          <p className={news.quiet}>It was replaced before it reached this computer. Who wrote it can bring it back.</p>
        ) : (
          <DifferenceView difference={theirs} side="present" />
        )}
      </div>
    </div>
  );
}

/** What can be done about it; nothing where one may only read. */
function Ways({ children }: { readonly children: ReactNode }) {
  return useViewOnly() ? null : <div className={styles.buttons}>{children}</div>;
}

function FieldItem({ collision }: { readonly collision: FieldCollision }) {
  const { field, stands, mine, theirs, isTheirsUnknown } = collision;
  const resolve = useResolve();
  const of = fieldName(collision.ref, field, collision.title);
  return (
    <li className={styles.collision}>
      <Title collision={collision} />
      <p className={news.quiet}>{fieldCollisionWords(collision)}</p>
      <Sides mine={mine} theirs={isTheirsUnknown ? null : theirs} />
      <Ways>
        {stands !== 'mine' && (
          <Button
            size="small"
            aria-label={`Restore mine: ${of}`}
            onPress={(press) => {
              focusTitle(press);
              resolve.field(collision, 'mine');
            }}
          >
            Restore mine
          </Button>
        )}
        {stands !== 'theirs' && !isTheirsUnknown && (
          <Button
            size="small"
            aria-label={`Take theirs: ${of}`}
            onPress={(press) => {
              focusTitle(press);
              resolve.field(collision, 'theirs');
            }}
          >
            Take theirs
          </Button>
        )}
      </Ways>
    </li>
  );
}

function DeletionItem({ collision }: { readonly collision: DeletionCollision }) {
  const { edits, now } = collision;
  const resolve = useResolve();
  const name = thingName(collision.ref, collision.title);
  return (
    <li className={styles.collision}>
      <Title collision={collision} />
      <p className={news.quiet}>{deletionWords(collision)}</p>
      <Disclosure title={<span className={news.quiet}>What was edited</span>}>
        <NewsFields fields={edits} />
      </Disclosure>
      <Ways>
        {now === 'contested' && (
          <Button
            size="small"
            aria-label={`Keep ${name}`}
            onPress={(press) => {
              focusTitle(press);
              resolve.keep(collision);
            }}
          >
            Keep
          </Button>
        )}
        {now === 'trash' && (
          <Button
            size="small"
            aria-label={`Bring back ${name}`}
            onPress={(press) => {
              focusTitle(press);
              resolve.keep(collision);
            }}
          >
            Bring back
          </Button>
        )}
        {now !== 'trash' && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`Move ${name} to trash`}
            onPress={(press) => {
              focusTitle(press);
              resolve.remove(collision);
            }}
          >
            Move to trash
          </Button>
        )}
      </Ways>
    </li>
  );
}

function DraftItem({ collision }: { readonly collision: DraftCollision }) {
  const { passages, mineAt, mine, theirs } = collision;
  const resolve = useResolve();
  return (
    <li className={styles.collision}>
      <Title collision={collision} />
      <p className={news.quiet}>{draftCollisionWords(collision)}</p>
      {passages.map((passage, at) => (
        // Passages have no identity but their place.
        <Sides key={at} {...passage} />
      ))}
      {passages.length === 0 && (
        <Disclosure title={<span className={news.quiet}>What each wrote</span>}>
          <Sides mine={mine} theirs={theirs} />
        </Disclosure>
      )}
      {mineAt !== null && (
        <Ways>
          <Button
            size="small"
            aria-label={`Put back my text of ${thingName(collision.ref, collision.title)}`}
            onPress={(press) => {
              focusTitle(press);
              void resolve.draft(collision, mineAt);
            }}
          >
            Put back my text
          </Button>
        </Ways>
      )}
    </li>
  );
}
