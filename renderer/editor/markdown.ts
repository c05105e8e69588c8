import {
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
} from '@lexical/markdown';
import type { ElementTransformer, Transformer } from '@lexical/markdown';
import { $createHeadingNode } from '@lexical/rich-text';
import type { LexicalEditor } from 'lexical';

/** `#` to `###`; there are no deeper headings here. */
const threeHeadings: ElementTransformer = {
  ...HEADING,
  regExp: /^(#{1,3})\s/,
  replace: (parent, children, match) => {
    const level = match[1]?.length ?? 1;
    const heading = $createHeadingNode(level === 1 ? 'h1' : level === 2 ? 'h2' : 'h3');
    heading.append(...children);
    parent.replace(heading);
    heading.select(0, 0);
  },
};

const shortcuts: Transformer[] = [
  threeHeadings,
  QUOTE,
  // Before the plain list: `- [ ] ` begins as one.
  CHECK_LIST,
  UNORDERED_LIST,
  ORDERED_LIST,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  STRIKETHROUGH,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
];

/** Turns Markdown into what it means as it is typed: `## `, `- `, `1. `, `[ ] `, `> `, `**bold**`, `[words](address)`. */
export function registerMarkdown(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, shortcuts);
}
