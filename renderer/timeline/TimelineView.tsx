import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useApplyMoves, useReadingDay, useRemoveEntry } from '../fields/index.ts';
import { useActions } from '../session/actions.ts';
import { useEvidenceSets } from '../session/evidence.ts';
import { useNoteCounts } from '../session/notes-index.ts';
import {
  useCommands,
  useNow,
  usePlace,
  usePast,
  useReadOnly,
  useSelection,
  useSession,
  useView,
} from '../session/session-context.ts';
import { Button, EmptyState, IconButton, toasts } from '../ui/index.ts';
import { fitDomain, panned, showing, zoomed } from './axis/domain.ts';
import type { Domain } from './axis/domain.ts';
import { TimelineAxis } from './axis/TimelineAxis.tsx';
import { EventList } from './EventList.tsx';
import type { EventListHandle } from './EventList.tsx';
import { applyFilter, isNarrowed, namesOf, noFilter } from './filter.ts';
import { FilterBar } from './FilterBar.tsx';
import { stepMoves } from './step-moves.ts';
import styles from './timeline.module.css';
import { useTimelineItems } from './use-timeline-items.ts';

const doNothing = (): void => undefined;

/** The timeline: a zoomable axis over the list of events, with filters. Choosing an event shows it at the right. */
export function TimelineView() {
  const { reader } = useSession();
  const view = useView();
  const place = usePlace();
  const selection = useSelection();
  const { create } = useCommands();
  const removeEntry = useRemoveEntry();
  const applyMoves = useApplyMoves('events');
  const items = useTimelineItems();
  const asOf = useReadingDay();
  const noteCounts = useNoteCounts('events');
  const evidenced = useEvidenceSets('events');
  const list = useRef<EventListHandle>(null);
  const [filter, setFilter] = useState(noFilter);
  const [arrived, setArrived] = useState(place);
  const [zoom, setZoom] = useState<Domain | null>(null);
  const today = useNow();
  const isReadOnly = useReadOnly();
  const isPast = usePast() !== null;
  // Narrowing ten thousand events may take longer than a frame; typing must not wait for it.
  const deferred = useDeferredValue(filter);
  const shown = useMemo(
    () => applyFilter(items, deferred, namesOf(reader, deferred.actor), evidenced),
    [items, deferred, reader, evidenced],
  );
  const ids = useMemo(() => shown.map((item) => item.id), [shown]);
  const fitted = useMemo(() => fitDomain(shown, today.getTime()), [shown, today]);
  const domain = zoom ?? fitted;
  const selected = selection?.kind === 'events' ? selection.id : null;
  const select = (id: string): void => {
    view.select({ kind: 'events', id });
    const bounds = items.find((item) => item.id === id)?.bounds;
    if (bounds !== undefined && bounds !== null && zoom !== null) {
      const at = bounds.start ?? bounds.end ?? zoom.start;
      setZoom(showing(zoom, at, Math.max(at, Math.min(bounds.end ?? at, at + (zoom.end - zoom.start) / 2))));
    }
  };
  if (place !== arrived) {
    setArrived(place);
    // Arriving from the search on an event that the filter hides: the event matters more than the filter.
    if (selected !== null && isNarrowed(filter) && !ids.includes(selected)) setFilter(noFilter);
  }
  const add = (): void => {
    const ref = create({ kind: 'events', fields: {} }, { after: null });
    setFilter(noFilter);
    view.select(ref);
  };
  const del = (id: string): void => {
    const at = ids.indexOf(id);
    const next = ids[at + 1] ?? ids[at - 1];
    removeEntry({ kind: 'events', id });
    view.select(next === undefined ? null : { kind: 'events', id: next });
  };
  const move = (id: string, by: -1 | 1): void => {
    const found = stepMoves(reader.list('events'), ids, id, by);
    if (found.ok) applyMoves(found.moves);
    else toasts.show({ message: found.why });
  };
  const scale = (factor: number): void => setZoom(zoomed(domain, factor));
  useActions([
    ...(isReadOnly ? [] : [{ id: 'timeline.add', title: 'Add event', group: 'Timeline', run: add }]),
    { id: 'timeline.zoom-in', title: 'Zoom in on the timeline', group: 'Timeline', run: () => scale(0.5) },
    { id: 'timeline.zoom-out', title: 'Zoom out of the timeline', group: 'Timeline', run: () => scale(2) },
    { id: 'timeline.fit', title: 'Show the whole timeline', group: 'Timeline', run: () => setZoom(null) },
    { id: 'timeline.clear', title: 'Show all events', group: 'Timeline', run: () => setFilter(noFilter) },
    { id: 'timeline.list', title: 'Go to the list of events', group: 'Timeline', run: () => list.current?.focus() },
  ]);
  if (items.length === 0 && isReadOnly) {
    return (
      <div className={styles.empty}>
        {isPast ? (
          <EmptyState title="No events then">The timeline was still empty at this moment.</EmptyState>
        ) : (
          <EmptyState title="No events yet">What happened, what was said, what is expected stands here.</EmptyState>
        )}
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <div className={styles.empty}>
        <EmptyState title="No events yet" action={<Button onPress={add}>Add event</Button>}>
          What happened, what was said, what is expected: each with its date, however vague. A story page dropped on the
          window brings its timeline along.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.view}>
      <div className={styles.axisFrame}>
        <TimelineAxis
          items={shown}
          domain={domain}
          today={today.getTime()}
          todayWords={isPast ? 'then' : 'today'}
          selected={selected}
          onDomain={setZoom}
          onSelect={select}
        />
        <div className={styles.tools} role="toolbar" aria-label="Time axis">
          <IconButton label="Earlier" icon="back" onPress={() => setZoom(panned(domain, -0.4))} />
          <IconButton label="Later" icon="chevron-right" onPress={() => setZoom(panned(domain, 0.4))} />
          <IconButton label="Zoom out" icon="minus" onPress={() => scale(2)} />
          <IconButton label="Zoom in" icon="add" onPress={() => scale(0.5)} />
          <Button variant="quiet" isDisabled={zoom === null} onPress={() => setZoom(null)}>
            Fit all
          </Button>
        </div>
      </div>
      <FilterBar items={items} filter={filter} shown={shown.length} evidenced={evidenced} onFilter={setFilter} />
      {shown.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState
            title="No event fits"
            action={<Button onPress={() => setFilter(noFilter)}>Show all events</Button>}
          >
            Nothing on the timeline meets all of the filters.
          </EmptyState>
        </div>
      ) : (
        <EventList
          handle={list}
          ids={ids}
          selected={selected}
          asOf={asOf}
          noteCounts={noteCounts}
          saysUnsupported={evidenced.hasAny}
          onSelect={select}
          onMove={isReadOnly ? doNothing : move}
          onDelete={isReadOnly ? doNothing : del}
        />
      )}
    </div>
  );
}
