import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrintProgress } from '../../shared/bridge/index.ts';
import { bridge } from '../bridge/index.ts';
import { toasts } from '../ui/index.ts';
import type { Printed } from './use-printed.ts';

interface BriefExport {
  /** Null while nothing is being exported; `asking` while the system asks where to. */
  readonly progress: PrintProgress | 'asking' | null;
  start(): void;
  cancel(): void;
}

/** Longer names are cut: file systems have their limits, and the extension must stay. */
const longestName = 100;

/** Exports the brief as PDF, one at a time, and says what came of it. */
export function useExport(make: () => Promise<Printed>): BriefExport {
  const [progress, setProgress] = useState<BriefExport['progress']>(null);
  const running = useRef(false);
  useEffect(
    () =>
      bridge.on('brief.progress', ({ of, ...now }) => {
        if (of === 'export' && running.current) setProgress(now);
      }),
    [],
  );
  const start = useCallback(() => {
    if (running.current) return;
    running.current = true;
    setProgress('asking');
    void exportBrief(make).finally(() => {
      running.current = false;
      setProgress(null);
    });
  }, [make]);
  const cancel = useCallback(() => void bridge.brief.cancelExport(), []);
  return { progress, start, cancel };
}

async function exportBrief(make: () => Promise<Printed>): Promise<void> {
  const { brief, job } = await make();
  const result = await bridge.brief.exportPdf({
    job,
    suggestedName: `${brief.title.slice(0, longestName).trim()}.pdf`,
  });
  if (result.ok) {
    toasts.show({
      message: `Saved as “${result.value.fileName}”${pageWords(result.value.pages)}.`,
      action: { label: 'Show in folder', run: () => void bridge.brief.reveal() },
    });
  } else if (result.error.reason !== 'cancelled') {
    toasts.show({ message: result.error.message, tone: 'error' });
  }
}

function pageWords(pages: number | null): string {
  return pages === null ? '' : `, ${pages === 1 ? '1 page' : `${pages} pages`}`;
}
