export { NewDraftFromMarkdown } from './NewDraftFromMarkdown.tsx';

/** The Drafts view; loaded when it is first shown. */
export async function loadDraftsView() {
  return (await import('./DraftsView.tsx')).DraftsView;
}
