import type { EntryRef } from '../../../shared/story/ref.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { useReadOnly, useTitle } from '../../session/session-context.ts';
import { IconButton, Menu, MenuItem, MenuTrigger } from '../../ui/index.ts';
import { ContestedMark } from '../contested/ContestedMark.tsx';
import { TeammatesAt } from '../TeammatesAt.tsx';
import { nounOf } from '../panel/noun-of.ts';
import { useRemoveEntry } from '../panel/use-remove-entry.ts';
import styles from './listing.module.css';
import { ListingTitle } from './ListingTitle.tsx';

interface ListingRowProps {
  readonly kind: SectionKind;
  readonly id: string;
  /** What is said of it below its title. */
  readonly meta: string;
  readonly onOpen: (ref: EntryRef) => void;
}

/** One entry of a `Listing`: its title opens it, its menu puts it in the trash. */
export function ListingRow({ kind, id, meta, onOpen }: ListingRowProps) {
  const ref = { kind, id };
  const title = useTitle(ref);
  const remove = useRemoveEntry();
  const isReadOnly = useReadOnly();
  if (title === null) return null;
  const named = `${nounOf(kind, 1)} ${title}`;
  return (
    <li className={styles.row}>
      <ListingTitle title={title} label={`Open ${named}`} meta={meta} onOpen={() => onOpen(ref)} />
      <ContestedMark of={ref} />
      <TeammatesAt of={ref} />
      {!isReadOnly && (
        <MenuTrigger>
          <IconButton icon="more" label={`More for ${named}`} />
          <Menu placement="bottom end">
            <MenuItem tone="danger" onAction={() => remove(ref)}>
              Move to trash
            </MenuItem>
          </Menu>
        </MenuTrigger>
      )}
    </li>
  );
}
