/** Forms that a story, or a part of it, is handed on in as text. */
export const storyFormats = ['csv', 'ics', 'timelinejs', 'md'] as const;
export type StoryFormat = (typeof storyFormats)[number];

/** Forms of a brief, besides its pages. */
export const briefFormats = ['html', 'docx'] as const;
export type BriefFormat = (typeof briefFormats)[number];
