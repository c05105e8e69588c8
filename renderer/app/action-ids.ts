import type { MenuAction } from '../../shared/bridge/index.ts';

/**
 * The ids of the actions the shell itself offers. Those the native menus name are written as the bridge has them, so that a
 * menu item, a palette entry and a key do the same thing; the views add actions of their own.
 */
export const actionIds = {
  newNotebook: 'notebook.new',
  closeNotebook: 'notebook.close',
  sample: 'notebook.sample',
  openPage: 'page.open',
  importPage: 'page.import',
  openSource: 'source.open',
  exportBrief: 'brief.export',
  undo: 'edit.undo',
  redo: 'edit.redo',
  find: 'edit.find',
  home: 'view.home',
  story: 'view.story',
  timeline: 'view.timeline',
  sources: 'view.sources',
  drafts: 'view.drafts',
  search: 'view.search',
  brief: 'view.brief',
  trash: 'view.trash',
  back: 'view.back',
  palette: 'view.palette',
  details: 'panel.details',
  contents: 'panel.contents',
  clearSelection: 'selection.clear',
  newDraft: 'draft.new',
  addEvent: 'timeline.add',
  writeNote: 'note.write',
  writeStoryNote: 'note.write-story',
  themeSystem: 'theme.system',
  themeLight: 'theme.light',
  themeDark: 'theme.dark',
  textLarger: 'text.larger',
  textSmaller: 'text.smaller',
  textNormal: 'text.normal',
  changeName: 'author.change',
  shortcuts: 'help.shortcuts',
  about: 'help.about',
} as const;

export type ActionId = (typeof actionIds)[keyof typeof actionIds];

type Offered = Extract<ActionId, MenuAction>;
/** Fails to compile when a menu item names an action that is not listed above. */
export const everyMenuActionIsListed: MenuAction extends Offered ? true : never = true;
