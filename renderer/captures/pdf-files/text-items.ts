/** A run of text on a page, as pdf.js gives it: in the order of the page's content, lengths in points. */
export interface TextItem {
  readonly str: string;
  /** [a, b, c, d, e, f]: the run's size and slant, and where its baseline begins, from the lower left of the page. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Whether a line ends behind it. */
  readonly hasEOL: boolean;
}

/** The items of a page that are text; marks of its structure are none. */
export function textItems(items: readonly object[]): readonly TextItem[] {
  // pdf.js tells them apart by nothing else.
  return items.filter((item): item is TextItem => 'str' in item);
}
