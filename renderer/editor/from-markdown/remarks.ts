import type { BroughtMarkdown } from './read-file.ts';

interface Counted {
  /** References and citations of entries that the notebook does not have. */
  readonly strangers: number;
  /** Pictures that could not be stored. */
  readonly lost: number;
}

/** What a person should know of a text that was brought in, a sentence each; none where all of it came. */
export function remarksOn(
  { leftOut, isGuess }: Pick<BroughtMarkdown, 'leftOut' | 'isGuess'>,
  { strangers, lost }: Counted,
): readonly string[] {
  const { linkedPictures, lostPictures, dividers, comments } = leftOut;
  const out = [counted(dividers, 'dividing line', 'dividing lines'), counted(comments, 'comment', 'comments')].filter(
    (words) => words !== '',
  );
  return [
    said(
      lost + lostPictures,
      'could not be brought along: its words are left',
      'could not be brought along: their words are left',
    ),
    said(linkedPictures, 'is on the web, and is a link now', 'are on the web, and are links now'),
    strangers === 0
      ? ''
      : `${counted(strangers, 'reference or citation is', 'references and citations are')} words now: this notebook does not have the ${strangers === 1 ? 'entry' : 'entries'}.`,
    out.length === 0 ? '' : `Left out: ${out.join(' and ')}.`,
    isGuess ? 'Its encoding had to be guessed: look for wrong letters.' : '',
  ].filter((sentence) => sentence !== '');
}

function said(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${counted(count, 'picture', 'pictures')} ${count === 1 ? one : many}.`;
}

/** "1 picture", "3 pictures"; '' for none. */
function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`;
}
