import { useEffect, useMemo, useState } from 'react';
import { CodePoints } from '../../../../shared/anchors/index.ts';
import type { FoundPassage as FoundAnchor, PassageAnchor } from '../../../../shared/anchors/index.ts';
import type { Reading } from '../../../../shared/captures/index.ts';
import { loadReading } from '../../../session/captured-reading.ts';
import type { Capture } from '../../../session/captured-reading.ts';
import { useCaptures } from '../../../session/captures-context.ts';
import { useEntries, useSession } from '../../../session/session-context.ts';
import { findInWorker } from './find-in-worker.ts';
import { placeInOwnText } from './find-passages.ts';
import type { Found, FoundPassage, Passage } from './found-passage.ts';
import { placeOf } from './found-passage.ts';

/** What is read: a capture of a source, and what it says. */
export interface ReadVersion {
  readonly source: string;
  readonly capture: Capture;
  readonly reading: Reading;
  /** All captures of the source: a passage is compared with the text it was made in. */
  readonly captures: readonly Capture[];
}

/** The passages of a source, each with what became of it in the version that is read: in the order of the text, the lost ones last. */
export function usePassages({ source, capture, reading, captures }: ReadVersion): readonly FoundPassage[] {
  const all = useEntries('passages');
  const passages = useMemo(
    () => all.filter(({ fields }) => fields.source?.kind === 'sources' && fields.source.id === source),
    [all, source],
  );
  const points = useMemo(() => new CodePoints(reading.text), [reading]);
  const findings = useFindings(passages, { source, capture, reading, captures });
  return useMemo(() => {
    const found = passages.map((passage): FoundPassage => ({
      passage,
      found: ownOrConfirmed(passage, capture.hash, reading.text, points) ?? findings.get(keyOf(passage)) ?? null,
    }));
    const at = (one: FoundPassage): number => placeOf(one.found)?.start ?? firstCandidate(one) ?? Infinity;
    return found.sort((a, b) => at(a) - at(b) || 0);
  }, [passages, capture.hash, reading, points, findings]);
}

function firstCandidate({ found }: FoundPassage): number | undefined {
  return found?.state === 'doubtful' ? found.candidates[0]?.start : undefined;
}

/** What is known without looking: it was made in this version, or a person said where it is. Undefined: it has to be looked for. */
function ownOrConfirmed(passage: Passage, capture: string, text: string, points: CodePoints): Found | undefined {
  const anchor = anchorOf(passage);
  if (anchor === null) return { state: 'orphaned' };
  if (passage.fields.capture === capture) {
    const place = placeInOwnText(text, points, anchor);
    if (place !== null) return { state: 'own', place };
  }
  const said = passage.fields.confirmed.findLast((one) => one.capture === capture);
  if (said === undefined) return undefined;
  if (said.position === null) return { state: 'refused' };
  const place = placeInOwnText(text, points, { quote: said.quote, position: said.position });
  return place === null ? undefined : { state: 'confirmed', place };
}

/** What is stored to find a passage by; null where nothing is. */
export function anchorOf({ fields }: Passage): PassageAnchor | null {
  return fields.quote === null || fields.position === null ? null : { quote: fields.quote, position: fields.position };
}

/** A passage under its anchor: another anchor is another question. */
function keyOf(passage: Passage): string {
  return `${passage.id}/${passage.fields.capture}/${JSON.stringify(anchorOf(passage))}`;
}

function toFound(found: FoundAnchor): Found {
  if (found.state === 'exact' || found.state === 'moved')
    return { state: found.state, place: { start: found.start, end: found.end } };
  return found.state === 'doubtful' ? found : { state: 'orphaned' };
}

const nothing: ReadonlyMap<string, Found> = new Map();

/** What was found of the passages that were made in other versions; it grows while they are looked for. */
function useFindings(passages: readonly Passage[], { capture, reading, captures }: ReadVersion) {
  const store = useCaptures();
  const { id: notebook } = useSession();
  const [known, setKnown] = useState<{ readonly of: Reading; readonly findings: ReadonlyMap<string, Found> } | null>(
    null,
  );
  const findings = known?.of === reading ? known.findings : nothing;
  const points = useMemo(() => new CodePoints(reading.text), [reading]);
  const unknown = passages.filter(
    (passage) =>
      ownOrConfirmed(passage, capture.hash, reading.text, points) === undefined && !findings.has(keyOf(passage)),
  );
  const asked = unknown.map(keyOf).join('\n');
  useEffect(() => {
    if (unknown.length === 0) return;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const made = [...new Set(unknown.map(({ fields }) => fields.capture))];
      const groups = await Promise.all(
        made.map(async (hash) => {
          const from = captures.find((one) => one.hash === hash);
          const earlier = from === undefined ? null : await loadReading(store, notebook, from);
          return {
            earlier: earlier?.ok === true ? earlier.value.text : null,
            anchors: unknown.flatMap((passage) => {
              const anchor = anchorOf(passage);
              return passage.fields.capture !== hash || anchor === null ? [] : [{ key: keyOf(passage), anchor }];
            }),
          };
        }),
      );
      if (stop.signal.aborted) return;
      const found = await findInWorker({ text: reading.text, groups }, stop.signal);
      if (stop.signal.aborted) return;
      setKnown((before) => ({
        of: reading,
        findings: new Map([
          ...(before?.of === reading ? before.findings : nothing),
          ...found.map((one) => [one.key, toFound(one.found)] as const),
        ]),
      }));
    };
    void look();
    return () => stop.abort();
    // The keys say what is asked; the lists are made anew with every change of any passage.
  }, [asked, reading, store, notebook]); // eslint-disable-line react-hooks/exhaustive-deps
  return findings;
}
