import { useMemo, useRef } from 'react';
import type { PointerEvent } from 'react';
import { useReadOnly } from '../../session/session-context.ts';
import type { TimelineItem } from '../item.ts';
import styles from './axis.module.css';
import { AxisMark } from './AxisMark.tsx';
import { panned, zoomed } from './domain.ts';
import type { Domain } from './domain.ts';
import { columnWidth, layOut } from './layout.ts';
import { isLabelled, labelSpan, ticksOf } from './ticks.ts';
import { useElementWidth } from './use-element-width.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';

interface TimelineAxisProps {
  readonly items: readonly TimelineItem[];
  readonly domain: Domain;
  readonly today: number;
  /** What that moment is called: "today". */
  readonly todayWords: string;
  readonly selected: string | null;
  onDomain(domain: Domain): void;
  onSelect(id: string): void;
}

const lanes = 6;
const laneHeight = 26;
const top = 30;

/** The time axis: drag or scroll sideways to move, Ctrl and scroll (or pinch) to zoom. The buttons beside it do the same. */
export function TimelineAxis({ items, domain, today, todayWords, selected, onDomain, onSelect }: TimelineAxisProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useElementWidth(frame);
  const drag = useRef<{ x: number; domain: Domain } | null>(null);
  useWheelZoom(frame, (zoom, pan, share) => onDomain(zoom === 1 ? panned(domain, pan) : zoomed(domain, zoom, share)));
  const layout = useMemo(() => layOut(items, domain, { width, lanes, selected }), [items, domain, width, selected]);
  const ticks = useMemo(() => ticksOf(domain, width), [domain, width]);
  const todayLeft = ((today - domain.start) / (domain.end - domain.start)) * width;
  const todaySpan = todayLeft >= 0 && todayLeft <= width ? labelSpan(todayLeft, todayWords, width) : null;
  const start = (event: PointerEvent): void => {
    const onMark = event.target instanceof Element && event.target.closest('button') !== null;
    if (event.button !== 0 || onMark) return;
    drag.current = { x: event.clientX, domain };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (drag.current !== null)
      onDomain(panned(drag.current.domain, (drag.current.x - event.clientX) / Math.max(1, width)));
  };
  const isReadOnly = useReadOnly();
  const dated = items.some((item) => item.bounds !== null);
  const densest = Math.max(1, ...layout.density);
  return (
    <div
      ref={frame}
      className={styles.axis}
      role="group"
      aria-label="Time axis"
      style={{ height: dated ? top + lanes * laneHeight + 36 : 88 }}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
    >
      {ticks.map((tick) => (
        <span key={tick.at} className={styles.tick} style={{ left: tick.left }}>
          {/* A label there is no room for is left out; its line stays. */}
          {isLabelled(tick, width, todaySpan) && <span className={styles.tickLabel}>{tick.label}</span>}
        </span>
      ))}
      {todaySpan !== null && (
        <span className={styles.today} style={{ left: todayLeft }}>
          <span className={todaySpan[0] < todayLeft ? styles.todayLabelLeft : styles.todayLabel}>{todayWords}</span>
        </span>
      )}
      {layout.marks.map((mark) => (
        <AxisMark
          key={mark.id}
          mark={mark}
          top={top + mark.lane * laneHeight}
          selected={mark.id === selected}
          onSelect={onSelect}
        />
      ))}
      {!dated && (
        <p className={styles.nothing}>
          {isReadOnly
            ? 'No event here has a date.'
            : 'No event here has a date yet. Give one a date, however vague, and it stands here.'}
        </p>
      )}
      {layout.hidden > 0 && (
        <>
          <div className={styles.density} aria-hidden="true">
            {layout.density.map((count, column) =>
              count === 0 ? null : (
                <span
                  // Columns have no identity but their place.
                  key={column}
                  style={{ left: column * columnWidth, height: 3 + 13 * (count / densest) }}
                />
              ),
            )}
          </div>
          <span className={styles.hidden}>{layout.hidden.toLocaleString('en')} more: zoom in</span>
        </>
      )}
    </div>
  );
}
