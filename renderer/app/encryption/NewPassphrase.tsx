import { useState } from 'react';
import { shortestPassphrase } from '../../../shared/bridge/index.ts';
import { Checkbox } from '../../ui/index.ts';
import { SecretField } from './SecretField.tsx';

interface NewPassphraseProps {
  /** Given the passphrase when it is long enough and was typed twice alike; else null. */
  readonly onChange: (passphrase: string | null) => void;
}

/** A new passphrase, typed twice. */
export function NewPassphrase({ onChange }: NewPassphraseProps) {
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [isShown, setShown] = useState(false);
  const take = (change: Partial<typeof typed>): void => {
    const next = { ...typed, ...change };
    setTyped(next);
    onChange(next.first.length >= shortestPassphrase && next.first === next.second ? next.first : null);
  };
  const { first, second } = typed;
  const differs = second !== '' && !first.startsWith(second);
  return (
    <>
      <SecretField
        label="New passphrase"
        description={`At least ${shortestPassphrase} characters. Several words that nobody would put together are strong, and easy to keep in mind.`}
        value={first}
        onChange={(value) => take({ first: value })}
        isShown={isShown}
        isNew
      />
      <SecretField
        label="The same once more"
        value={second}
        onChange={(value) => take({ second: value })}
        isShown={isShown}
        isNew
        problem={differs ? 'The two are not the same.' : null}
      />
      <Checkbox isSelected={isShown} onChange={setShown}>
        Show what I type
      </Checkbox>
    </>
  );
}
