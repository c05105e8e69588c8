import type { NodeKey } from 'lexical';
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { seenOf } from '../../../shared/citing/index.ts';
import type { DraftCite } from '../../../shared/story/draft-block.ts';
import { refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useSession, useView } from '../../session/session-context.ts';
import { goToEntry } from '../../session/place-of.ts';
import { Button, Popover } from '../../ui/index.ts';
import { CitedThing } from './CitedThing.tsx';
import { CitePicker } from './CitePicker.tsx';
import styles from './citations.module.css';
import { useCitations, useShownCitation } from './open-citations.ts';

interface Props {
  readonly nodeKey: NodeKey;
  readonly cites: readonly DraftCite[];
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** What a citation names, one thing after the other: where it is from, what changed since, and the words around it. Stored as one writes. */
export function CitationDetails({ nodeKey, cites, anchor, onClose }: Props) {
  const citations = useCitations();
  const { reader, writer } = useSession();
  const view = useView();
  const shown = useShownCitation(nodeKey);
  const change = (at: number, cite: DraftCite): void =>
    citations.change(
      nodeKey,
      cites.map((one, index) => (index === at ? cite : one)),
    );
  const remove = (at: number): void =>
    citations.change(
      nodeKey,
      cites.filter((_, index) => index !== at),
    );
  const add = (ref: EntryRef): void =>
    citations.change(nodeKey, [...cites, { ref, seen: seenOf(reader, ref, writer.now()) }]);
  const open = (ref: EntryRef): void => {
    citations.setOpen(null);
    goToEntry(view, reader, ref);
  };
  const numbers = counted(cites);
  return (
    <Popover triggerRef={anchor} isOpen placement="bottom start" onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog aria-label="Citation" className={styles.details ?? ''}>
        {cites.map((cite, at) => (
          <CitedThing
            // The same thing may be cited twice, with two places.
            key={`${refKey(cite.ref)} ${numbers[at]}`}
            cite={cite}
            works={(shown?.works ?? []).filter(({ ref }) => refKey(ref) === refKey(cite.ref))}
            onChange={(next) => change(at, next)}
            onRemove={cites.length === 1 ? null : () => remove(at)}
            onOpen={open}
          />
        ))}
        <CitePicker onPick={add} />
        <div className={styles.foot}>
          <Button size="small" variant="quiet" onPress={() => (citations.change(nodeKey, []), onClose())}>
            Remove citation
          </Button>
          <Button size="small" variant="primary" onPress={onClose}>
            Done
          </Button>
        </div>
      </Dialog>
    </Popover>
  );
}

/** For each the number of those before it that name the same thing. */
function counted(cites: readonly DraftCite[]): readonly number[] {
  return cites.map(({ ref }, at) => cites.slice(0, at).filter((other) => refKey(other.ref) === refKey(ref)).length);
}
