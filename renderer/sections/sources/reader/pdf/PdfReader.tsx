import { useCallback, useMemo, useState } from 'react';
import { overlaps } from '../../../../../shared/anchors/index.ts';
import { EmptyState, Spinner } from '../../../../ui/index.ts';
import { TeamFileState } from '../../../../captures/team/TeamFileState.tsx';
import { useArrival, useTeamFile, useTurns } from '../../../../captures/team/use-team-file.ts';
import { scaleOf, usePdf } from '../../../../captures/pdf/index.ts';
import type { OpenPdf, Zoom } from '../../../../captures/pdf/index.ts';
import type { PlacedPassage } from '../found-passage.ts';
import { MarkedText } from '../MarkedText.tsx';
import type { ReaderProps } from '../MarkedText.tsx';
import { runsIn } from '../runs-in.ts';
import styles from './pdf.module.css';
import { KeptPlace } from './KeptPlace.ts';
import { PdfPageView } from './PdfPageView.tsx';
import { pdfSurface } from './pdf-surface.ts';
import { PdfTools } from './PdfTools.tsx';
import { useNearPages, usePageRead, useWidth } from './use-pages.ts';

/** A captured PDF, page by page as it is printed. Pages are drawn when they come near. */
export function PdfReader(props: ReaderProps) {
  const { capture, reading } = props.version;
  const { pages } = reading;
  const { turn, again } = useTurns(capture.hash);
  const opened = usePdf(capture.hash, turn);
  const file = useTeamFile(capture.hash);
  useArrival(capture.hash, opened?.ok === false, again);
  const lacking = opened?.ok === true ? null : file;
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const [frame, width] = useWidth();
  const [zoom, setZoom] = useState<Zoom>('fit');
  const scale = scaleOf(pages, zoom, Math.max(width, 240));
  const surface = useMemo(() => pdfSurface(() => root, pages), [root, pages]);
  const read = usePageRead(root);
  const [drawn, setDrawn] = useState(0);
  const onWords = useCallback(() => setDrawn((before) => before + 1), []);
  const goTo = (page: number): void => {
    root?.querySelector(`[data-page="${String(page)}"]`)?.scrollIntoView({ block: 'start' });
  };
  const tools = <PdfTools page={read} count={pages.length} onPage={goTo} scale={scale} zoom={zoom} onZoom={setZoom} />;
  return (
    <MarkedText {...props} surface={surface} shown={`${drawn}/${scale}`} tools={tools}>
      {(marked, chosen) => (
        <div ref={frame} className={styles.frame}>
          {lacking !== null && <TeamFileState hash={capture.hash} file={lacking} onAgain={again} />}
          {lacking === null && opened === null && <Spinner label="Opening the PDF" />}
          {lacking === null && opened?.ok === false && (
            <EmptyState title="The pages cannot be shown">{opened.error}</EmptyState>
          )}
          <KeptPlace root={root} scale={scale} />
          {width > 0 && lacking === null && opened?.ok !== false && (
            <Pages
              {...props}
              pdf={opened?.value ?? null}
              marked={marked}
              chosen={chosen}
              scale={scale}
              root={root}
              setRoot={setRoot}
              onWords={onWords}
            />
          )}
        </div>
      )}
    </MarkedText>
  );
}

interface PagesProps extends Pick<ReaderProps, 'version'> {
  readonly pdf: OpenPdf | null;
  readonly marked: readonly PlacedPassage[];
  readonly chosen: string | null;
  readonly scale: number;
  readonly root: HTMLElement | null;
  readonly setRoot: (element: HTMLDivElement | null) => void;
  readonly onWords: () => void;
}

function Pages({ version, pdf, marked, chosen, scale, root, setRoot, onWords }: PagesProps) {
  const { text, pages } = version.reading;
  const near = useNearPages(root, pages.length);
  const runs = useMemo(() => overlaps(marked), [marked]);
  return (
    <div ref={setRoot} className={styles.pages} lang={version.reading.detected.language || undefined}>
      {pages.map((page, index) => (
        <PdfPageView
          key={index}
          pdf={pdf}
          text={text}
          page={page}
          number={index + 1}
          scale={scale}
          isNear={near.has(index + 1)}
          runs={runsIn(runs, page)}
          chosen={chosen}
          onWords={onWords}
        />
      ))}
    </div>
  );
}
