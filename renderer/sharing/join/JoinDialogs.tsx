import type { Bridge } from '../../../shared/bridge/index.ts';
import type { JoinProgress } from '../../sync/index.ts';
import { Button, Dialog, ProgressBar } from '../../ui/index.ts';
import type { Person } from '../person.ts';
import styles from '../sharing.module.css';
import { AskLink } from './AskLink.tsx';
import { ConfirmJoin } from './ConfirmJoin.tsx';
import type { JoinFlow, JoinStage } from './join-flow.ts';

interface JoinDialogsProps {
  readonly bridge: Pick<Bridge, 'app' | 'encryption'>;
  readonly flow: JoinFlow;
  readonly stage: JoinStage;
  readonly person: Person;
}

/** What is shown while somebody joins a notebook. */
export function JoinDialogs({ bridge, flow, stage, person }: JoinDialogsProps) {
  const cancel = (): void => void flow.cancel();
  switch (stage.kind) {
    case 'asking':
      return <AskLink problem={stage.problem} onRead={(link) => void flow.read(link)} onCancel={cancel} />;
    case 'confirming':
      return <ConfirmJoin bridge={bridge} flow={flow} stage={stage} person={person} />;
    case 'working':
      return (
        <Dialog
          title={`Join “${stage.title}”`}
          size="small"
          isOpen
          isDismissable={false}
          footer={<Button onPress={cancel}>Cancel</Button>}
        >
          <Progress progress={stage.progress} />
        </Dialog>
      );
    case 'waiting':
      return (
        <Dialog
          title={`“${stage.title}” is not here yet`}
          size="small"
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) cancel();
          }}
          footer={
            <>
              <Button onPress={cancel}>Later</Button>
              <Button variant="primary" onPress={() => void flow.fetch(stage.notebook, stage.title)}>
                Try again
              </Button>
            </>
          }
        >
          <p role="alert" className={styles.problem}>
            {stage.problem}
          </p>
          <p className={styles.words}>
            This device is a member of it. The list of notebooks says so, and lets you fetch it another time: the
            invitation is not needed again.
          </p>
        </Dialog>
      );
    case 'known':
      return (
        <Dialog
          title={`You have “${stage.title}” already`}
          size="small"
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) cancel();
          }}
          footer={
            <>
              <Button onPress={cancel}>Close</Button>
              <Button variant="primary" onPress={() => void flow.openKnown()}>
                Open it
              </Button>
            </>
          }
        >
          <p className={styles.words}>
            This device is a member of the notebook already. It needed no invitation, and did not use this one.
          </p>
        </Dialog>
      );
  }
}

function Progress({ progress }: { readonly progress: JoinProgress }) {
  if (progress.step === 'storing')
    return <ProgressBar label="Storing the notebook" value={progress.done} maxValue={Math.max(progress.total, 1)} />;
  return <ProgressBar label={progress.step === 'joining' ? 'Joining' : 'Fetching the notebook'} isIndeterminate />;
}
