import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import type { DraftImage } from '../../../shared/story/draft-block.ts';
import { Button, Popover, TextField } from '../../ui/index.ts';
import { RichTextField } from '../RichTextField.tsx';
import { useSettled } from '../use-settled.ts';
import styles from './images.module.css';

/** What was said of a picture, as far as it changed. */
export type PictureSaid = Partial<Pick<DraftImage, 'alt' | 'caption'>>;

interface Props {
  readonly picture: Omit<DraftImage, 'type'>;
  readonly anchor: RefObject<Element | null>;
  readonly onChange: (said: PictureSaid) => void;
  readonly onClose: () => void;
  /** Closed as well, and one goes on writing. */
  readonly onDone: () => void;
  readonly onRemove: () => void;
}

/** What is said of a picture: for those who do not see it, and below it. Stored as one writes. */
export function PictureWords({ picture, anchor, onChange, onClose, onDone, onRemove }: Props) {
  const alt = useSettled(picture.alt, (next) => onChange({ alt: next }));
  const caption = useSettled(picture.caption, (next) => onChange({ caption: next }));
  const settle = (): void => {
    alt.settle();
    caption.settle();
  };
  const close = (): void => {
    settle();
    onClose();
  };
  const finish = (): void => {
    settle();
    onDone();
  };
  return (
    <Popover triggerRef={anchor} isOpen placement="bottom start" onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog aria-label="Picture">
        {/* Whatever takes the focus away, what was written is stored by then. */}
        <div className={styles.form} onBlur={settle}>
          <TextField
            label="What it shows"
            description="Read out to those who do not see it."
            value={alt.shown}
            onChange={alt.change}
            maxLength={1000}
            autoFocus
          />
          <div>
            <p className={styles.label} aria-hidden="true">
              Caption
            </p>
            <div className={styles.input}>
              <RichTextField
                label="Caption"
                value={caption.shown}
                onChange={caption.change}
                undo="own"
                onSubmit={finish}
                onCancel={close}
              />
            </div>
          </div>
          <div className={styles.buttons}>
            <Button size="small" variant="quiet" onPress={onRemove}>
              Remove picture
            </Button>
            <Button size="small" variant="primary" onPress={finish}>
              Done
            </Button>
          </div>
        </div>
      </Dialog>
    </Popover>
  );
}
