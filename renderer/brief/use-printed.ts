import { useCallback, useEffect, useState } from 'react';
import type { Paper } from '../../shared/bridge/index.ts';
import { briefChoices, buildBrief, printableBrief, runningFontFiles } from '../../shared/brief/index.ts';
import type { Brief, BriefChoice, PrintableBrief } from '../../shared/brief/index.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import { localDay } from '../fields/index.ts';
import { usePast, useSession } from '../session/session-context.ts';
import { inOrder } from './brief-settings.ts';
import type { BriefSettings } from './brief-settings.ts';
import { runningFonts } from './running-fonts.ts';

/** Milliseconds that changes of the notebook wait for more of them. */
const settle = 250;

export interface BriefWish {
  readonly settings: BriefSettings;
  readonly draft: BriefDraft | null;
  readonly paper: Paper;
  readonly authors: readonly string[];
}

/** A brief as it would be printed now. */
export interface Printed extends PrintableBrief {
  readonly brief: Brief;
  readonly paper: Paper;
  /** All parts it could have, in the chosen order. */
  readonly choices: readonly BriefChoice[];
}

interface Printing {
  /** What the preview shows; null until the first is made. */
  readonly printed: Printed | null;
  /** Makes it afresh: what is exported is what the notebook holds at that moment. */
  make(): Promise<Printed>;
}

/** The brief of the open notebook, made again when the wish or the notebook changes. */
export function usePrinted({ settings, draft, paper, authors }: BriefWish): Printing {
  const { reader } = useSession();
  const past = usePast();
  const asOf = past === null ? null : localDay(new Date(past.at));
  const [printed, setPrinted] = useState<Printed | null>(null);
  const names = authors.join('\n');
  const make = useCallback(async () => {
    const choices = inOrder(briefChoices(reader, draft), settings.order);
    const parts = choices.map(({ kind }) => kind).filter((kind) => !settings.off.includes(kind));
    const brief = buildBrief(reader, { parts, draft, asOf, authors: names === '' ? [] : names.split('\n') });
    const fonts = await runningFonts(runningFontFiles(brief));
    return { brief, paper, choices, ...printableBrief(brief, { paper, fonts }) };
  }, [reader, draft, settings.order, settings.off, paper, names, asOf]);
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
