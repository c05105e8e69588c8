import { useState } from 'react';
import type { ReactNode } from 'react';
import type { UpdateChoice, UpdateItem } from '../../shared/imports/index.ts';
import { findSection } from '../../shared/story/sections.ts';
import { Button, Checkbox, Disclosure, Radio, RadioGroup } from '../ui/index.ts';
import type { Choosing } from './choosing.ts';
import { Differences } from './Differences.tsx';
import { namesOf } from './draft-entries.ts';
import styles from './imports.module.css';

/** Rows shown at first: a page may have thousands. */
const shownFirst = 100;

interface ItemsProps extends Choosing {
  readonly items: readonly UpdateItem[];
}

/** Items that are taken over or not. */
export function TickItems({ title, items, choiceOf, choose }: ItemsProps & { readonly title: string }) {
  const taken = items.filter((item) => choiceOf(item) !== 'skip').length;
  const keys = items.map((item) => item.key);
  return (
    <Group
      title={title}
      items={items}
      action={
        <Checkbox
          aria-label={`${title}: all ${items.length}`}
          isSelected={taken === items.length}
          isIndeterminate={taken > 0 && taken < items.length}
          onChange={(isSelected) => choose(keys, isSelected ? 'take' : 'skip')}
        >
          {taken} of {items.length}
        </Checkbox>
      }
    >
      {(item) => (
        <>
          <Checkbox
            className={styles.itemHead}
            isSelected={choiceOf(item) !== 'skip'}
            onChange={(isSelected) => choose([item.key], isSelected ? 'take' : 'skip')}
          >
            <span className={styles.itemTitle}>{item.title}</span>
          </Checkbox>
          <span className={styles.meta}>
            {nameOf(item)}
            {item.inTrash && ' · in the trash of this notebook'}
            {item.status === 'new' && item.draft !== null && detailOf(item)}
          </span>
          <Differences differences={item.differences} />
        </>
      )}
    </Group>
  );
}

/** Items that may be about something the notebook has already: nothing happens to them unless a person says so. */
export function DoubtfulItems({ items, choiceOf, choose }: ItemsProps) {
  return (
    <Group title="Possible duplicates" items={items}>
      {(item) => (
        <>
          <span className={styles.itemTitle}>{item.title}</span>
          <span className={styles.meta}>
            {nameOf(item)} · may be “{item.similarTo?.title}”
          </span>
          <RadioGroup
            aria-label={`What to do with ${item.title}`}
            orientation="horizontal"
            value={choiceOf(item)}
            // The radios below have no other values.
            onChange={(value) => choose([item.key], value as UpdateChoice)}
          >
            <Radio value="skip">Leave out</Radio>
            <Radio value="merge">Update the one in the notebook</Radio>
            <Radio value="take">Add as new</Radio>
          </RadioGroup>
          {choiceOf(item) === 'merge' && <Differences differences={item.similarTo?.differences ?? []} />}
        </>
      )}
    </Group>
  );
}

/** Items nothing is done with, shown on demand. */
export function KnownItems({ title, items }: { readonly title: string; readonly items: readonly UpdateItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.sections} aria-label={title}>
      <li>
        <Disclosure
          className={styles.section}
          title={
            <span className={styles.line}>
              {title} <span className={styles.count}>{items.length}</span>
            </span>
          }
        >
          <ul className={styles.rows}>
            {items.map((item) => (
              <li key={item.key}>
                <span className={styles.rowTitle}>{item.title}</span>
                <span className={styles.rowDetail}>{nameOf(item)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      </li>
    </ul>
  );
}

interface GroupProps {
  readonly title: string;
  readonly items: readonly UpdateItem[];
  readonly action?: ReactNode;
  readonly children: (item: UpdateItem) => ReactNode;
}

function Group({ title, items, action, children }: GroupProps) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, shownFirst);
  return (
    <>
      <div className={styles.groupHead}>
        <h3 className={styles.subheading}>{title}</h3>
        {action}
      </div>
      <ul className={styles.sections} aria-label={title}>
        {shown.map((item) => (
          <li key={item.key} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <Button size="small" variant="quiet" onPress={() => setAll(true)}>
          Show all {items.length}
        </Button>
      )}
    </>
  );
}

function nameOf(item: UpdateItem): string {
  return findSection(item.kind)?.names.one ?? item.kind;
}

function detailOf({ draft }: UpdateItem): string {
  const detail = draft === null ? '' : namesOf(draft).detail;
  return detail === '' ? '' : ` · ${detail}`;
}
