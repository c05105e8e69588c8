import { useState } from 'react';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { Doubt } from '../../shared/story/page-rule.ts';
import { richParagraphs } from '../../shared/story/rich-text.ts';
import { sectionList } from '../../shared/story/sections.ts';
import { Button, Disclosure } from '../ui/index.ts';
import { namesOf, sectionsOf } from './draft-entries.ts';
import styles from './imports.module.css';

/** Rows shown at first: a page may have thousands. */
const shownFirst = 50;

/** What was recognised, section by section, each opening to its entries; then what was not recognised. */
export function DraftSections({ draft }: { readonly draft: ImportDraft }) {
  const sections = sectionsOf(draft);
  const overview = richParagraphs(draft.story.overview ?? []).map((spans) => spans.map((span) => span.text).join(''));
  const declared = draft.story.declaredSourceCount ?? null;
  // A file of references or annotations is no page that could lack anything.
  const isPage = draft.format !== 'references' && draft.format !== 'annotations';
  const missing = (isPage ? sectionList : [])
    .filter(({ page, kind }) => page !== undefined && !sections.some(({ section }) => section.kind === kind))
    .filter(({ kind }) => kind !== 'sources' || declared === null)
    .map(({ names }) => names.many);
  return (
    <>
      <h3 className={styles.subheading}>Recognised</h3>
      <ul className={styles.sections} aria-label="Recognised">
        {overview.length > 0 && (
          <SectionLine
            name="Overview"
            count={overview.length}
            unit={overview.length === 1 ? 'paragraph' : 'paragraphs'}
          >
            <Rows of={overview} row={(text) => ({ title: '', detail: text, doubts: [] })} />
          </SectionLine>
        )}
        {sections.map(({ section, entries }) => (
          <SectionLine
            key={section.kind}
            name={section.names.many}
            count={entries.length}
            doubts={entries.filter((entry) => entry.doubts.length > 0).length}
          >
            <Rows of={entries} row={({ draft: one, doubts }) => ({ ...namesOf(one), doubts })} />
          </SectionLine>
        ))}
        {declared !== null && (
          <li className={styles.plainLine}>
            Sources <span className={styles.count}>{declared} declared</span>
          </li>
        )}
      </ul>
      {missing.length > 0 && <p className={styles.quiet}>Not on this page: {missing.join(', ')}.</p>}
      {draft.unsorted.length > 0 && (
        <>
          <h3 className={styles.subheading}>Not recognised</h3>
          <ul className={styles.sections} aria-label="Not recognised">
            <SectionLine
              name="Kept as unsorted text"
              count={draft.unsorted.length}
              unit={draft.unsorted.length === 1 ? 'line' : 'lines'}
            >
              <Rows
                of={draft.unsorted}
                row={({ text, under, line }) => ({
                  title: text,
                  detail: under === '' ? `line ${line}` : `line ${line}, under ${under}`,
                  doubts: [],
                })}
              />
            </SectionLine>
          </ul>
        </>
      )}
    </>
  );
}

interface SectionLineProps {
  readonly name: string;
  readonly count: number;
  readonly unit?: string;
  /** How many of the entries a person should look at. */
  readonly doubts?: number;
  readonly children: React.ReactNode;
}

function SectionLine({ name, count, unit, doubts = 0, children }: SectionLineProps) {
  return (
    <li>
      <Disclosure
        className={styles.section}
        title={
          <span className={styles.line}>
            {name}{' '}
            <span className={styles.count}>
              {count}
              {unit === undefined ? '' : ` ${unit}`}
            </span>{' '}
            {doubts > 0 && <span className={styles.doubtCount}>{doubts} to check</span>}
          </span>
        }
      >
        {children}
      </Disclosure>
    </li>
  );
}

interface Row {
  readonly title: string;
  readonly detail: string;
  readonly doubts: readonly Doubt[];
}

interface RowsProps<T> {
  readonly of: readonly T[];
  /** Words an item; asked only for those that are shown. */
  readonly row: (item: T) => Row;
}

function Rows<T>({ of, row }: RowsProps<T>) {
  const [all, setAll] = useState(false);
  const shown = all ? of : of.slice(0, shownFirst);
  return (
    <>
      <ol className={styles.rows}>
        {shown.map(row).map(({ title, detail, doubts }, at) => (
          // The items of a draft have no identity but their place in it.
          <li key={at}>
            {title !== '' && <span className={styles.rowTitle}>{title} </span>}
            <span className={styles.rowDetail}>{detail}</span>
            {doubts.map((doubt) => (
              <span key={doubt.message} className={styles.doubt}>
                {doubt.message}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {of.length > shown.length && (
        <Button size="small" variant="quiet" onPress={() => setAll(true)}>
          Show all {of.length}
        </Button>
      )}
    </>
  );
}
