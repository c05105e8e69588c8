/** "4" is "4th ed."; words that say what they are stay, others get "ed." behind them. */
export function editionWords(edition: string): string {
  if (edition === '' || /\bed(?:\.|n\b|ition|ited)|auflage|édition|edición/iu.test(edition)) return edition;
  return `${/^\d+$/.test(edition) ? ordinal(Number(edition)) : edition} ed.`;
}

function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}
