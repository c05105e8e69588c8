import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classes, IconButton } from '../../ui/index.ts';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  readonly side: 'left' | 'right';
  /** `nav` is the list of contents, `aside` what belongs to the selection. */
  readonly as: 'nav' | 'aside';
  readonly label: string;
  /** A drawer lies over the centre while it is open; otherwise the panel has its own column. */
  readonly isDrawer: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The edge it is resized by. */
  readonly resizer?: ReactNode;
}

/** Menus and dialogs opened from a drawer lie outside of it but belong to it; its button closes it by itself. */
function isElsewhere(target: globalThis.Element, panel: HTMLElement | null): boolean {
  if (target.closest('#root') === null || target.closest('[aria-expanded]') !== null) return false;
  return panel?.contains(target) === false;
}

/** One of the two panels beside the work; a drawer in a narrow window, closed by its button, Escape or a click elsewhere. */
export function SidePanel(props: SidePanelProps) {
  const { side, as: Element, label, isDrawer, isOpen, onClose, children, resizer } = props;
  const panel = useRef<HTMLElement>(null);
  const drawn = isDrawer && isOpen;

  useEffect(() => {
    if (!drawn) return;
    const before = document.activeElement;
    panel.current?.querySelector<HTMLElement>('button, [tabindex="0"], a[href]')?.focus();
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof globalThis.Element && isElsewhere(event.target, panel.current)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      // Focus goes back to the button that opened it, unless it has gone elsewhere on purpose.
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost && before instanceof HTMLElement) before.focus();
    };
  }, [drawn, onClose]);

  if (!isOpen) return null;
  // Escape closes the drawer from wherever the focus is in it.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isDrawer || event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <Element
      ref={panel}
      aria-label={label}
      className={classes(styles.panel, styles[side], isDrawer && styles.drawer)}
      onKeyDown={onKeyDown}
    >
      {isDrawer && (
        <div className={styles.close}>
          <IconButton icon="close" label={`Close ${label.toLowerCase()}`} tip={false} onPress={onClose} />
        </div>
      )}
      <div className={styles.content}>{children}</div>
      {!isDrawer && resizer}
    </Element>
  );
}
