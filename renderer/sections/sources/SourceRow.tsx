import { section } from '../../../shared/story/sections.ts';
import { ContestedMark, ListingTitle } from '../../fields/index.ts';
import { useEntry, useReadOnly } from '../../session/session-context.ts';
import { Checkbox, IconButton, Menu, MenuItem, MenuTrigger } from '../../ui/index.ts';
import { metaOf } from './source-words.ts';
import styles from './source-list.module.css';

interface SourceRowProps {
  readonly id: string;
  readonly highlights: number;
  readonly isChosen: boolean;
  /** Whether the keyboard reaches it with Tab; one row at a time is. */
  readonly isActive: boolean;
  readonly onOpen: () => void;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onRemove: () => void;
}

/** One source in the list: what it is, how it is graded and marked; its title opens it. */
export function SourceRow({ id, highlights, isChosen, isActive, onOpen, onChoose, onRemove }: SourceRowProps) {
  const source = useEntry('sources', id);
  const isReadOnly = useReadOnly();
  if (source === undefined) return null;
  const { fields } = source;
  const title = section('sources').title(fields);
  const tabIndex = isActive ? 0 : -1;
  return (
    <>
      {!isReadOnly && (
        <Checkbox
          className={styles.choose}
          aria-label={`Choose source ${title}`}
          isSelected={isChosen}
          onChange={onChoose}
          excludeFromTabOrder={!isActive}
        />
      )}
      <ListingTitle
        title={title}
        label={`Open source ${title}`}
        meta={metaOf(fields)}
        tabIndex={tabIndex}
        onOpen={onOpen}
      />
      <ContestedMark of={source} />
      <p className={styles.side}>
        {highlights > 0 && <span>{highlights === 1 ? '1 highlight' : `${highlights} highlights`}</span>}
        <span>{section('sources').fields.reliability.choices?.[fields.reliability]}</span>
      </p>
      {!isReadOnly && (
        <MenuTrigger>
          <IconButton icon="more" label={`More for source ${title}`} excludeFromTabOrder={!isActive} />
          <Menu placement="bottom end">
            <MenuItem tone="danger" onAction={onRemove}>
              Move to trash
            </MenuItem>
          </Menu>
        </MenuTrigger>
      )}
    </>
  );
}
