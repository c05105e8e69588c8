import type { Literal } from 'mdast';
import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** A citation as its words between the brackets say. */
export interface CitationNode extends Literal {
  type: 'citation';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
    citationWords: 'citationWords';
    citationEnd: 'citationEnd';
  }
}

const [backslash, open, close, at, bracketBehind] = [92, 91, 93, 64, 40];

/** Reads `[… @key …]` within a line as a citation, unless it is the text of a link. */
export const citationSyntax: Extension = { text: { [open]: { name: 'citation', tokenize } satisfies Construct } };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let names = false;
  return begin;

  function begin(code: Code): State | undefined {
    effects.enter('citation');
    effects.consume(code);
    return first;
  }

  function first(code: Code): State | undefined {
    if (code === close) return nok(code);
    effects.enter('citationWords');
    return words(code);
  }

  function words(code: Code): State | undefined {
    // A line's end, the end of the text, or a bracket within: no citation.
    if (code === null || code < 0 || code === open) return nok(code);
    if (code === close) {
      if (!names) return nok(code);
      effects.exit('citationWords');
      effects.enter('citationEnd');
      effects.consume(code);
      effects.exit('citationEnd');
      effects.exit('citation');
      return behind;
    }
    if (code === at) names = true;
    effects.consume(code);
    return code === backslash ? escaped : words;
  }

  function escaped(code: Code): State | undefined {
    if (code === null || code < 0) return nok(code);
    effects.consume(code);
    return words;
  }

  function behind(code: Code): State | undefined {
    return code === bracketBehind ? nok(code) : ok(code);
  }
}

/** Makes nodes of them. */
export const citationFromMarkdown: MdastExtension = {
  enter: {
    citation(token) {
      this.enter({ type: 'citation', value: '' }, token);
    },
  },
  exit: {
    citationWords(token) {
      const node = this.stack.at(-1);
      if (node?.type === 'citation') node.value = this.sliceSerialize(token);
    },
    citation(token) {
      this.exit(token);
    },
  },
};
