/** A short message in the corner of the window. */
export interface ToastMessage {
  readonly message: string;
  readonly tone?: 'normal' | 'error';
  /** One thing to do about it: "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Milliseconds; null keeps it until it is closed. Errors stay unless told otherwise. */
  readonly timeout?: number | null;
}

export interface ShownToast extends ToastMessage {
  readonly id: number;
}

/** How long a message stays: long enough to read, and twice that where it offers something to do. */
const readingTime = 6000;
/** More would cover the work; the oldest makes room. */
const mostShown = 3;

/** The messages shown right now, oldest first. */
export class ToastQueue {
  #shown: readonly ShownToast[] = [];
  #next = 1;
  readonly #listeners = new Set<() => void>();

  /** Shows a message; the same words once more take the place of the earlier ones. Gives what `close` asks for. */
  show(toast: ToastMessage): number {
    const id = this.#next++;
    const others = this.#shown.filter(({ message }) => message !== toast.message);
    this.#set([...others, { ...toast, id }].slice(-mostShown));
    return id;
  }

  close(id: number): void {
    this.#set(this.#shown.filter((toast) => toast.id !== id));
  }

  list(): readonly ShownToast[] {
    return this.#shown;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(shown: readonly ShownToast[]): void {
    this.#shown = shown;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Milliseconds after which a toast goes by itself; null for never. */
export function toastTime(toast: ToastMessage): number | null {
  if (toast.timeout !== undefined) return toast.timeout;
  if (toast.tone === 'error') return null;
  return toast.action === undefined ? readingTime : readingTime * 2;
}

/** The window's one queue. */
export const toasts = new ToastQueue();
