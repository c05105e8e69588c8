import { richParagraphs } from '../../shared/story/rich-text.ts';
import type { RichSpan, RichText } from '../../shared/story/rich-text.ts';
import { classes } from '../ui/index.ts';
import styles from './prose.module.css';

interface RichTextViewProps {
  readonly value: RichText;
  readonly className?: string | undefined;
}

/** Rich text to be read: the look of `RichTextField` without an editor. Links open outside, after a question. */
export function RichTextView({ value, className }: RichTextViewProps) {
  return (
    <div className={classes(styles.prose, className)}>
      {richParagraphs(value).map((spans, index) => (
        // Paragraphs and runs have no identity but their place.
        <p key={index} className={styles.paragraph} dir="auto">
          {spans.map((span, at) => (
            <Run key={at} span={span} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Run({ span }: { readonly span: RichSpan }) {
  const italic = span.italic === true ? <em className={styles.italic}>{span.text}</em> : span.text;
  const words = span.bold === true ? <strong className={styles.bold}>{italic}</strong> : italic;
  if (span.link === undefined) return words;
  return (
    <a className={styles.link} href={span.link} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
