import type { RichText } from '../../../shared/story/rich-text.ts';

/** Runs of text within a line: words, italics and links. */
export function RichRuns({ runs, linked = false }: { readonly runs: RichText; readonly linked?: boolean }) {
  return runs.map(({ text, italic, link }, at) => {
    const words = italic === true ? <em>{text}</em> : text;
    // Runs have no identity but their place.
    if (link === undefined || !linked) return <span key={at}>{words}</span>;
    return (
      <a key={at} href={link} target="_blank" rel="noreferrer">
        {words}
      </a>
    );
  });
}
