import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Slider as AriaSlider, SliderFill, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import styles from './Slider.module.css';

export interface SliderProps {
  readonly 'aria-label': string;
  /** From 0 to `max`, in steps of one. */
  readonly value: number;
  readonly max: number;
  /** What the value means, for assistive technology: "3 March 2026, 16:20". */
  readonly valueWords: string;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
  /** PageUp (1) or PageDown (-1); without it they go a tenth of the way. */
  readonly onPage?: (step: -1 | 1) => void;
}

/** One value on a line: arrows go one step, PageUp and PageDown further, Home and End to the ends. */
export function Slider(props: SliderProps) {
  const { 'aria-label': label, value, max, valueWords, isDisabled = false, onChange, onPage } = props;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // React Aria names a value by its number, and takes no words for it.
    input.current?.setAttribute('aria-valuetext', valueWords);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : null;
    if (step === null || onPage === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onPage(step);
  };
  return (
    // The key is taken on its way down to the slider, which is the control.

    <div onKeyDownCapture={onKeyDown}>
      <AriaSlider
        aria-label={label}
        className={styles.slider ?? ''}
        minValue={0}
        maxValue={max}
        value={value}
        isDisabled={isDisabled}
        onChange={onChange}
      >
        <SliderTrack className={styles.track ?? ''}>
          <SliderFill className={styles.fill ?? ''} />
          <SliderThumb inputRef={input} className={styles.thumb ?? ''} />
        </SliderTrack>
      </AriaSlider>
    </div>
  );
}
