import type { ReactNode } from 'react';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { sectionList } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { useLedgerCount } from '../../session/evidence.ts';
import { useIds, usePlace, useReadOnly, useView } from '../../session/session-context.ts';
import type { Place, ViewName } from '../../session/view-state.ts';
import { actions } from '../../session/actions.ts';
import { IconButton } from '../../ui/index.ts';
import { actionIds } from '../action-ids.ts';
import { sections } from '../sections.ts';
import { EntryNavLink } from './EntryNavLink.tsx';
import { NavLink } from './NavLink.tsx';
import styles from './Navigation.module.css';

/** More sources than this are behind "All … sources". */
const mostSources = 6;

/** The sections that are jumped to on the Story view. Indicators stand at its top anyway; events have their own view. */
const jumps = sectionList
  .map((section) => ({ kind: section.kind as SectionKind, name: section.names.many }))
  .filter(({ kind }) => sections[kind].Panel !== null && kind !== 'events' && kind !== 'indicators');

/** What a notebook contains, and the ways there. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const view = useView();
  const go = (place: Place, chosen?: EntryRef): void => {
    view.go(place, chosen);
    onGo();
  };
  return (
    <div className={styles.navigation}>
      <Group title="Notebook">
        <ViewLink view="story" name="Story" go={go} />
        <ViewLink view="timeline" name="Timeline" go={go} counts="events" />
        {jumps.map(({ kind, name }) => (
          <SectionLink key={kind} kind={kind} name={name} go={go} />
        ))}
        <LedgerLink go={go} />
      </Group>
      <Group title="Drafts" action={<NewButton label="New draft" action={actionIds.newDraft} onPress={onGo} />}>
        <EntryLinks kind="drafts" view="drafts" go={go} />
      </Group>
      <Group title="Sources" action={<NewButton label="Add source" action={actionIds.addSource} onPress={onGo} />}>
        <EntryLinks kind="sources" view="sources" go={go} most={mostSources} />
      </Group>
      <Group>
        <ViewLink view="search" name="Search" go={go} />
      </Group>
      <Group title="Look back">
        <ViewLink view="history" name="History" go={go} />
        <ViewLink view="trash" name="Trash" go={go} />
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly title?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Group({ title, action, children }: GroupProps) {
  return (
    <div className={styles.group}>
      {title !== undefined && (
        <div className={styles.heading}>
          <h2>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </div>
  );
}

interface NewButtonProps {
  readonly label: string;
  readonly action: string;
  readonly onPress: () => void;
}

function NewButton({ label, action, onPress }: NewButtonProps) {
  if (useReadOnly()) return null;
  return (
    <IconButton
      icon="add"
      label={label}
      onPress={() => {
        actions.run(action);
        onPress();
      }}
    />
  );
}

interface Going {
  /** `chosen`: what is then shown at the right. */
  readonly go: (place: Place, chosen?: EntryRef) => void;
}

/** Whether the place is this view with nothing particular open in it. */
function isAt(place: Place, view: ViewName, section?: string): boolean {
  return place.view === view && place.open === undefined && place.section === section;
}

function ViewLink({ view, name, counts, go }: Going & { view: ViewName; name: string; counts?: SectionKind }) {
  const place = usePlace();
  const current = view === 'story' ? isAt(place, view) || isElsewhereOnStory(place) : place.view === view;
  return (
    <NavLink isCurrent={current} onPress={() => go({ view })} count={useCount(counts)}>
      {name}
    </NavLink>
  );
}

/** The contradiction ledger, with how many rows it has. */
function LedgerLink({ go }: Going) {
  const place = usePlace();
  const count = useLedgerCount();
  return (
    <NavLink
      isCurrent={place.view === 'contradictions'}
      onPress={() => go({ view: 'contradictions' })}
      {...(count === 0 ? {} : { count })}
    >
      Contradictions
    </NavLink>
  );
}

/** On the story, at a section that has no link of its own. */
function isElsewhereOnStory(place: Place): boolean {
  return place.view === 'story' && !jumps.some(({ kind }) => kind === place.section);
}

function SectionLink({ kind, name, go }: Going & { kind: SectionKind; name: string }) {
  const place = usePlace();
  const count = useCount(kind);
  // What could not be filed is worth a line only while there is some.
  if (kind === 'unsorted' && count === 0) return null;
  return (
    <NavLink isCurrent={isAt(place, 'story', kind)} onPress={() => go({ view: 'story', section: kind })} count={count}>
      {name}
    </NavLink>
  );
}

function useCount(kind: SectionKind | undefined): number | undefined {
  // Hooks are called every time; a link without a count listens to a kind whose number it does not show.
  const { length } = useIds(kind ?? 'events');
  return kind === undefined ? undefined : length;
}

interface EntryLinksProps extends Going {
  readonly kind: 'drafts' | 'sources';
  readonly view: 'drafts' | 'sources';
  readonly most?: number;
}

function EntryLinks({ kind, view, go, most = Infinity }: EntryLinksProps) {
  const place = usePlace();
  const ids = useIds(kind);
  const all = kind === 'sources' ? allSources(ids.length) : ids.length === 0 ? 'All drafts' : null;
  return (
    <>
      {ids.slice(0, most).map((id) => (
        <EntryNavLink
          key={id}
          refTo={{ kind, id }}
          isCurrent={place.view === view && place.open === id}
          onPress={() => go({ view, open: id }, { kind, id })}
        />
      ))}
      {all !== null && (
        <NavLink quiet isCurrent={isAt(place, view)} onPress={() => go({ view })}>
          {all}
        </NavLink>
      )}
    </>
  );
}

function allSources(count: number): string {
  return count < 2 ? 'All sources' : `All ${count} sources`;
}
