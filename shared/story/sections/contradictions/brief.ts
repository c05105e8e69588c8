import type { BriefArticle, BriefBlock, BriefConflict, BriefContext } from '../../brief-block.ts';
import { joined } from '../../brief-block.ts';

/** The ledger: every conflict with what each side says. Nothing is adjudicated but by the people whose words are printed. */
export function briefContradictions(_entries: readonly unknown[], context: BriefContext): readonly BriefBlock[] | null {
  const articles = context.conflicts.map(article);
  return articles.length === 0 ? null : [{ type: 'articles', numbered: false, articles }];
}

function article({ ref, title, state, judgedBy, note, judgement, statements }: BriefConflict): BriefArticle {
  const said = statements.map(({ says, who, details }) => ({ label: who, text: joined([says, details]) }));
  const by = judgedBy === '' ? '' : `judged by ${judgedBy}`;
  return {
    ref,
    title,
    meta: joined([state, by]),
    text: note,
    labelled: [...said, ...(judgement === '' ? [] : [{ label: 'Judgement', text: judgement }])],
  };
}
