import type { Bridge, InviteInfo } from '../../../shared/bridge/index.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { JoinOptions, JoinProblem, JoinProgress, You } from '../../sync/index.ts';
import { failureWords } from '../words.ts';

/** Where joining is. */
export type JoinStage =
  /** A link is asked for. */
  | { readonly kind: 'asking'; readonly problem: string | null }
  /** What the link says is shown, and has to be agreed to. */
  | Confirming
  | { readonly kind: 'working'; readonly title: string; readonly progress: JoinProgress }
  /** This device is a member, and the notebook is not here yet. */
  | { readonly kind: 'waiting'; readonly notebook: string; readonly title: string; readonly problem: string }
  /** It is on this device already, shared. */
  | { readonly kind: 'known'; readonly notebook: string; readonly title: string };

interface Confirming {
  readonly kind: 'confirming';
  readonly link: string;
  readonly info: InviteInfo;
  readonly problem: string | null;
}

/** What joining needs from the window around it. */
export interface JoinServices {
  readonly sync: Pick<Bridge['sync'], 'readInvite'>;
  /** Whether this device is a member of a notebook's room, and whether the notebook is here. */
  readonly has: (notebook: string) => { readonly member: boolean; readonly here: boolean };
  readonly join: (link: string, you: You, options: JoinOptions) => Promise<Result<string, JoinProblem>>;
  readonly fetch: (notebook: string, options: JoinOptions) => Promise<Result<string, JoinProblem>>;
  /** Looks again which notebooks are shared. */
  readonly look: () => Promise<void>;
  readonly open: (notebook: string) => Promise<void>;
}

/** Joins notebooks by invitation, one after another, and opens them. */
export class JoinFlow {
  readonly #services: JoinServices;
  readonly #listeners = new Set<() => void>();
  #stage: JoinStage | null = null;
  #links: readonly string[] = [];
  /** What is being done, and can be stopped; another one for each step. */
  #work = new AbortController();

  constructor(services: JoinServices) {
    this.#services = services;
  }

  stage(): JoinStage | null {
    return this.#stage;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks for a link. */
  begin(): void {
    if (this.#stage === null) this.#show({ kind: 'asking', problem: null });
  }

  /** Takes links that the app was opened with; each waits for the one before it. */
  async arrive(links: readonly string[]): Promise<void> {
    if (links.length === 0) return;
    this.#links = [...this.#links, ...links];
    if (this.#stage === null || this.#stage.kind === 'asking') await this.#next();
  }

  /** Reads a link, and shows what it says. */
  async read(link: string): Promise<void> {
    const { signal } = this.#begin();
    const read = await this.#services.sync.readInvite({ link });
    if (signal.aborted) return;
    if (!read.ok) return this.#show({ kind: 'asking', problem: failureWords(read.error) });
    const { notebook, title } = read.value;
    const { member, here } = this.#services.has(notebook);
    if (member && here) this.#show({ kind: 'known', notebook, title });
    else if (member) await this.fetch(notebook, title);
    else this.#show({ kind: 'confirming', link, info: read.value, problem: null });
  }

  /**
   * Joins, fetches and opens.
   * @param protect chooses how keys are kept, where nobody has; gives why that failed
   */
  async join(you: You, protect: () => Promise<string | null>): Promise<void> {
    const stage = this.#stage;
    if (stage?.kind !== 'confirming') return;
    const { link, info } = stage;
    const { signal } = this.#begin();
    this.#show({ kind: 'working', title: info.title, progress: { step: 'joining' } });
    const unprotected = await protect();
    if (signal.aborted) return;
    if (unprotected !== null) return this.#show({ ...stage, problem: unprotected });
    const joined = await this.#services.join(link, you, this.#following(info.title, signal));
    await this.#services.look();
    if (signal.aborted) return;
    if (joined.ok) return await this.#arrived(joined.value);
    const problem = failureWords(joined.error);
    // Let in, and not given the notebook yet: the invitation has done its work.
    const isMember = this.#services.has(info.notebook).member;
    if (isMember) this.#show({ kind: 'waiting', notebook: info.notebook, title: info.title, problem });
    else this.#show({ ...stage, problem });
  }

  /** Fetches a notebook that this device is a member of, and opens it. */
  async fetch(notebook: string, title: string): Promise<void> {
    const { signal } = this.#begin();
    this.#show({ kind: 'working', title, progress: { step: 'fetching' } });
    const fetched = await this.#services.fetch(notebook, this.#following(title, signal));
    if (signal.aborted) return;
    if (fetched.ok) await this.#arrived(fetched.value);
    else this.#show({ kind: 'waiting', notebook, title, problem: failureWords(fetched.error) });
  }

  /** Opens a notebook that is here already. */
  async openKnown(): Promise<void> {
    if (this.#stage?.kind === 'known') await this.#arrived(this.#stage.notebook);
  }

  /** Ends what is shown or being done, and goes on with the next link. */
  async cancel(): Promise<void> {
    this.#work.abort();
    await this.#next();
  }

  #begin(): AbortController {
    this.#work.abort();
    this.#work = new AbortController();
    return this.#work;
  }

  #following(title: string, signal: AbortSignal): JoinOptions {
    return {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) this.#show({ kind: 'working', title, progress });
      },
    };
  }

  async #arrived(notebook: string): Promise<void> {
    await this.#services.open(notebook);
    await this.#next();
  }

  async #next(): Promise<void> {
    const [link, ...rest] = this.#links;
    this.#links = rest;
    if (link === undefined) this.#show(null);
    else await this.read(link);
  }

  #show(stage: JoinStage | null): void {
    this.#stage = stage;
    for (const listener of [...this.#listeners]) listener();
  }
}
