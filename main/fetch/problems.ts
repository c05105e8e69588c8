import type { FetchFailure } from '../../shared/bridge/index.ts';
import { err } from '../../shared/lib/result.ts';
import type { Err, Problem } from '../../shared/lib/result.ts';

export type FetchProblem = Problem<FetchFailure>;

/** Shorthand for a failure. */
export function problem(reason: FetchFailure, message: string): Err<FetchProblem> {
  return err({ reason, message });
}

/** What an error of the network means, by Chromium's names for them and Node's. */
export function networkProblem(error: unknown, host: string): Err<FetchProblem> {
  const text = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : String(error);
  if (/INTERNET_DISCONNECTED|NETWORK_CHANGED|ENETUNREACH|ENETDOWN/.test(text)) {
    return problem('no-network', 'This computer is not connected to a network. Connect it and try again.');
  }
  if (/ERR_CERT|ERR_SSL|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/.test(text)) {
    return problem('certificate', `${host} could not prove that it is ${host}. The page was not fetched.`);
  }
  if (/NAME_NOT_RESOLVED|NAME_RESOLUTION|ENOTFOUND|EAI_AGAIN|DNS_/.test(text)) {
    return problem('unreachable', `There is no ${host}, or there is no network. Check the address and the connection.`);
  }
  if (/TIMED_OUT|ETIMEDOUT/.test(text)) return tooSlow(host);
  return problem(
    'unreachable',
    `${host} did not answer, or broke off. Try again later, or save the page in a browser.`,
  );
}

/** The failure of a server that keeps one waiting. */
export function tooSlow(host: string): Err<FetchProblem> {
  return problem('timeout', `${host} took too long. Try again later, or save the page in a browser.`);
}

/** What a status other than success means. */
export function statusProblem(status: number, host: string): Err<FetchProblem> {
  const what: Readonly<Record<number, string>> = {
    401: 'asks for a name and a password',
    403: 'does not let this program read the page',
    404: 'has no such page',
    410: 'has no such page any more',
    429: 'has been asked too often',
    451: 'may not show this page here',
  };
  const words = what[status] ?? (status >= 500 ? 'could not answer' : 'refused');
  const advice =
    status === 404 || status === 410 ? 'Check the address.' : 'Open the page in a browser, save it and add the file.';
  return problem('refused', `${host} ${words} (HTTP ${String(status)}). ${advice}`);
}
