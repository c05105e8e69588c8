/**
 * What the native menus can ask of the page, by name. The page runs the action that has the same name in its command
 * palette, so that a menu item, a palette entry and a key do the same thing.
 */
export const menuActions = [
  'notebook.new',
  'page.open',
  'page.import',
  'table.open',
  'source.open',
  'notebook.import',
  'notebook.export',
  'notebook.share',
  'notebook.join',
  'brief.export',
  'story.export',
  'exchange.open',
  'sources.export',
  'annotations.export',
  'library.encryption',
  'edit.undo',
  'edit.redo',
  'edit.find',
  'view.home',
  'view.story',
  'view.timeline',
  'view.sources',
  'view.drafts',
  'view.search',
  'view.brief',
  'view.palette',
  'help.shortcuts',
  'help.about',
] as const;

export type MenuAction = (typeof menuActions)[number];
