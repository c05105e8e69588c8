import { useCallback, useRef } from 'react';
import type { RefObject } from 'react';
import { useActions } from '../../session/actions.ts';
import type { Action } from '../../session/actions.ts';
import { detailsPanel, wholeNotebook } from '../../session/details-panel.ts';
import { goToEntry } from '../../session/place-of.ts';
import { showsPast } from '../../history/index.ts';
import {
  useCommands,
  usePlace,
  useReadOnly,
  useSelection,
  useSession,
  useUndoState,
  useView,
} from '../../session/session-context.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useAsOf } from '../../session/view-state.ts';
import type { Place, ViewName } from '../../session/view-state.ts';
import { sectionList } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { actionIds } from '../action-ids.ts';
import { sections } from '../sections.ts';
import { views } from '../views.tsx';
import { useUndoSteps } from './use-undo-steps.ts';

interface ShellControls {
  readonly main: RefObject<HTMLElement | null>;
  readonly toggleContents: (() => void) | null;
  readonly toggleDetails: () => void;
}

/** What can be added by name: every section that has its place on the page. */
const addable = sectionList
  .map(({ kind, names }) => ({ kind: kind as SectionKind, names }))
  .filter(({ kind }) => sections[kind].Panel !== null && kind !== 'unsorted');

const shortcuts: Partial<Record<ViewName, string>> = {
  story: 'Mod+1',
  timeline: 'Mod+2',
  sources: 'Mod+3',
  drafts: 'Mod+4',
  search: 'Mod+5',
  brief: 'Mod+6',
};

const ids: Readonly<Record<ViewName, string>> = {
  story: actionIds.story,
  timeline: actionIds.timeline,
  contradictions: actionIds.contradictions,
  sources: actionIds.sources,
  drafts: actionIds.drafts,
  search: actionIds.search,
  brief: actionIds.brief,
  history: actionIds.history,
  trash: actionIds.trash,
};

/** Everything the window of an open notebook can do by name: going places, undo, panels. Views add their own. */
export function useShellActions({ main, toggleContents, toggleDetails }: ShellControls): void {
  const view = useView();
  const session = useSession();
  const { create } = useCommands();
  const selection = useSelection();
  const { canUndo, canRedo } = useUndoState();
  const steps = useUndoSteps();
  // What cannot be seen is not changed: while an earlier state is shown, nothing here writes. A team's viewer writes nowhere.
  const asOf = useAsOf(view);
  const place = usePlace();
  const isViewer = useReadOnly();
  const isReading = isViewer || (asOf !== null && showsPast(place.view));
  const { focusMain, focusSearch } = useFocus(main);

  const go = (place: Place): void => {
    view.go(place);
    focusMain();
  };
  const find = (): void => {
    go({ view: 'search' });
    focusSearch();
  };
  const newDraft = (): void => {
    const ref = create({ kind: 'drafts', fields: {} });
    go({ view: 'drafts', open: ref.id });
    view.select(ref);
  };

  const add = (kind: SectionKind): void => {
    goToEntry(view, session.reader, create({ kind, fields: {} }));
    detailsPanel.show('details');
  };
  const places = Object.entries(views).map(([name, { name: title }]): Action => {
    // `views` has exactly the view names as its keys.
    const viewName = name as ViewName;
    const shortcut = shortcuts[viewName];
    return {
      id: ids[viewName],
      title: `Go to ${title}`,
      group: 'Go to',
      run: () => go({ view: viewName }),
      ...(shortcut === undefined ? {} : { shortcut }),
    };
  });
  const writeNote = (about: EntryRef): void => {
    if (about === wholeNotebook) view.select(null);
    if (!views[view.place().view].panel) view.back();
    detailsPanel.showNotes(about, { write: true });
  };

  useActions([
    ...places,
    ...(isReading ? [] : addable).map(({ kind, names }) => ({
      // While the timeline is shown its own action of this id, which knows the place, stands in front of this one.
      id: kind === 'events' ? actionIds.addEvent : `${kind}.add`,
      title: `Add ${names.one.toLowerCase()}`,
      group: 'Add',
      run: () => add(kind),
    })),
    { id: actionIds.back, title: 'Go back', group: 'Go to', shortcut: 'Alt+ArrowLeft', run: () => view.back() },
    { id: actionIds.find, title: 'Find in this notebook', group: 'Go to', shortcut: 'Mod+F', run: find },
    ...(canUndo && !isReading ? [undoing(actionIds.undo, 'Undo', 'Mod+Z', steps.undo)] : []),
    ...(canRedo && !isReading ? [undoing(actionIds.redo, 'Redo', 'Mod+Shift+Z', steps.redo)] : []),
    ...(isViewer
      ? []
      : [
          {
            id: actionIds.newDraft,
            title: 'New draft',
            group: 'Drafts',
            keywords: ['write', 'analysis'],
            run: newDraft,
          },
        ]),
    {
      id: actionIds.exportBrief,
      title: 'Export brief…',
      group: 'Brief',
      shortcut: 'Mod+E',
      run: () => go({ view: 'brief' }),
    },
    { id: actionIds.details, title: 'Show or hide details', group: 'Window', shortcut: 'Mod+\\', run: toggleDetails },
    ...(toggleContents === null
      ? []
      : [{ id: actionIds.contents, title: 'Show or hide contents', group: 'Window', run: toggleContents }]),
    ...(selection === null
      ? []
      : [
          { id: actionIds.clearSelection, title: 'Choose nothing', group: 'Window', run: () => view.select(null) },
          ...(isReading
            ? []
            : [
                {
                  id: actionIds.writeNote,
                  title: 'Write a note',
                  group: 'Notes',
                  shortcut: 'N',
                  keywords: ['comment', 'annotate'],
                  run: () => writeNote(selection),
                },
              ]),
        ]),
    ...(isReading
      ? []
      : [
          {
            id: actionIds.writeStoryNote,
            title: 'Write a note on the whole notebook',
            group: 'Notes',
            keywords: ['comment', 'annotate'],
            run: () => writeNote(wholeNotebook),
          },
        ]),
  ]);
}

/** Where the keyboard goes with the view. */
function useFocus(main: RefObject<HTMLElement | null>): { focusMain(): void; focusSearch(): void } {
  const arriving = useRef(0);
  const focusMain = useCallback(() => {
    // The view may be on its way: what has no focus of its own by then gets it as a whole.
    cancelAnimationFrame(arriving.current);
    arriving.current = requestAnimationFrame(() => {
      if (main.current !== null && !main.current.contains(document.activeElement)) main.current.focus();
    });
  }, [main]);
  const focusSearch = useCallback(() => {
    // Where the search is shown already; a search that is on its way takes the focus by itself.
    main.current?.querySelector<HTMLInputElement>('input[type="search"]')?.select();
  }, [main]);
  return { focusMain, focusSearch };
}

function undoing(id: string, title: string, shortcut: string, run: () => void): Action {
  return { id, title, group: 'Edit', shortcut, run };
}
