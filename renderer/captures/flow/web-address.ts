/** Query parameters that say who sent a reader, not what is read. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|ref_src|ref_url|cmpid|ncid|sr_share|smid)$/i;

/**
 * An address as two people who read the same page would have it: without fragment, tracking parameters, user name, default port
 * and trailing slash; the host in small letters, without "www."; `http` as `https`; parameters in order. For comparing only. Null
 * for what is no web address.
 */
export function normalisedAddress(address: string): string | null {
  const url = webUrl(address.trim());
  if (url === null) return null;
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name));
  // By code units: the order has to be the same everywhere, not beautiful.
  kept.sort(([a, one], [b, other]) => (a === b ? (one < other ? -1 : 1) : a < b ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  const host = url.host.replace(/^www\./, '').replace(/\.$/, '');
  const path = url.pathname.replace(/\/+$/, '');
  return `https://${host}${path}${query === '' ? '' : `?${query}`}`;
}

/** What somebody typed as the address of a page: "example.org/x" is one too. Null for what cannot be fetched. */
export function typedAddress(words: string): string | null {
  const typed = words.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  return webUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`)?.href ?? null;
}

function webUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}
