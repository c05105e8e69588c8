import { buildBrief, type Brief, type BriefInput, type BriefOptions } from '../../shared/brief/index.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import { quotedList } from './quoted-list.ts';

/** What a brief is made of. */
interface BriefMaterial {
  readonly input: BriefInput;
  readonly drafts: readonly BriefDraft[];
  readonly options: BriefOptions;
}

/**
 * The brief of everything, as the app makes it where nobody has chosen: with a title page, contents, the day it is made and the draft begun last. The
 * drafts that it has no place for are named on stderr.
 */
export function fullBrief({ input, drafts, options }: BriefMaterial): Brief {
  const begun = new Map(input.list('drafts').map(({ id, createdAt }) => [id, createdAt]));
  const known = drafts.filter(({ id }) => begun.has(id));
  const draft = known.reduce<BriefDraft | null>((last, one) => {
    const isLater = last === null || (begun.get(one.id) ?? '') > (begun.get(last.id) ?? '');
    return isLater ? one : last;
  }, null);
  const others = known.filter((one) => one !== draft);
  if (others.length > 0) {
    const titles = others.map(({ id }) => input.titleOf({ kind: 'drafts', id }) ?? '');
    process.stderr.write(`Left out, because a brief holds one draft: ${quotedList(titles)}.\n`);
  }
  return buildBrief(input, { draft, titlePage: true, contents: true, date: today(), ...options });
}

/** The calendar day where this computer is, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
