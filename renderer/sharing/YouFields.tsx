import { useEffect, useState } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import { TextField } from '../ui/index.ts';
import { firstLabel, rememberDevice, rememberedDevice } from './person.ts';
import type { Person } from './person.ts';
import styles from './sharing.module.css';

/** How this person and this device are called in a shared notebook. */
export interface You {
  readonly name: string;
  readonly device: string;
}

/** The two names, as typed; what they were the last time to begin with. */
export function useYou(bridge: Pick<Bridge, 'app'>, person: Person): readonly [You, (change: Partial<You>) => void] {
  const [you, setYou] = useState<You>({ name: person.name, device: rememberedDevice() ?? '' });
  useEffect(() => {
    if (rememberedDevice() !== null) return;
    void bridge.app
      .info()
      .then(({ platform }) => setYou((now) => (now.device === '' ? { ...now, device: firstLabel(platform) } : now)));
  }, [bridge]);
  return [you, (change) => setYou((now) => ({ ...now, ...change }))];
}

/** Trimmed, and remembered for the next time. */
export function settle({ name, device }: You, person: Person): You {
  const settled = { name: name.trim(), device: device.trim() };
  if (settled.name !== person.name) person.rename(settled.name);
  rememberDevice(settled.device);
  return settled;
}

interface YouFieldsProps {
  readonly you: You;
  readonly onChange: (change: Partial<You>) => void;
  readonly autoFocus?: boolean;
}

/** Asks what teammates are to see of who one is. */
export function YouFields({ you, onChange, autoFocus = false }: YouFieldsProps) {
  return (
    <div className={styles.two}>
      <TextField
        label="Your name"
        description="Your teammates see it; the relay does not."
        value={you.name}
        onChange={(name) => onChange({ name })}
        maxLength={200}
        autoFocus={autoFocus}
      />
      <TextField
        label="This device"
        description="Tells your devices apart."
        value={you.device}
        onChange={(device) => onChange({ device })}
        maxLength={200}
      />
    </div>
  );
}
