import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import type { Place } from '../../../../shared/anchors/index.ts';
import { passages } from '../../../../shared/story/sections/passages/index.ts';
import { useLinkEvidence } from '../../../session/link-evidence.ts';
import { useEntry, useReadOnly } from '../../../session/session-context.ts';
import { classes, Tooltip, TooltipTrigger } from '../../../ui/index.ts';
import { useActions } from '../../../session/actions.ts';
import { citation } from './citation.ts';
import { Holders } from './dom-places.ts';
import { colours } from './found-passage.ts';
import type { Colour } from './found-passage.ts';
import { rememberColour, useLastColour } from './last-colour.ts';
import { NoteBox } from './NoteBox.tsx';
import { pageOf } from './pages.ts';
import styles from './reader.module.css';
import type { Surface } from './surface.ts';
import { useCite } from './use-cite.ts';
import { useMarkPassage } from './use-mark-passage.ts';
import type { ReadVersion } from './use-passages.ts';
import { usePaint } from './use-find.ts';
import { keepsSelection } from './use-selected-place.ts';

interface SelectionBarProps {
  readonly version: ReadVersion;
  readonly surface: Surface;
  readonly place: Place;
  /** The selection is done with. */
  readonly onDone: () => void;
}

/** What can be made of the words that are selected. */
export function SelectionBar({ version, surface, place, onDone }: SelectionBarProps) {
  const { source, reading } = version;
  const mark = useMarkPassage(version);
  const link = useLinkEvidence();
  const copyCitation = useCite();
  const isReadOnly = useReadOnly();
  const colour = useLastColour();
  const fields = useEntry('sources', source)?.fields;
  const [isNoting, setNoting] = useState(false);
  const bar = useBarPlace(surface, place, isNoting);
  usePaint(surface, 'source-selected', useStable(place));

  const highlight = (chosen: Colour): void => {
    rememberColour(chosen);
    mark(place, chosen);
    onDone();
  };
  const cite = (): void => {
    if (fields === undefined) return;
    const page = pageOf(reading.pages, place.start);
    const label = page === null ? null : (reading.pages[page - 1]?.label ?? String(page));
    // What is cited is marked: the citation leads back to it.
    const ref = isReadOnly ? null : mark(place, colour);
    copyCitation(citation(reading.text.slice(place.start, place.end), fields, label), ref);
    onDone();
  };
  const linkIt = (): void => {
    const ref = mark(place, colour);
    onDone();
    link?.(ref);
  };
  const group = 'Selection';
  useActions([
    {
      id: 'passage.highlight',
      title: 'Highlight the selection',
      group,
      shortcut: 'Mod+Shift+H',
      run: () => highlight(colour),
    },
    { id: 'passage.note', title: 'Write a note on the selection', group, run: () => setNoting(true) },
    ...(link === null ? [] : [{ id: 'passage.link', title: 'Link the selection as evidence', group, run: linkIt }]),
    { id: 'passage.cite', title: 'Cite the selection', group, run: cite },
  ]);
  if (isNoting)
    return (
      <div ref={bar} className={styles.noteFrame} {...keepsSelection}>
        <NoteBox
          quote={reading.text.slice(place.start, place.end)}
          onCancel={onDone}
          onSave={(note) => {
            mark(place, colour, note);
            onDone();
          }}
        />
      </div>
    );
  return (
    <div ref={bar} className={styles.bar} {...keepsSelection}>
      <Toolbar aria-label="Selection" className={styles.tools ?? ''}>
        <AriaButton className={styles.tool ?? ''} onPress={() => highlight(colour)}>
          Highlight
        </AriaButton>
        {colours.map((one) => (
          <TooltipTrigger key={one}>
            <AriaButton
              className={classes(styles.swatch)}
              aria-label={`Highlight in ${nameOf(one)}`}
              data-last={one === colour || undefined}
              onPress={() => highlight(one)}
            >
              <span style={{ background: `var(--mark-${one})`, borderColor: `var(--mark-${one}-line)` }} />
            </AriaButton>
            <Tooltip>{passages.fields.colour.plain(one)}</Tooltip>
          </TooltipTrigger>
        ))}
        <AriaButton className={styles.tool ?? ''} onPress={() => setNoting(true)}>
          Note
        </AriaButton>
        {link !== null && (
          <AriaButton className={styles.tool ?? ''} onPress={linkIt}>
            Link as evidence
          </AriaButton>
        )}
        <AriaButton className={styles.tool ?? ''} onPress={cite}>
          Cite
        </AriaButton>
      </Toolbar>
    </div>
  );
}

/** From the text to what can be done with what is selected. */
export function focusSelectionBar(): void {
  document.querySelector<HTMLElement>('[role="toolbar"][aria-label="Selection"] button')?.focus();
}

function nameOf(colour: Colour): string {
  return passages.fields.colour.plain(colour).toLowerCase();
}

/** One place as a list that stays the same while the place does. */
function useStable(place: Place): readonly Place[] {
  const [list, setList] = useState([place]);
  if (list[0] !== place) setList([place]);
  return list;
}

/** Puts the bar below the selection's last line, within the width of the text. */
function useBarPlace(surface: Surface, place: Place, look: unknown): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = surface.root();
    const frame = bar.current?.offsetParent;
    if (root === null || bar.current === null || !frame) return;
    const range = new Holders(root).rangeOf(place);
    const last = [...(range?.getClientRects() ?? [])].at(-1);
    if (last === undefined) return;
    const outer = frame.getBoundingClientRect();
    const width = bar.current.offsetWidth;
    const left = Math.min(Math.max(0, last.right - outer.left - width / 2), Math.max(0, outer.width - width));
    bar.current.style.top = `${last.bottom - outer.top + 6}px`;
    bar.current.style.left = `${left}px`;
    bar.current.scrollIntoView({ block: 'nearest' });
  }, [surface, place, look]);
  return bar;
}
