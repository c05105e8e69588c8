import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './Dialog.module.css';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly title: string;
  /** A function gets the way to close it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  /** The buttons along the foot, the one step on last. */
  readonly footer?: ReactNode | ((close: () => void) => ReactNode);
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly size?: 'small' | 'normal' | 'large';
  /** An alert asks something before anything can be lost, and is not dismissed by a click beside it. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Off while something runs that must not be left. */
  readonly isDismissable?: boolean;
}

/** A window over the window: keeps focus, closes with Escape, gives focus back. */
export function Dialog(props: DialogProps) {
  const {
    title,
    children,
    footer,
    isOpen,
    onOpenChange,
    size = 'normal',
    role = 'dialog',
    isDismissable = true,
  } = props;
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isDismissable={isDismissable && role === 'dialog'}
      isKeyboardDismissDisabled={!isDismissable}
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          {({ close }) => (
            <>
              <header className={styles.header}>
                <Heading slot="title" level={2} className={styles.title ?? ''}>
                  {title}
                </Heading>
                {isDismissable && role === 'dialog' && (
                  <IconButton icon="close" label="Close" tip={false} onPress={close} />
                )}
              </header>
              <div className={styles.body}>{typeof children === 'function' ? children(close) : children}</div>
              {footer !== undefined && (
                <footer className={styles.footer}>{typeof footer === 'function' ? footer(close) : footer}</footer>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
