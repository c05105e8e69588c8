import { changesSince, seenOf } from '../../../shared/citing/index.ts';
import type { CitedWork } from '../../../shared/citing/index.ts';
import type { DraftCite } from '../../../shared/story/draft-block.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { refKey } from '../../../shared/story/ref.ts';
import { findSection } from '../../../shared/story/sections.ts';
import { useSession, useTitle } from '../../session/session-context.ts';
import { Button, TextField } from '../../ui/index.ts';
import { useSettled } from '../use-settled.ts';
import styles from './citations.module.css';
import { StaleWords } from './StaleWords.tsx';
import { WorkWords } from './WorkWords.tsx';

interface Props {
  readonly cite: DraftCite;
  /** What it leads to. */
  readonly works: readonly CitedWork[];
  readonly onChange: (cite: DraftCite) => void;
  /** Null where the citation names nothing else. */
  readonly onRemove: (() => void) | null;
  readonly onOpen: (ref: EntryRef) => void;
}

type Words = 'locator' | 'prefix' | 'suffix';

/** One thing that a citation names. */
export function CitedThing({ cite, works, onChange, onRemove, onOpen }: Props) {
  const { reader, writer } = useSession();
  const { ref } = cite;
  const isSource = ref.kind === 'sources' || ref.kind === 'passages';
  const title = useTitle(ref);
  const changes = changesSince(reader, cite);
  const [first] = works;
  const words = (name: Words) => ({ name, cite, onChange });
  return (
    <section className={styles.thing} aria-label={title ?? 'Source missing'}>
      {!isSource && title !== null && (
        <p className={styles.entry}>
          {`${findSection(ref.kind)?.names.one ?? 'Entry'}: ${title}`}
          <Button size="small" variant="quiet" onPress={() => onOpen(ref)}>
            Show
          </Button>
        </p>
      )}
      {works.map((work, at) => (
        <div key={`${refKey(work.passage ?? work.listed ?? ref)} ${at}`} className={styles.row}>
          <WorkWords work={work} />
          {work.listed?.kind === 'sources' && (
            <Button size="small" onPress={() => onOpen(work.passage ?? work.listed ?? ref)}>
              Open in the reader
            </Button>
          )}
        </div>
      ))}
      {changes.length > 0 && (
        <StaleWords
          changes={changes}
          seenAt={cite.seen?.at ?? ''}
          onChecked={() => onChange({ ...cite, seen: seenOf(reader, ref, writer.now()) })}
        />
      )}
      {first !== undefined && first.listed !== null && (
        <div className={styles.fields}>
          <Field {...words('prefix')} label="Words before" placeholder="see" />
          {isSource && (
            <Field {...words('locator')} label="Page or place" placeholder={cite.locator ? '' : first.locator} />
          )}
          <Field {...words('suffix')} label="Words after" placeholder="emphasis added" />
        </div>
      )}
      {onRemove !== null && (
        <Button
          size="small"
          variant="quiet"
          className={styles.remove}
          onPress={onRemove}
          aria-label={`Remove ${title ?? 'the missing source'}`}
        >
          Remove
        </Button>
      )}
    </section>
  );
}

interface FieldProps {
  readonly name: Words;
  readonly cite: DraftCite;
  readonly label: string;
  readonly placeholder: string;
  readonly onChange: (cite: DraftCite) => void;
}

function Field({ name, cite, label, placeholder, onChange }: FieldProps) {
  const { shown, change } = useSettled(cite[name] ?? '', (words) => onChange(withWords(cite, name, words)));
  return <TextField label={label} value={shown} onChange={change} placeholder={placeholder} maxLength={200} />;
}

/** A citation with other words; empty ones are not kept. */
function withWords(cite: DraftCite, name: Words, words: string): DraftCite {
  const { [name]: _, ...rest } = cite;
  return words.trim() === '' ? rest : { ...rest, [name]: words };
}
