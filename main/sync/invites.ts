/** What a link of invitation begins with. */
const start = 'backstory://join#';

/** Letters; longer ones are none of ours (`shared/sync/invite.ts`). */
const longest = 2048;

/** Links of invitation that the app was opened with and the page has not taken yet. They open notebooks: nothing writes them anywhere. */
export interface Invites {
  readonly add: (links: readonly string[]) => void;
  /** Hands them over, once. */
  readonly take: () => string[];
}

/** Creates the queue; `arrived` is called whenever something waits. */
export function createInvites(arrived: () => void): Invites {
  let waiting: string[] = [];
  return {
    add(links) {
      // Some systems put a slash there on the way.
      const cleaned = new Set(links.map((link) => link.trim().replace(/^backstory:\/\/join\/#/i, start)));
      const good = [...cleaned].filter((link) => isInvite(link) && !waiting.includes(link));
      if (good.length === 0) return;
      waiting.push(...good);
      arrived();
    },
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

/** Takes links of invitation out of a command line, so that nobody reads them there later. Gives the links. */
export function takeLinks(argv: string[]): string[] {
  const links = argv.filter((arg) => arg.startsWith('backstory:'));
  const others = argv.filter((arg) => !arg.startsWith('backstory:'));
  argv.splice(0, argv.length, ...others);
  return links;
}

function isInvite(link: string): boolean {
  return link.length <= longest && link.startsWith(start);
}
