import { useMemo, useRef, useState } from 'react';
import { sameRef } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { section } from '../../../shared/story/sections.ts';
import { useCommands, useEntries, useEntry, useReadOnly, useTitle, useView } from '../../session/session-context.ts';
import { Button, ComboBox, Option, Tag } from '../../ui/index.ts';
import styles from './repeats.module.css';

/** Whose words a source only repeats: sources of one origin count once as evidence. */
export function Repeats({ id }: { readonly id: string }) {
  const repeats = useEntry('sources', id)?.fields.repeats ?? null;
  const { set } = useCommands();
  const isReadOnly = useReadOnly();
  const [choosing, setChoosing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const sources = useEntries('sources');
  const repeatedBy = sources.filter(({ fields }) => sameRef(fields.repeats, { kind: 'sources', id }));
  const write = (ref: EntryRef | null): void => {
    set({ kind: 'sources', id }, 'repeats', ref);
    setChoosing(false);
    queueMicrotask(() => opener.current?.focus());
  };
  if (isReadOnly && repeats === null && repeatedBy.length === 0) return null;
  return (
    <section aria-labelledby="repeats" className={styles.repeats}>
      <h3 id="repeats">Repeats</h3>
      {repeats !== null ? (
        <Repeated source={repeats} onRemove={isReadOnly ? undefined : () => write(null)} />
      ) : choosing ? (
        <Choose of={id} onChoose={write} onLeave={() => setChoosing(false)} />
      ) : (
        !isReadOnly && (
          <Button ref={opener} size="small" variant="quiet" onPress={() => setChoosing(true)}>
            Repeats another source…
          </Button>
        )
      )}
      {repeatedBy.length > 0 && (
        <p className={styles.meta}>
          Repeated by {repeatedBy.map(({ fields }) => section('sources').title(fields)).join(', ')}
        </p>
      )}
      {(repeats !== null || repeatedBy.length > 0) && (
        <p className={styles.meta}>They have one origin, and count once as evidence.</p>
      )}
    </section>
  );
}

interface RepeatedProps {
  readonly source: EntryRef;
  readonly onRemove: (() => void) | undefined;
}

function Repeated({ source, onRemove }: RepeatedProps) {
  const title = useTitle(source);
  const view = useView();
  const removing = onRemove === undefined ? {} : { onRemove };
  if (title === null) return <Tag {...removing}>Not in this notebook now</Tag>;
  return (
    <Tag onPress={() => view.go({ view: 'sources', open: source.id }, source)} {...removing}>
      {title}
    </Tag>
  );
}

interface ChooseProps {
  readonly of: string;
  readonly onChoose: (ref: EntryRef) => void;
  readonly onLeave: () => void;
}

function Choose({ of, onChoose, onLeave }: ChooseProps) {
  const sources = useEntries('sources');
  const options = useMemo(
    () =>
      sources.filter(({ id }) => id !== of).map(({ id, fields }) => ({ id, title: section('sources').title(fields) })),
    [sources, of],
  );
  return (
    <ComboBox
      // One has asked for it just now.
      autoFocus
      aria-label="Source that it repeats"
      placeholder="Title of the other source"
      defaultItems={options}
      menuTrigger="focus"
      allowsEmptyCollection
      emptyWords="There is no such source."
      value={null}
      onChange={(key) => {
        if (typeof key === 'string') onChoose({ kind: 'sources', id: key });
      }}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      {(option: { readonly id: string; readonly title: string }) => (
        <Option id={option.id} textValue={option.title}>
          {option.title}
        </Option>
      )}
    </ComboBox>
  );
}
