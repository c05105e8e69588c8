/** What stands before an item of a list without numbers, on a line of its own. */
export const bullet = '-';

/** Collects text as a browser would lay it out: white space collapses, blocks begin lines. */
export class LineWriter {
  readonly #lines: string[] = [];
  readonly #markers = new Map<number, string>();
  #line: string[] = [];
  #space = false;
  #last = '';
  #seam = false;

  /** How many lines are finished. */
  get count(): number {
    return this.#lines.length;
  }

  /** Text as it stands in the file. */
  text(raw: string): void {
    const collapsed = raw.replace(/[ \t\n\r\f]+/g, ' ');
    const body = collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (body.length < collapsed.length) this.#space = true;
    if (body === '') return;
    if (this.#line.length > 0) {
      if (this.#space) this.#line.push(' ');
      else if (this.#seam) this.#joinAtSeam(body);
    }
    this.#line.push(body.endsWith(' ') ? body.slice(0, -1) : body);
    this.#space = body.endsWith(' ');
    this.#last = body.slice(-1);
    this.#seam = false;
  }

  /** Called where one element ends and another begins right behind it, without white space between. */
  seam(): void {
    this.#seam = true;
  }

  /** Text whose line ends count, as in `pre`. */
  preformatted(raw: string): void {
    raw.split(/\r\n|\n|\r/).forEach((line, index) => {
      if (index > 0) this.endLine();
      this.text(line);
    });
  }

  endLine(): void {
    const line = this.#line.join('').trim();
    if (line !== '') this.#lines.push(line);
    this.#line = [];
    this.#space = false;
    this.#seam = false;
    this.#last = '';
  }

  /** Puts a list's number or bullet before a finished line. */
  mark(line: number, marker: string): void {
    this.#markers.set(line, marker);
  }

  /** All lines, one under the other. A number stands on its line, a bullet on one of its own. */
  toString(): string {
    this.endLine();
    return this.#lines
      .flatMap((line, at) => {
        const marker = this.#markers.get(at);
        if (marker === undefined || /^\d+[.)]\s/.test(line)) return [line];
        return marker === bullet ? [bullet, line] : [`${marker} ${line}`];
      })
      .join('\n');
  }

  /** Two boxes side by side look apart though no space is between them: a category and the text behind it. */
  #joinAtSeam(next: string): void {
    if (this.#last === ':') this.#line.push(' ');
    else if (/[\p{Ll}\p{N}%)]/u.test(this.#last) && /^[\p{Lu}"“(]/u.test(next)) this.endLine();
  }
}
