import { combining, latex2unicode } from 'unicode2latex';

/** What a command stands for; in text and in formulas it may differ. */
type Meaning = string | { readonly text?: string; readonly math?: string };

// The package's types list thousands of names; a file may have any.
const commands = new Map(Object.entries(latex2unicode as Readonly<Record<string, Meaning>>));
// Signs of ASCII are themselves, not the letters that look like them.
for (const [name, sign] of [
  ['grave', '`'],
  ['circum', '^'],
  ['tilde', '~'],
] as const)
  commands.set(`\\textascii${name}`, sign);
// As above: the accents by what stands behind the backslash.
const accents = new Map(Object.entries(combining.tounicode as Readonly<Record<string, string>>));

/** Commands whose argument is not what is read. */
const withoutArgument: ReadonlySet<string> = new Set([
  'href',
  'textcolor',
  'color',
  'fontsize',
  'selectlanguage',
  'foreignlanguage',
  'hspace',
  'vspace',
]);
/** Commands that do nothing to the words. */
const silent: ReadonlySet<string> = new Set(
  'protect relax noopsort bf it em rm sf sl sc tt normalfont bfseries itshape small large upshape ignorespaces unskip'.split(
    ' ',
  ),
);
const raised = new Map([...'0123456789+-=()ni'].map((char, at) => [char, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][at] ?? char]));
const lowered = new Map([...'0123456789+-=()'].map((char, at) => [char, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][at] ?? char]));

/**
 * The words of a TeX value: accents, commands, dashes and quotation marks as Unicode, braces and markup taken off, white space as one space.
 * Words are never dropped: a command nobody knows stays as it is written where it has no argument.
 */
export function texText(tex: string): string {
  return new TexReader(tex).read();
}

/** A value that is no text: an address, a number. */
export function verbatim(tex: string): string {
  const bare = /^\s*\\url\s*\{(.*)\}\s*$/s.exec(tex)?.[1] ?? tex;
  return bare
    .replace(/\\([_%&#$~{}])(?:\{\})?/g, '$1')
    .replace(/[{}\s]/g, '')
    .trim();
}

class TexReader {
  readonly #tex: string;
  #at = 0;
  #out = '';
  #math = false;

  constructor(tex: string) {
    this.#tex = tex;
  }

  read(): string {
    while (this.#at < this.#tex.length) this.#step();
    return this.#out.replace(/\s+/g, ' ').trim();
  }

  #step(): void {
    const char = this.#tex[this.#at] ?? '';
    this.#at += 1;
    switch (char) {
      case '\\':
        return this.#command();
      case '{':
      case '}':
        return;
      case '$':
        return this.#dollar();
      case '~':
        this.#out += ' ';
        return;
      case '-':
        return this.#run('-', ['-', '–', '—']);
      case '`':
        return this.#run('`', ['‘', '“']);
      case "'":
        return this.#run("'", ["'", '”']);
      case '^':
      case '_':
        this.#out += this.#math ? this.#script(char === '^' ? raised : lowered) : char;
        return;
      default:
        this.#out += char;
    }
  }

  /** Repeated signs that TeX makes one of. */
  #run(sign: string, made: readonly string[]): void {
    let count = 1;
    while (count < made.length && this.#tex[this.#at] === sign) {
      count += 1;
      this.#at += 1;
    }
    this.#out += made[count - 1] ?? sign;
  }

  /** A dollar sign begins a formula where another one ends it soon; else it is money. */
  #dollar(): void {
    if (this.#math) {
      this.#math = false;
      return;
    }
    const end = this.#tex.indexOf('$', this.#at);
    if (end < 0 || end - this.#at > 200 || /\n\s*\n/.test(this.#tex.slice(this.#at, end))) this.#out += '$';
    else this.#math = true;
  }

  #script(signs: ReadonlyMap<string, string>): string {
    const [whole = '', group, single] =
      /^(?:\{([^{}\\]*)\}|([^{}\\$\s]))/.exec(this.#tex.slice(this.#at, this.#at + 64)) ?? [];
    this.#at += whole.length;
    const words = group ?? single ?? '';
    return [...words].every((char) => signs.has(char)) ? [...words].map((char) => signs.get(char)).join('') : words;
  }

  #command(): void {
    const name = /^(?:[A-Za-z]+|[^])/u.exec(this.#tex.slice(this.#at, this.#at + 40))?.[0] ?? '';
    this.#at += name.length;
    const isWord = /^[A-Za-z]/.test(name);
    const accent = accents.get(name);
    if (accent !== undefined && !(this.#math && !isWord)) return this.#accented(accent);
    // White space behind a command's name only ends it.
    if (isWord) this.#skipSpace();
    if (withoutArgument.has(name)) return this.#skipGroup();
    if (silent.has(name) || name === '-' || name === '/') return;
    if (name === '\\' || name === 'newline' || name === 'par') {
      this.#out += ' ';
      return;
    }
    if (name === 'enquote' || name === 'mkbibquote') return this.#quote();
    const meaning = /^[{}%&#$_ ]$/.test(name) ? name : this.#meaningOf(name);
    if (meaning !== undefined) this.#out += meaning.normalize('NFC');
    // Markup around words: these are read as the others.
    else if (this.#tex[this.#at] !== '{')
      this.#out += `\\${name}${isWord && /\w/.test(this.#tex[this.#at] ?? '') ? ' ' : ''}`;
  }

  #meaningOf(name: string): string | undefined {
    const found = commands.get(`\\${name}`);
    if (found === undefined || typeof found === 'string') return found;
    return (this.#math ? found.math : found.text) ?? found.text ?? found.math;
  }

  /** An accent and the letter it belongs to, which may be in braces or a dotless one. */
  #accented(accent: string): void {
    const letter = /^\s*(?:\{\s*)*(?:\\([ij])(?![A-Za-z])\s*|(\p{L}))/u.exec(this.#tex.slice(this.#at, this.#at + 64));
    const [whole = '', dotless, plain] = letter ?? [];
    if (letter === null) {
      // `\~{}` is the sign itself.
      const empty = /^\s*\{\s*\}/.exec(this.#tex.slice(this.#at, this.#at + 64))?.[0] ?? '';
      this.#at += empty.length;
      this.#out += signs.get(accent) ?? accent;
      return;
    }
    this.#at += whole.length;
    this.#out += `${dotless ?? plain ?? ''}${accent}`.normalize('NFC');
  }

  #quote(): void {
    const end = groupEnd(this.#tex, this.#at);
    if (end < 0) return;
    const inner = new TexReader(this.#tex.slice(this.#at + 1, end).replaceAll(/\\(?:enquote|mkbibquote)\b/g, ''));
    this.#at = end + 1;
    this.#out += `“${inner.read()}”`;
  }

  #skipGroup(): void {
    const end = groupEnd(this.#tex, this.#at);
    if (end >= 0) this.#at = end + 1;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#tex[this.#at] ?? '')) this.#at += 1;
  }
}

/** Accents that stand alone. */
const signs = new Map([
  ['\u0303', '~'],
  ['\u0302', '^'],
  ['\u0300', '`'],
  ['\u0301', '´'],
  ['\u0308', '¨'],
]);

/** Where the group that begins at a place ends; -1 where none does. */
function groupEnd(tex: string, at: number): number {
  if (tex[at] !== '{') return -1;
  let depth = 0;
  for (let place = at; place < tex.length; place += 1) {
    const char = tex[place];
    if (char === '\\') place += 1;
    else if (char === '{') depth += 1;
    else if (char === '}' && (depth -= 1) === 0) return place;
  }
  return -1;
}
