/** What pressing a button tells of it. */
interface Pressed {
  readonly target: Element;
}

/** Moves the focus from a button, which goes once it has done its work, to the title of its item: Escape and Tab go on from there. */
export function focusTitle({ target }: Pressed): void {
  target.closest('li, section')?.querySelector('button')?.focus();
}
