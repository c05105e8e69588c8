import { type ReactNode, useSyncExternalStore } from 'react';
import { Button, ProgressBar } from '../../ui/index.ts';
import type { ConversionFlow, ConversionStep, Direction } from './conversion-flow.ts';
import styles from './encryption.module.css';

const titles: Readonly<Record<Direction, string>> = {
  encrypted: 'Encrypting the library',
  plain: 'Taking the encryption off',
};
const back: Readonly<Record<Direction, string>> = {
  encrypted: 'Stop, and do not encrypt',
  plain: 'Stop, and keep it encrypted',
};

/** The library is being converted, and rests meanwhile. */
export function ConversionScreen({ flow }: { readonly flow: ConversionFlow }) {
  const step = useSyncExternalStore(
    (listener) => flow.onChange(listener),
    () => flow.current(),
  );
  return (
    <main aria-label="Conversion of the library" className={styles.screen}>
      <Shown flow={flow} step={step} />
    </main>
  );
}

function Shown({ flow, step }: { readonly flow: ConversionFlow; readonly step: ConversionStep }) {
  switch (step.kind) {
    case 'asking':
      return <Asking flow={flow} />;
    case 'working':
      return <Working flow={flow} {...step} />;
    case 'failed':
      return (
        <>
          <h1>{titles[step.towards]}: it could not go on</h1>
          <p role="alert" className={styles.problem}>
            {step.message}
          </p>
          <p className={styles.words}>
            Nothing is lost: each notebook is either as it was or converted whole, and going on begins with the next.
          </p>
          <Ways flow={flow} towards={step.towards} />
        </>
      );
    case 'left':
      return (
        <>
          <h1>Some notebooks stayed as they were</h1>
          <ul className={styles.left}>
            {step.left.map(({ title, message }, at) => (
              <li key={at}>
                <strong>{title === '' ? 'Without a title' : title}</strong>. {message}
              </li>
            ))}
          </ul>
          <p className={styles.words}>
            {step.towards === 'encrypted'
              ? 'All others are encrypted. These are not, and cannot be opened until they are.'
              : 'All others are not encrypted any more.'}
          </p>
          <Ways flow={flow} towards={step.towards}>
            {step.towards === 'encrypted' && <Button onPress={() => flow.leave()}>Go to the notebooks</Button>}
          </Ways>
        </>
      );
    case 'done':
      return <ProgressBar label="Opening the notebooks" isIndeterminate />;
  }
}

function Asking({ flow }: { readonly flow: ConversionFlow }) {
  return (
    <>
      <h1>Is the encryption to be taken off?</h1>
      <p className={styles.words}>
        The library was being made a plain one, and that was interrupted. Some of its notebooks may be plain already.
      </p>
      <div className={styles.buttons}>
        <Button variant="primary" autoFocus onPress={() => void flow.go('encrypted')}>
          Keep it encrypted
        </Button>
        <Button onPress={() => void flow.go('plain')}>Take the encryption off</Button>
      </div>
    </>
  );
}

type Working = Extract<ConversionStep, { kind: 'working' }>;

function Working({ flow, towards, progress }: Working & { readonly flow: ConversionFlow }) {
  const label = towards === 'encrypted' ? 'Encrypting and comparing' : 'Writing and comparing';
  return (
    <>
      <h1>{titles[towards]}</h1>
      <p className={styles.words}>
        Every notebook is written anew and compared before the old one goes. Backstory may be closed, or end by itself:
        the next start goes on from here.
      </p>
      {progress === null ? (
        <ProgressBar label={label} isIndeterminate />
      ) : (
        <ProgressBar label={label} value={progress.done} maxValue={Math.max(progress.total, 1)} />
      )}
      <div className={styles.buttons}>
        <Button onPress={() => void flow.turnBack()}>{back[towards]}</Button>
      </div>
    </>
  );
}

interface WaysProps {
  readonly flow: ConversionFlow;
  readonly towards: Direction;
  readonly children?: ReactNode;
}

function Ways({ flow, towards, children }: WaysProps) {
  return (
    <div className={styles.buttons}>
      <Button variant="primary" onPress={() => void flow.again()}>
        Try again
      </Button>
      {children}
      <Button onPress={() => void flow.turnBack()}>
        {towards === 'encrypted' ? 'Take the encryption off' : 'Keep it encrypted'}
      </Button>
    </div>
  );
}
