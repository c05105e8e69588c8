import { addDays, dateInWords } from '../../shared/story/dates/index.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import styles from './imports.module.css';

interface DraftHeadProps {
  readonly draft: ImportDraft;
  readonly capturedOn: string | null;
}

/** What the page says in its head besides the title: label, line under both, and what comes next. */
export function DraftHead({ draft, capturedOn }: DraftHeadProps) {
  const { kicker, deck, nextTitle, nextInDays, nextDate } = draft.story;
  const computed =
    capturedOn !== null && typeof nextInDays === 'number'
      ? { edtf: addDays(capturedOn, nextInDays) }
      : (nextDate ?? null);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Kicker', kicker],
    ['Deck', deck],
    [
      'Next event',
      nextTitle === undefined || nextTitle === '' ? undefined : nextWords(nextTitle, nextInDays, computed),
    ],
  ];
  const shown = rows.filter(([, words]) => words !== undefined && words !== '');
  if (shown.length === 0) return null;
  return (
    <dl className={styles.head}>
      {shown.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function nextWords(title: string, inDays: number | null | undefined, date: { readonly edtf: string } | null): string {
  const when = date === null ? '' : dateInWords(date);
  const days = typeof inDays === 'number' ? `in ${inDays} ${inDays === 1 ? 'day' : 'days'}` : '';
  return [title, [days, when].filter((part) => part !== '').join(', ')].filter((part) => part !== '').join(' · ');
}
