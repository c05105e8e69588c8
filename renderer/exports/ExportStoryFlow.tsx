import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Bridge } from '../../shared/bridge/index.ts';
import { useActions } from '../session/actions.ts';
import { useAuthor } from '../session/author.ts';
import { useCaptures } from '../session/captures-context.ts';
import { usePlace, useSession } from '../session/session-context.ts';
import { toasts } from '../ui/index.ts';
import { exportForms } from './export-formats.ts';
import type { ExportForm } from './export-formats.ts';

const ExportStoryDialog = lazy(async () => ({
  default: (await import('./ExportStoryDialog.tsx')).ExportStoryDialog,
}));

/** Longer names are cut: file systems have their limits, and the ending must stay. */
const longestName = 100;

/** Exports the open notebook for other programs: its brief, its text, its timeline. */
export function ExportStoryFlow({ bridge }: { readonly bridge: Bridge }) {
  const session = useSession();
  const captures = useCaptures();
  const place = usePlace();
  const author = useAuthor().name;
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Which export is running: one that was cancelled goes on alone, and is not saved.
  const running = useRef(0);
  useEffect(
    () => () => {
      running.current += 1;
    },
    [],
  );
  const close = (): void => {
    running.current += 1;
    setOpen(false);
    setBusy(false);
    setProblem(null);
  };
  const save = async (form: ExportForm, draft: string | null): Promise<void> => {
    running.current += 1;
    const own = running.current;
    setBusy(true);
    setProblem(null);
    const { makeExport } = await import('./make-export.ts');
    const { paper } = await bridge.settings.get();
    const made = await makeExport({ session, captures, author, paper }, form, draft);
    if (own !== running.current) return;
    setBusy(false);
    if (!made.ok) return setProblem(made.error);
    const { bytes, leftOut } = made.value;
    const isDraft = form === 'md' && draft !== null;
    const title = isDraft ? session.reader.titleOf({ kind: 'drafts', id: draft }) : session.reader.story().fields.title;
    const ending = exportForms.find((one) => one.form === form)?.ending ?? 'txt';
    const name = `${(title ?? '').trim().slice(0, longestName).trim() || 'Notebook'}.${ending}`;
    const saved = await bridge.files.saveExchange({ name, bytes });
    if (own !== running.current) return;
    if (saved.ok) {
      close();
      toasts.show({
        message: [`Saved as “${saved.value.fileName}”.`, ...leftOut].join(' '),
        action: { label: 'Show in folder', run: () => void bridge.files.revealExchange() },
      });
    } else if (saved.error.reason !== 'cancelled') setProblem(`Not exported. ${saved.error.message}`);
  };
  useActions([
    {
      id: 'story.export',
      title: 'Export…',
      group: 'Notebook',
      keywords: ['html', 'word', 'docx', 'markdown', 'json', 'csv', 'timelinejs', 'calendar', 'ics', 'save', 'share'],
      run: () => setOpen(true),
    },
  ]);
  if (!isOpen) return null;
  const { reader } = session;
  const drafts = reader.ids('drafts').map((id) => ({ id, title: reader.titleOf({ kind: 'drafts', id }) ?? '' }));
  const { view, open } = place;
  const openDraft = view === 'drafts' && drafts.some(({ id }) => id === open) ? (open ?? null) : null;
  return (
    <Suspense>
      <ExportStoryDialog
        drafts={drafts}
        openDraft={openDraft}
        busy={busy}
        problem={problem}
        onExport={(form, draft) => void save(form, draft)}
        onCancel={close}
      />
    </Suspense>
  );
}
