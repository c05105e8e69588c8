/** How a text begins, on one line. */
export function excerpt(text: string): string {
  const start = text.replace(/\s+/g, ' ').trim();
  return start.length > 280 ? `${start.slice(0, 279).trimEnd()}…` : start;
}
