/** Links are far shorter; a longer file is none. Bytes. */
const longest = 8192;

/** How the file of an invitation ends. */
export const inviteEnding = '.backstory-invite';

/** Longer titles are cut: file systems have their limits, and the ending must stay. */
const longestTitle = 100;

/** What the file of an invitation is called. */
export function inviteFileName(title: string): string {
  return `${title.trim().slice(0, longestTitle).trim() || 'Notebook'}${inviteEnding}`;
}

/** The text of an invitation's file, without what surrounds the link; '' where it cannot be one. */
export async function readInviteFile(file: Blob): Promise<string> {
  if (file.size > longest) return '';
  return linkIn(await file.text());
}

/** The link in a text that somebody was sent: alone, or in the middle of a message. What holds none is given back as it is. */
export function linkIn(text: string): string {
  return /backstory:\/\/join\/?#[\w-]+/.exec(text)?.[0] ?? text.trim();
}
