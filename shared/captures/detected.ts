import { describeSource } from '../imports/index.ts';
import type { Detected } from './reading.ts';

/** Nothing known. */
export const nothingDetected: Detected = {
  title: '',
  authors: [],
  publisher: '',
  published: '',
  accessed: '',
  address: '',
  language: '',
};

/** What the first lines of a text say of it: a title, “By …”, an address, “date 2026-01-06”. */
export function detectedInText(text: string, name: string): Detected {
  const { title, authors, published, address } = describeSource(text.slice(0, 20_000), name);
  return { ...nothingDetected, title, authors: [...authors], published: published?.edtf ?? '', address };
}

/** Takes from each the first value that is not empty: what is said most surely comes first. */
export function firstOf(guesses: readonly Partial<Detected>[]): Detected {
  const line = (key: Exclude<keyof Detected, 'authors'>): string =>
    guesses.map((guess) => guess[key] ?? '').find((value) => value !== '') ?? '';
  return {
    title: line('title'),
    authors: guesses.map(({ authors = [] }) => authors).find((authors) => authors.length > 0) ?? [],
    publisher: line('publisher'),
    published: line('published'),
    accessed: line('accessed'),
    address: line('address'),
    language: line('language'),
  };
}
