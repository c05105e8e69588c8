import { section } from '../../../shared/story/sections.ts';
import type { RowReading } from '../../../shared/imports/index.ts';
import styles from './table.module.css';
import { numbered, rowTitle, whenWords } from './table-words.ts';

interface RowPreviewProps {
  readonly first: readonly RowReading[];
  readonly count: number;
}

/** The first rows as they would be in the notebook. */
export function RowPreview({ first, count }: RowPreviewProps) {
  const more = count - first.length;
  return (
    <>
      <h3 className={styles.subheading}>As it would be</h3>
      <ol className={styles.preview} aria-label="As it would be">
        {first.map((reading) => (
          <li key={reading.line}>
            {reading.draft === null ? <UnsortedRow {...reading} /> : <EventRow reading={reading} />}
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.quiet}>and {numbered(more, 'row')} more</p>}
    </>
  );
}

function EventRow({ reading }: { readonly reading: RowReading }) {
  const { draft, actors, sources, doubts } = reading;
  const { category = '', text = '', nature = 'event', expected = 'happened' } = draft?.fields ?? {};
  const { fields } = section('events');
  const meta = [
    category,
    nature === 'event' ? '' : fields.nature.plain(nature),
    expected === 'expected' ? 'Expected' : '',
    actors.join(', '),
    sources.map(({ title, address }) => title || address).join(', '),
  ].filter((part) => part !== '');
  return (
    <>
      <span className={styles.when}>{whenWords(reading) || 'No date'}</span>
      <span className={styles.event}>
        <span className={styles.title}>{rowTitle(reading)}</span>
        {meta.length > 0 && <span className={styles.meta}>{meta.join(' · ')}</span>}
        {text !== '' && <span className={styles.text}>{text.replace(/\n+/g, '\n')}</span>}
        {doubts.map((doubt) => (
          <span key={doubt} className={styles.doubt}>
            {doubt}
          </span>
        ))}
      </span>
    </>
  );
}

function UnsortedRow({ unsorted }: RowReading) {
  return (
    <>
      <span className={styles.when}>Unsorted</span>
      <span className={styles.event}>
        <span className={styles.text}>{unsorted}</span>
        <span className={styles.doubt}>This row has no title: its words are kept as unsorted text.</span>
      </span>
    </>
  );
}
