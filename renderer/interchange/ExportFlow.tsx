import { useState } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import type { InterchangeFormat } from '../../shared/interchange/index.ts';
import { snapshotOf } from '../../shared/imports/index.ts';
import { useActions } from '../session/actions.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { toasts } from '../ui/index.ts';
import { ExportDialog } from './ExportDialog.tsx';

interface ExportFlowProps {
  readonly bridge: Bridge;
  readonly open: OpenNotebook;
}

/** Longer names are cut: file systems have their limits, and the ending must stay. */
const longestName = 100;

/** Exports sources for reference managers, and passages, notes and evidence as Web Annotations: the open notebook as it is now. */
export function ExportFlow({ bridge, open }: ExportFlowProps) {
  const { reader } = open.session;
  const [choosing, setChoosing] = useState(false);
  const save = async (format: InterchangeFormat, what: string): Promise<void> => {
    setChoosing(false);
    const title = reader.story().fields.title;
    // Loaded with the first export: the forms of other programs are large.
    const { formatWords, writeAnnotations, writeReferences } = await import('../../shared/interchange/index.ts');
    const text =
      format === 'jsonld'
        ? writeAnnotations({ title, entries: snapshotOf(reader).entries })
        : writeReferences(reader.list('sources'), format);
    const name = `${(title || 'Notebook').slice(0, longestName).trim()} ${what}.${formatWords[format].ending}`;
    const saved = await bridge.files.saveExchange({ name, bytes: new TextEncoder().encode(text) });
    if (saved.ok)
      toasts.show({
        message: `Saved as “${saved.value.fileName}”.`,
        action: { label: 'Show in folder', run: () => void bridge.files.revealExchange() },
      });
    else if (saved.error.reason !== 'cancelled')
      toasts.show({ message: `Not exported. ${saved.error.message}`, tone: 'error' });
  };
  useActions([
    {
      id: 'sources.export',
      title: 'Export sources…',
      group: 'Sources',
      keywords: ['references', 'ris', 'bibtex', 'biblatex', 'csl', 'zotero', 'bibliography', 'save', 'citations'],
      run: () => setChoosing(true),
    },
    {
      id: 'annotations.export',
      title: 'Export annotations…',
      group: 'Sources',
      keywords: ['highlights', 'passages', 'notes', 'evidence', 'json-ld', 'w3c', 'save', 'hypothesis'],
      run: () => void save('jsonld', 'annotations'),
    },
  ]);
  if (!choosing) return null;
  return (
    <ExportDialog
      count={reader.ids('sources').length}
      onExport={(format) => void save(format, 'sources')}
      onCancel={() => setChoosing(false)}
    />
  );
}
