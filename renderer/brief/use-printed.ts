import { useCallback, useEffect, useState } from 'react';
import type { PrintJob } from '../../shared/bridge/index.ts';
import { printableBrief } from '../../shared/brief/index.ts';
import { localDay } from '../fields/index.ts';
import { usePast, useSession } from '../session/session-context.ts';
import { chosenBrief } from './chosen-brief.ts';
import type { BriefWish, ChosenBrief } from './chosen-brief.ts';

/** Milliseconds that changes of the notebook wait for more of them. */
const settle = 250;

/** A brief as it would be printed now. */
export interface Printed extends ChosenBrief {
  /** The document, and what else the print window needs to know. */
  readonly job: PrintJob;
}

interface Printing {
  /** What the preview shows; null until the first is made. */
  readonly printed: Printed | null;
  /** Makes it afresh: what is exported is what the notebook holds at that moment. */
  make(): Promise<Printed>;
}

/** The brief of the open notebook, made again when the wish or the notebook changes. */
export function usePrinted({ settings, draft, paper, authors, date, images }: BriefWish): Printing {
  const { reader } = useSession();
  const past = usePast();
  const asOf = past === null ? null : localDay(new Date(past.at));
  const [printed, setPrinted] = useState<Printed | null>(null);
  const names = authors.join('\n');
  const make = useCallback((): Promise<Printed> => {
    const wish = { settings, draft, paper, authors: names === '' ? [] : names.split('\n'), date, images };
    const chosen = chosenBrief(reader, wish, asOf);
    const { brief } = chosen;
    const author = brief.authors.length === 0 ? null : brief.authors.join(', ');
    return Promise.resolve({ ...chosen, job: { html: printableBrief(brief, { paper }), paper, author } });
  }, [reader, draft, settings, paper, names, asOf, date, images]);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const show = (): void => {
      timer = null;
      void make().then((made) => {
        if (current) setPrinted(made);
      });
    };
    const stop = reader.onChange(() => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(show, settle);
    });
    show();
    return () => {
      current = false;
      if (timer !== null) clearTimeout(timer);
      stop();
    };
  }, [reader, make]);
  return { printed, make };
}
