import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { Capture } from '../../../session/captured-reading.ts';
import { momentWords, Option, Select, Tooltip, TooltipTrigger } from '../../../ui/index.ts';
import { isReaderView, viewNames } from './reader-views.ts';
import type { ReaderView } from './reader-views.ts';
import styles from './reader.module.css';
import type { CaretMode } from './use-caret.ts';

export interface ReaderBarProps {
  /** Ways this capture can be shown; one alone is not offered. */
  readonly views: readonly ReaderView[];
  readonly view: ReaderView;
  readonly onView: (view: ReaderView) => void;
  /** All captures of the source, oldest first; one alone is not offered. */
  readonly captures: readonly Capture[];
  readonly capture: Capture;
  readonly onCapture: (hash: string) => void;
  /** Absent where there are no words to select. */
  readonly caret?: CaretMode;
  readonly children?: ReactNode;
}

/** What stays above the text: finding, which version and how it is shown, and the caret. */
export function ReaderBar(props: ReaderBarProps) {
  const { views, view, onView, captures, capture, onCapture, caret, children } = props;
  return (
    <div className={styles.readerBar}>
      {children}
      <span className={styles.space} />
      {captures.length > 1 && (
        <Select
          aria-label="Version"
          className={styles.version}
          value={capture.hash}
          onChange={(key) => {
            if (typeof key === 'string') onCapture(key);
          }}
        >
          {[...captures].reverse().map((one, index) => (
            <Option key={one.hash} id={one.hash} textValue={versionWords(one, index)}>
              {versionWords(one, index)}
            </Option>
          ))}
        </Select>
      )}
      {views.length > 1 && (
        <ToggleButtonGroup
          aria-label="Show as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={(keys) => {
            const [key] = keys;
            if (isReaderView(key)) onView(key);
          }}
          className={styles.views ?? ''}
        >
          {views.map((one) => (
            <ToggleButton key={one} id={one} className={styles.viewButton ?? ''}>
              {viewNames[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {caret !== undefined && (
        <TooltipTrigger>
          <ToggleButton
            aria-label="Select with the keyboard"
            isSelected={caret.isOn}
            onChange={caret.toggle}
            className={styles.caretButton ?? ''}
          >
            <span aria-hidden="true">I</span>
          </ToggleButton>
          <Tooltip>Select with the keyboard (F7)</Tooltip>
        </TooltipTrigger>
      )}
    </div>
  );
}

/** "Latest: yesterday at 09:12". */
function versionWords({ capturedAt }: Capture, fromLatest: number): string {
  const when = momentWords(capturedAt, new Date());
  return fromLatest === 0 ? `Latest: ${when}` : when;
}
