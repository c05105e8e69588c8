import { useTeammates } from '../../session/presence.ts';
import type { Teammate } from '../../session/presence.ts';
import { useTitle, useView } from '../../session/session-context.ts';
import { Button, Tooltip, TooltipTrigger } from '../../ui/index.ts';
import { initialsOf, placeWords } from './place-words.ts';
import styles from './presence.module.css';

/** How many are shown by themselves. */
const most = 5;

/** Who else has the notebook open, and where they are; pressing one goes there. Nothing where one is alone. */
export function PeersHere() {
  const teammates = useTeammates();
  if (teammates.length === 0) return null;
  const rest = teammates.length - most;
  return (
    <ul className={styles.here} aria-label="Teammates who are here">
      {teammates.slice(0, most).map((teammate) => (
        <li key={teammate.session}>
          <PeerHere teammate={teammate} />
        </li>
      ))}
      {rest > 0 && <li className={styles.rest}>and {rest} more</li>}
    </ul>
  );
}

function PeerHere({ teammate }: { readonly teammate: Teammate }) {
  const view = useView();
  const { place, selection, name, colour } = teammate;
  const open = useTitle(openedIn(teammate));
  const chosen = useTitle(selection ?? nothing);
  const words = placeWords(teammate, { open, selection: chosen });
  const isKnown = place !== null && (place.open === undefined || open !== null);
  const go = (): void => {
    if (place === null) return;
    // What they have open may be something that this device has not got.
    const { open: _open, ...rest } = place;
    view.go(isKnown ? place : rest, chosen === null ? undefined : selection);
  };
  return (
    <TooltipTrigger>
      <Button variant="quiet" className={styles.peer} data-mate={colour} aria-label={words} onPress={go}>
        <span aria-hidden>{initialsOf(name)}</span>
      </Button>
      <Tooltip>{words}</Tooltip>
    </TooltipTrigger>
  );
}

const nothing = { kind: 'drafts', id: '' };

/** The draft or source that a teammate has open. */
function openedIn({ place }: Teammate): { readonly kind: string; readonly id: string } {
  if (place?.open === undefined) return nothing;
  if (place.view === 'drafts') return { kind: 'drafts', id: place.open };
  return place.view === 'sources' ? { kind: 'sources', id: place.open } : nothing;
}
