/** A field's value as it stands in the file: TeX, with strings put in and outer braces or quotes taken off. */
export type TexFields = ReadonlyMap<string, string>;

export interface BibtexEntry {
  /** In small letters: `article`. */
  readonly type: string;
  readonly key: string;
  /** By their names in small letters. */
  readonly fields: TexFields;
  /** 1-based. */
  readonly line: number;
}

/** Where and why an entry cannot be read. */
export class SyntaxTrouble extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** Characters of an entry; a brace that is never closed is looked for no further. */
const longestEntry = 262_144;
/** What strings make of a value at most, in characters: they can double each other. */
const longestValue = 262_144;

const months = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, at) => [
    name,
    String(at + 1),
  ]),
);
const word = /[^\s"#%'(),={}@\\]+/y;

/** Reads one entry, from its `@` on. */
export class EntryReader {
  readonly #text: string;
  readonly #strings: Map<string, string>;
  readonly #limit: number;
  #at: number;
  /** What was not understood and hurts nobody. */
  readonly remarks: string[] = [];

  constructor(text: string, at: number, strings: Map<string, string>) {
    this.#text = text;
    this.#at = at + 1;
    this.#strings = strings;
    this.#limit = Math.min(text.length, at + longestEntry);
  }

  /** Where reading goes on. */
  get end(): number {
    return this.#at;
  }

  /** The entry; null for what is none: comments, preambles, strings (which are remembered), an `@` of running text. */
  read(): Omit<BibtexEntry, 'line'> | null {
    this.#space();
    const type = this.#word().toLowerCase();
    this.#space();
    const opening = this.#text[this.#at];
    if (type === '' || type === 'comment' || (opening !== '{' && opening !== '(')) {
      if (type === 'comment' && opening === '{') this.#braced();
      return null;
    }
    this.#at += 1;
    const closing = opening === '{' ? '}' : ')';
    if (type === 'preamble') return (this.#value(), this.#expect(closing), null);
    if (type === 'string') return (this.#string(closing), null);
    this.#space();
    const key = this.#key(closing);
    const fields = this.#fields(closing);
    return { type, key, fields };
  }

  #string(closing: string): void {
    this.#space();
    const name = this.#word().toLowerCase();
    this.#expect('=');
    this.#strings.set(name, this.#value());
    this.#expect(closing);
  }

  /** Keys are what stands before the first comma; some programs write none. */
  #key(closing: string): string {
    const end = this.#find([',', closing, '=']);
    const found = this.#text.slice(this.#at, end).trim();
    if (this.#text[end] === '=') {
      // No key: what was read is the first field's name, after whatever stands there instead of a comma.
      const [first = '', ...more] = found.split(/\s+/);
      if (more.length === 0) return '';
      this.#at += first.length;
      return first;
    }
    if (/["{}]/.test(found)) throw new SyntaxTrouble(this.#at, 'The key of an entry cannot be read.');
    this.#at = end;
    return found;
  }

  #fields(closing: string): TexFields {
    const fields = new Map<string, string>();
    for (;;) {
      this.#space();
      const next = this.#text[this.#at];
      if (next === closing) {
        this.#at += 1;
        return fields;
      }
      if (next === ',') {
        this.#at += 1;
        continue;
      }
      const start = this.#at;
      const name = this.#word().toLowerCase();
      if (name === '')
        throw new SyntaxTrouble(start, this.#at >= this.#limit ? unclosed : 'The name of a field is expected here.');
      this.#expect('=');
      const value = this.#value();
      if (fields.has(name)) this.remarks.push(`“${name}” stands twice; the first was taken.`);
      else fields.set(name, value);
    }
  }

  /** Pieces joined by `#`. */
  #value(): string {
    let value = this.#piece();
    for (;;) {
      this.#space();
      if (this.#text[this.#at] !== '#') return value;
      this.#at += 1;
      value += this.#piece();
      if (value.length > longestValue) throw new SyntaxTrouble(this.#at, 'This value is too long.');
    }
  }

  #piece(): string {
    this.#space();
    const first = this.#text[this.#at];
    if (first === '{') return this.#braced();
    if (first === '"') return this.#quoted();
    const start = this.#at;
    const name = this.#word();
    if (name === '') throw new SyntaxTrouble(start, start >= this.#limit ? unclosed : 'A value is expected here.');
    if (/^\d+$/.test(name)) return name;
    const known = this.#strings.get(name.toLowerCase()) ?? months.get(name.toLowerCase());
    if (known === undefined)
      this.remarks.push(`“${name}” is no string that the file explains; the word was taken as it is.`);
    return known ?? name;
  }

  #braced(): string {
    const start = this.#at;
    let depth = 0;
    for (; this.#at < this.#limit; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === '\\') this.#at += 1;
      else if (char === '{') depth += 1;
      else if (char === '}' && (depth -= 1) === 0) return this.#text.slice(start + 1, this.#at++);
    }
    throw new SyntaxTrouble(start, unclosed);
  }

  #quoted(): string {
    const start = this.#at;
    let depth = 0;
    for (this.#at += 1; this.#at < this.#limit; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === '\\' && this.#text[this.#at + 1] !== '"') this.#at += 1;
      else if (char === '{') depth += 1;
      else if (char === '}') depth -= 1;
      else if (char === '"' && depth === 0) return this.#text.slice(start + 1, this.#at++);
      if (depth < 0) break;
    }
    throw new SyntaxTrouble(start, 'This quotation mark is never closed.');
  }

  #word(): string {
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #expect(wanted: string): void {
    this.#space();
    if (this.#text[this.#at] !== wanted)
      throw new SyntaxTrouble(this.#at, this.#at >= this.#limit ? unclosed : `“${wanted}” is expected here.`);
    this.#at += 1;
  }

  #find(wanted: readonly string[]): number {
    for (let at = this.#at; at < this.#limit; at += 1) if (wanted.includes(this.#text[at] ?? '')) return at;
    throw new SyntaxTrouble(this.#at, unclosed);
  }

  /** White space, and comments to the end of a line. */
  #space(): void {
    for (; this.#at < this.#limit; this.#at += 1) {
      const char = this.#text[this.#at] ?? '';
      if (char === '%') {
        const end = this.#text.indexOf('\n', this.#at);
        this.#at = end < 0 ? this.#limit : end;
      } else if (!/\s/.test(char)) return;
    }
  }
}

const unclosed = 'A brace that is opened here is never closed.';
