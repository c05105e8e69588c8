import { useState } from 'react';
import type { Bridge, EncryptionState } from '../../../shared/bridge/index.ts';
import { Button } from '../../ui/index.ts';
import { useTheme } from '../theme.ts';
import { ConversionFlow } from './conversion-flow.ts';
import { ConversionScreen } from './ConversionScreen.tsx';
import styles from './encryption.module.css';
import { LockedScreen } from './LockedScreen.tsx';

/** What keeps the window from its notebooks. */
export type Shut = Exclude<EncryptionState, { kind: 'plain' | 'open' }>;

interface GateProps {
  readonly bridge: Pick<Bridge, 'encryption' | 'on'>;
  readonly state: Shut;
  /** Looks again how it stands; `anyway`: goes on though some notebooks are not as the library is. */
  readonly onChange: (anyway: boolean) => void;
}

/** Stands before the notebooks of an encrypted library until they can be opened. */
export function Gate({ bridge, state, onChange }: GateProps) {
  // The main process tells the system's colours by the setting.
  useTheme('system');
  switch (state.kind) {
    case 'locked':
      return <LockedScreen bridge={bridge} {...state} onUnlocked={() => onChange(false)} />;
    case 'unfinished':
      return <Conversion bridge={bridge} state={state} onChange={onChange} />;
    case 'trouble':
      return (
        <main aria-label="The library cannot be unlocked" className={styles.screen}>
          <h1>The library cannot be unlocked</h1>
          <p role="alert" className={styles.words}>
            {state.message}
          </p>
          <div className={styles.buttons}>
            <Button variant="primary" onPress={() => onChange(false)}>
              Try again
            </Button>
          </div>
        </main>
      );
  }
}

function Conversion({
  bridge,
  state,
  onChange,
}: GateProps & { readonly state: Extract<Shut, { kind: 'unfinished' }> }) {
  const [flow] = useState(() => {
    const made: ConversionFlow = new ConversionFlow(bridge, state, () => onChange(made.current().kind === 'left'));
    return made;
  });
  return <ConversionScreen flow={flow} />;
}
