import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { fittingWidth, panelLimits } from './panel-sizes.ts';
import type { PanelName } from './panel-sizes.ts';
import styles from './Resizer.module.css';

interface ResizerProps {
  readonly panel: PanelName;
  /** "Width of the details". */
  readonly label: string;
  /** Which way the panel grows when the edge is moved right: 1 for a panel on the left. */
  readonly direction: 1 | -1;
  readonly width: number;
  readonly onResize: (width: number) => void;
}

const step = 16;

/** The edge between a panel and the centre: dragged, or moved with the arrow keys; a double click gives the usual width. */
export function Resizer({ panel, label, direction, width, onResize }: ResizerProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const { min, max, normal } = panelLimits[panel];
  const resize = (to: number): void => onResize(fittingWidth(panel, to));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current !== null) resize(start.current.width + direction * (event.clientX - start.current.x));
  };
  const stop = (): void => {
    start.current = null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const to = widthAfterKey(event.key);
    if (to === null) return;
    event.preventDefault();
    resize(to);
  };
  const widthAfterKey = (key: string): number | null => {
    if (key === 'ArrowLeft') return width - direction * step;
    if (key === 'ArrowRight') return width + direction * step;
    if (key === 'Home') return min;
    return key === 'End' ? max : null;
  };

  return (
    // A separator that can be focused and moved is a widget, which the rule's list of roles does not know.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={width}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.resizer}
      data-side={direction === 1 ? 'end' : 'start'}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onDoubleClick={() => resize(normal)}
      onKeyDown={onKeyDown}
    />
  );
}
