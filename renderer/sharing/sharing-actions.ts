/** The ids of what can be done about sharing. The first two are native menu items as well. */
export const sharingActions = {
  share: 'notebook.share',
  join: 'notebook.join',
  unlock: 'sharing.unlock',
  retry: 'sharing.retry',
  fetch: 'sharing.fetch',
} as const;
