import { useCallback, useState } from 'react';
import { decodeText } from '../../shared/imports/index.ts';
import type { Bridge } from '../../shared/bridge/index.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import { useActions } from '../session/actions.ts';
import { addSource } from '../session/add-source.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { Button, toasts } from '../ui/index.ts';
import { incomingFile } from './page-input.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { ProblemDialog } from './ProblemDialog.tsx';
import { SourceDialog } from './SourceDialog.tsx';
import type { SourceFields } from './SourceDialog.tsx';

interface AddSourceFlowProps {
  readonly bridge: Bridge;
  readonly captures: CaptureStore;
  readonly open: OpenNotebook;
}

/** A text that was brought to become a source. */
interface BroughtText {
  /** The file's name; '' for pasted text. */
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

type Step =
  | { readonly kind: 'text' }
  | { readonly kind: 'details'; readonly brought: BroughtText }
  | { readonly kind: 'problem'; readonly name: string; readonly message: string; readonly brought: BroughtText | null };

/** Adds a source: its text pasted or opened, then what is known of it, confirmed. */
export function AddSourceFlow({ bridge, captures, open }: AddSourceFlowProps) {
  const [step, setStep] = useState<Step | null>(null);
  const close = (): void => setStep(null);
  const openFile = useCallback(async () => {
    const incoming = incomingFile(await bridge.files.openSource());
    if (incoming !== null) setStep('failure' in incoming ? failed(incoming) : stepOf(incoming.name, incoming.content));
  }, [bridge]);
  useActions([
    {
      id: 'source.add',
      title: 'Add source…',
      group: 'Sources',
      keywords: ['paste', 'text', 'article', 'document'],
      run: () => setStep({ kind: 'text' }),
    },
    {
      id: 'source.open',
      title: 'Open source text…',
      group: 'Sources',
      keywords: ['file', 'article', 'document'],
      run: () => void openFile(),
    },
  ]);
  const add = async ({ name, bytes }: BroughtText, fields: SourceFields): Promise<void> => {
    close();
    try {
      const file = { name: name || `${fields.title}.txt`, mediaType: mediaTypeOf(name), bytes };
      const ref = await addSource(open.session, captures, { fields, file });
      open.view.go({ view: 'sources', open: ref.id }, ref);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      toasts.show({ message: `The source was not added: its text could not be stored. ${why}`, tone: 'error' });
    }
  };
  if (step === null) return null;
  switch (step.kind) {
    case 'text':
      return (
        <PasteDialog
          title="Add a source"
          label="The source’s text"
          description="Paste the text here, or open a text file. It is kept exactly as it is."
          other={
            <Button
              onPress={() => {
                close();
                void openFile();
              }}
            >
              Open text file…
            </Button>
          }
          onText={(text) => setStep(stepOf('', text))}
          onCancel={close}
        />
      );
    case 'details':
      return (
        <SourceDialog
          name={step.brought.name}
          text={step.brought.text}
          size={step.brought.bytes.byteLength}
          onAdd={(fields) => void add(step.brought, fields)}
          onCancel={close}
        />
      );
    case 'problem': {
      const { name, message, brought } = step;
      return (
        <ProblemDialog
          name={name}
          message={message}
          text={brought?.text ?? null}
          waiting={[]}
          onForget={() => undefined}
          onKeep={() => setStep(brought === null ? null : { kind: 'details', brought })}
          onCancel={close}
        />
      );
    }
  }
}

function failed({ name, failure }: { readonly name: string; readonly failure: string }): Step {
  return { kind: 'problem', name, message: failure, brought: null };
}

function stepOf(name: string, content: Uint8Array | string): Step {
  if (typeof content === 'string') {
    return { kind: 'details', brought: { name, text: content, bytes: new TextEncoder().encode(content) } };
  }
  const decoded = decodeText(content);
  if (decoded.ok) return { kind: 'details', brought: { name, text: decoded.value, bytes: content } };
  const { message, text } = decoded.error;
  // Where letters cannot be read the readable text is captured: the original could not be shown.
  const brought = text === undefined ? null : { name, text, bytes: new TextEncoder().encode(text) };
  return { kind: 'problem', name, message, brought };
}

function mediaTypeOf(name: string): string {
  return /\.(?:md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain';
}
