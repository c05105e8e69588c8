/** One of what a list's label names, in lower case: "Other spellings" → "other spelling". */
export function singular(label: string): string {
  return label.toLowerCase().replace(/s$/, '');
}
