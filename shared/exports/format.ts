/** Forms that a story, or a part of it, is handed on in. */
export const storyFormats = ['csv', 'ics', 'timelinejs', 'md'] as const;
export type StoryFormat = (typeof storyFormats)[number];
