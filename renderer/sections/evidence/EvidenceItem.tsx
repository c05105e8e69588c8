import {
  fieldLabel,
  gradeWords,
  nameOf,
  notCountedWords,
  quoteOf,
  sourceName,
  valueWords,
} from '../../../shared/evidence/index.ts';
import type { EvidenceLink } from '../../../shared/evidence/index.ts';
import { dateInWords } from '../../../shared/story/dates/index.ts';
import { wholeStory } from '../../../shared/story/evidence-ends.ts';
import { section } from '../../../shared/story/sections.ts';
import { RichTextView } from '../../editor/index.ts';
import { useChangeEvidence } from '../../session/link-evidence.ts';
import { goToEntry } from '../../session/place-of.ts';
import { useEntry, useReadOnly, useSession, useView } from '../../session/session-context.ts';
import { classes, IconButton, Menu, MenuItem, MenuTrigger } from '../../ui/index.ts';
import styles from './evidence.module.css';
import { useEvidenceVerbs } from './use-evidence-verbs.ts';

interface EvidenceItemProps {
  readonly link: EvidenceLink;
  /** What is said of it: where it comes from, or what it speaks to. */
  readonly shows: 'source' | 'target';
}

const { relation: relations } = section('evidence').fields;

/** One link: the words, which lead to their place in the source; how it bears on what; the grades in words. */
export function EvidenceItem({ link, shows }: EvidenceItemProps) {
  const { reader } = useSession();
  const view = useView();
  const change = useChangeEvidence();
  const verbs = useEvidenceVerbs();
  const isReadOnly = useReadOnly();
  // What these are called and say is read below, by the reader: these say when to read it again.
  useEntry('sources', link.source ?? '');
  useEntry('passages', link.passage ?? '');
  const { relation, note, value, unit, scope, asOf, to } = link.entry.fields;
  useEntry(to?.kind ?? 'events', to?.id ?? '');
  const quote = quoteOf(reader, link);
  const source = sourceName(reader, link);
  const target = to === null ? 'nothing' : `${nameOf(reader, to) ?? 'An entry that is not in this notebook'}`;
  const openSource = (): void => {
    if (link.source === null) return;
    const chosen =
      link.passage === null ? { kind: 'sources', id: link.source } : { kind: 'passages', id: link.passage };
    view.go({ view: 'sources', open: link.source }, chosen);
  };
  const openTarget = (): void => {
    if (to?.kind === wholeStory.kind) view.go({ view: 'story' }, null);
    else if (to !== null) goToEntry(view, reader, { kind: to.kind, id: to.id });
  };
  const said = valueWords({ value, unit });
  const details = [scope, asOf === null ? '' : `as of ${dateInWords(asOf)}`].filter((part) => part !== '');
  const words = quote === '' ? source : `“${quote}”`;
  const lead = shows === 'source' ? words : target;
  const open = shows === 'source' ? openSource : openTarget;
  const canOpen = shows === 'target' || (link.source !== null && reader.resolve({ kind: 'sources', id: link.source }));
  const grade = gradeWords(reader, link);
  const field = to === null || to.field === undefined ? '' : fieldLabel(to);
  const rest =
    shows === 'source' ? [quote === '' ? 'Whole source' : source, grade] : [field, quote === '' ? '' : `“${quote}”`];
  return (
    <li
      className={classes(styles.item, styles[`${relation}Side`], link.notCounted !== null && styles.dim)}
      data-link={link.id}
    >
      <div className={styles.itemWords}>
        {canOpen ? (
          <button
            type="button"
            dir="auto"
            className={classes(styles.lead, quote !== '' && shows === 'source' && styles.quote)}
            onClick={open}
          >
            {lead}
          </button>
        ) : (
          <p className={styles.lead} dir="auto">
            {lead}
          </p>
        )}
        <p className={styles.meta}>
          <span className={styles[relation]}>{relations.plain(relation)}</span>
          {rest
            .filter((part) => part !== '')
            .map((part) => (
              <span key={part}> · {part}</span>
            ))}
        </p>
        {said !== '' && (
          <p className={styles.said}>
            Gives <strong>{said}</strong>
            {details.length > 0 && <span className={styles.meta}> {details.join(' · ')}</span>}
          </p>
        )}
        {note.length > 0 && <RichTextView value={note} className={styles.noteWords} />}
        {link.notCounted !== null && <p className={styles.why}>{notCountedWords[link.notCounted]}</p>}
      </div>
      {!isReadOnly && (
        <MenuTrigger>
          <IconButton
            icon="more"
            size="small"
            label={`More for evidence ${lead.slice(0, 60)}`}
            tip={false}
            className={styles.more}
          />
          <Menu placement="bottom end" aria-label="Evidence link">
            {canOpen && shows === 'source' && <MenuItem onAction={openSource}>Open in the source</MenuItem>}
            {change !== null && <MenuItem onAction={() => change(link.id)}>Change…</MenuItem>}
            <MenuItem tone="danger" onAction={() => verbs.remove(link.id)}>
              Move to trash
            </MenuItem>
          </Menu>
        </MenuTrigger>
      )}
    </li>
  );
}
