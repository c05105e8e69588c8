import { lazy } from 'react';
import type { ComponentType } from 'react';
import { loadDraftsView } from '../drafts/index.ts';
import { loadHistoryView } from '../history/index.ts';
import type { ViewName } from '../session/view-state.ts';

interface WindowView {
  /** What the view is called in the window and by assistive technology. */
  readonly name: string;
  readonly View: ComponentType;
  /** Whether the details of the chosen entry stand beside it. */
  readonly panel: boolean;
  /** Whether it begins with a heading of its own; otherwise one is there to be heard only. */
  readonly headed: boolean;
}

/** The views of an open notebook. Each is loaded when it is first shown: the window must paint without the others. */
export const views = {
  story: view('Story', async () => {
    const [{ StoryView }, { sections }] = await Promise.all([import('../story/index.ts'), import('./sections.ts')]);
    return () => <StoryView views={sections} />;
  }),
  timeline: view('Timeline', async () => (await import('../timeline/index.ts')).TimelineView, { headed: false }),
  contradictions: view('Contradictions', async () => (await import('../contradictions/index.ts')).ContradictionsView),
  sources: view('Sources', async () => (await import('../sections/sources/index.ts')).SourcesView),
  drafts: view('Drafts', loadDraftsView),
  search: view('Search', async () => (await import('../search/index.ts')).SearchView, { headed: false }),
  brief: view('Brief', async () => (await import('../brief/index.ts')).BriefView, { panel: false }),
  history: view('History', loadHistoryView),
  trash: view('Trash', async () => (await import('./trash/TrashView.tsx')).TrashView),
} satisfies Record<ViewName, WindowView>;

type Looks = Partial<Pick<WindowView, 'panel' | 'headed'>>;

function view(
  name: string,
  load: () => Promise<ComponentType>,
  { panel = true, headed = true }: Looks = {},
): WindowView {
  return { name, panel, headed, View: lazy(async () => ({ default: await load() })) };
}
