import { Suspense } from 'react';
import { ExchangeDialog } from '../interchange/index.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { ChooseDialog } from './ChooseDialog.tsx';
import type { ImportController, ImportState } from './import-controller.ts';
import { PreviewDialog } from './PreviewDialog.tsx';
import { ProblemDialog } from './ProblemDialog.tsx';
import { ProgressDialog } from './ProgressDialog.tsx';
import { TableDialog } from './table/index.ts';
import { UpdateDialog } from './UpdateDialog.tsx';
import { WaitingNames } from './WaitingNames.tsx';

interface ImportStageProps {
  readonly controller: ImportController;
  readonly state: ImportState;
  readonly open: OpenNotebook | null;
}

/** The dialog of the step an import is at. */
export function ImportStage({ controller, state: { stage, waiting }, open }: ImportStageProps) {
  if (stage === null) return null;
  const queue = { waiting, onForget: controller.forgetWaiting };
  const onCancel = (): void => controller.cancel();
  switch (stage.kind) {
    case 'reading':
      return <ProgressDialog title="Reading" label={`Reading “${stage.name}”`} progress={null} onCancel={onCancel} />;
    case 'applying':
      return (
        <ProgressDialog title="Importing" label={`Importing “${stage.name}”`} progress={stage} onCancel={onCancel} />
      );
    case 'problem':
      return (
        <ProblemDialog
          {...stage}
          hasNotebook={open !== null}
          {...queue}
          onKeep={(as) => void controller.keepText(as)}
          onCancel={onCancel}
        />
      );
    case 'choose':
      return (
        <ChooseDialog
          draft={stage.draft}
          notebook={open?.session.reader.story().fields.title || 'Untitled notebook'}
          {...queue}
          onNew={() => controller.choose('new')}
          onUpdate={() => controller.choose('update')}
          onSource={() => controller.choose('source')}
          onCancel={onCancel}
        />
      );
    case 'preview':
      return (
        <PreviewDialog
          draft={stage.draft}
          {...queue}
          onAccept={(answers) => void controller.acceptNew(answers)}
          onCancel={onCancel}
        />
      );
    case 'table':
      return (
        <Suspense>
          <TableDialog
            // Read again in another way, it is another table.
            key={`${stage.file.table.encoding ?? ''}/${stage.file.table.separator ?? ''}`}
            file={stage.file}
            open={open}
            {...queue}
            onAccept={(accepted) => void controller.acceptTable(accepted)}
            onSource={() => controller.choose('source')}
            onReadAgain={(hints) => void controller.readAgain(hints)}
            onCancel={onCancel}
          />
        </Suspense>
      );
    case 'exchange':
      return open === null ? null : (
        <Suspense>
          <ExchangeDialog
            draft={stage.draft}
            reader={open.session.reader}
            waiting={<WaitingNames {...queue} />}
            onAccept={({ changes, words, view }) => void controller.acceptExchange(changes, words, view)}
            onCancel={onCancel}
          />
        </Suspense>
      );
    case 'update':
      return open === null ? null : (
        <UpdateDialog
          draft={stage.draft}
          session={open.session}
          {...queue}
          onAccept={(changes) => void controller.acceptUpdate(changes)}
          onCancel={onCancel}
        />
      );
  }
}
