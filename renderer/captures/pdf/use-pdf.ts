import { useEffect, useState } from 'react';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { useCaptures } from '../../session/captures-context.ts';
import { useSession } from '../../session/session-context.ts';
import { openPdf } from './open-pdf.ts';
import type { OpenPdf } from './open-pdf.ts';

/**
 * A captured PDF, open while it is shown; or a sentence why it cannot be drawn. Null while it is being opened.
 * @param turn another one opens it again
 */
export function usePdf(hash: string, turn = 0): Result<OpenPdf, string> | null {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const [opened, setOpened] = useState<{ readonly key: string; readonly pdf: Result<OpenPdf, string> } | null>(null);
  const key = `${hash}/${turn}`;
  useEffect(() => {
    let isWanted = true;
    let close: (() => Promise<void>) | null = null;
    const open = async (): Promise<Result<OpenPdf, string>> => {
      const bytes = await captures.get(notebook, hash);
      if (!bytes.ok) return err(bytes.error.message);
      const pdf = await openPdf(bytes.value);
      return pdf.ok ? ok(pdf.value) : err(pdf.error.message);
    };
    void open()
      .catch((error: unknown) => err(error instanceof Error ? error.message : String(error)))
      .then((pdf) => {
        if (pdf.ok) close = pdf.value.close;
        if (isWanted) setOpened({ key, pdf });
        else void close?.();
      });
    return () => {
      isWanted = false;
      void close?.();
    };
  }, [captures, notebook, key, hash]);
  return opened?.key === key ? opened.pdf : null;
}
