import { describe, expect, it } from 'vitest';
import { originalHtml } from './original.ts';
import { isSound } from './reading-json.ts';
import { readCapture } from './read-capture.ts';
import { harmlessWord, hostileFiles } from './testing/hostile-files.ts';

const trap = 'http://trap.example';
const files = hostileFiles(trap);
const kinds = {
  html: 'text/html',
  mhtml: 'multipart/related',
  markdown: 'text/markdown',
  pdf: 'application/pdf',
} as const;

/** Every tag of some markup with its attributes. */
const tagsOf = (html: string): string[] => html.match(/<[a-z!][^>]*>/gi) ?? [];

describe('[CP40] hostile files', () => {
  it.each(files.filter(({ kind }) => kind === null))('$name is refused', ({ bytes, name }) => {
    expect(readCapture(bytes, { name })).toMatchObject({ ok: false, error: { reason: 'unknown-kind' } });
  });

  it.each(files.flatMap((file) => (file.kind === null || file.kind === 'pdf' ? [] : [{ ...file, kind: file.kind }])))(
    '$name becomes words, and links that a person may follow',
    ({ bytes, name, kind }) => {
      const started = performance.now();
      const result = readCapture(bytes, { name });
      if (!result.ok) throw new Error(result.error.message);
      const { mediaType, reading } = result.value;
      expect(mediaType).toBe(kinds[kind]);
      expect(reading.text).toContain(harmlessWord);
      expect(isSound(reading)).toBe(true);
      for (const mark of reading.marks) if (mark.kind === 'link') expect(mark.address).toMatch(/^(?:https?|mailto):/);
      expect(reading.detected.address).toMatch(/^(?:https?:.*)?$/);
      expect({}).not.toHaveProperty('harmed');
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );

  it.each(files.filter(({ kind }) => kind === 'html' || kind === 'mhtml'))(
    '$name is shown without harm',
    ({ bytes, name }) => {
      const shown = originalHtml(bytes, { name });
      const html = shown.ok ? shown.value : '';
      for (const tag of tagsOf(html)) {
        // Links wait for a person; they open elsewhere.
        expect(tag.replace(/^<a [^>]*target="_blank" rel="noopener noreferrer nofollow"/, '')).not.toContain(trap);
        expect(tag).not.toMatch(
          /^<(?:script|style|link|base|iframe|frame|object|embed|svg|math|form|input|button|video|audio|template|noscript|meta (?!charset="utf-8">))/i,
        );
        expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(
          /\s(?:on\w+|style|srcset|background|ping|action|formaction|srcdoc)=/i,
        );
        expect(tag).not.toMatch(/(?:javascript|vbscript|file):|data:(?!image\/(?:png|gif);base64,)/i);
      }
    },
  );
});
