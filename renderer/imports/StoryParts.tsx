import type { StoryPart } from '../../shared/imports/index.ts';
import { Checkbox } from '../ui/index.ts';
import type { Choosing } from './choosing.ts';
import { Differences } from './Differences.tsx';
import styles from './imports.module.css';

/** What the page says otherwise of the story itself: its head and overview. */
export function StoryParts({ parts, choiceOf, choose }: Choosing & { readonly parts: readonly StoryPart[] }) {
  if (parts.length === 0) return null;
  return (
    <>
      <h3 className={styles.subheading}>The story</h3>
      <ul className={styles.sections} aria-label="The story">
        {parts.map((part) => (
          <li key={part.key} className={styles.item}>
            <Checkbox
              className={styles.itemHead}
              isSelected={choiceOf(part) !== 'skip'}
              onChange={(isSelected) => choose([part.key], isSelected ? 'take' : 'skip')}
            >
              <span className={styles.itemTitle}>{part.label}</span>
            </Checkbox>
            <Differences
              labelled={false}
              differences={[{ field: part.key, label: part.label, before: part.before, after: part.after }]}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
