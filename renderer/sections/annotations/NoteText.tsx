import { richParagraphs } from '../../../shared/story/rich-text.ts';
import type { RichSpan, RichText } from '../../../shared/story/rich-text.ts';
import styles from './notes.module.css';

/** A note's words with their marks. Links open outside, after the main process has asked. */
export function NoteText({ text }: { readonly text: RichText }) {
  return (
    <div className={styles.text}>
      {richParagraphs(text).map((spans, index) => (
        // Paragraphs and runs have no identity but their place.
        <p key={index} dir="auto">
          {spans.map((span, at) => (
            <Run key={at} span={span} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Run({ span }: { readonly span: RichSpan }) {
  const italic = span.italic === true ? <em>{span.text}</em> : span.text;
  const words = span.bold === true ? <strong>{italic}</strong> : italic;
  if (span.link === undefined) return words;
  return (
    <a href={span.link} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
