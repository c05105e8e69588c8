import { createContext, useContext } from 'react';

/** Under which name this person writes. Asked once, when the first note is written. */
export interface Author {
  /** '' while unknown. */
  readonly name: string;
  /** The name, asked for where it is unknown; null where the person would rather not say now. */
  ensure(): Promise<string | null>;
}

export const AuthorContext = createContext<Author | null>(null);

/** Who writes here. Await `ensure()` before writing something that carries a name, such as a note. */
export function useAuthor(): Author {
  const author = useContext(AuthorContext);
  if (author === null) throw new Error('This part of the window needs to know who writes');
  return author;
}
