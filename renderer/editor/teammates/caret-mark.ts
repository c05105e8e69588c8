import type { Teammate } from '../../session/presence.ts';
import styles from './teammates.module.css';

/** Milliseconds that the name stands beside a caret after it moved. */
const nameFor = 3000;

interface MarkPlace {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** How wide the layer is. */
  readonly room: number;
}

/** One teammate's caret, with their name while it moves. What is read out is the list of who is here. */
export class CaretMark {
  readonly #element: HTMLElement;
  readonly #name: HTMLElement;
  #at = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(layer: HTMLElement) {
    this.#element = document.createElement('span');
    this.#element.className = styles.caret ?? '';
    this.#name = document.createElement('span');
    this.#name.className = styles.name ?? '';
    this.#element.append(this.#name);
    layer.append(this.#element);
  }

  show({ name, colour, caret }: Teammate, { left, top, height, room }: MarkPlace): void {
    const element = this.#element;
    element.dataset.mate = String(colour);
    // Where there is no room to the right, the name stands to the left.
    element.dataset.side = left > room / 2 ? 'left' : 'right';
    element.style.transform = `translate(${left}px, ${top}px)`;
    element.style.height = `${height}px`;
    this.#name.textContent = name;
    // At the end of a paragraph the position stays the same while one writes on.
    const at = JSON.stringify([caret?.anchor, caret?.focus, Math.round(left)]);
    if (at === this.#at) return;
    this.#at = at;
    element.dataset.named = 'true';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => delete element.dataset.named, nameFor);
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#element.remove();
  }
}
