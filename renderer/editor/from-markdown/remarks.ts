import { leftOutWords } from '../../../shared/exports/index.ts';
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
  const [are, entries] =
    strangers === 1 ? ['reference or citation is', 'entry'] : ['references and citations are', 'entries'];
  return [
    ...leftOutWords({ ...leftOut, lostPictures: lost + leftOut.lostPictures }),
    strangers === 0 ? '' : `${String(strangers)} ${are} words now: this notebook does not have the ${entries}.`,
    isGuess ? 'Its encoding had to be guessed: look for wrong letters.' : '',
  ].filter((sentence) => sentence !== '');
}
