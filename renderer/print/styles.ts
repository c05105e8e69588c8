/** What the styles of a box say of breaking it. Lengths in CSS pixels. */
export interface BoxStyle {
  readonly display: string;
  readonly isOut: boolean;
  readonly isForcedBefore: boolean;
  readonly isForcedAfter: boolean;
  readonly isKeptBefore: boolean;
  readonly isKeptAfter: boolean;
  readonly isKeptWhole: boolean;
  /** What each of its parts has above and below it where it is cut. */
  readonly head: number;
  readonly foot: number;
  readonly orphans: number;
  readonly widows: number;
  readonly lineHeight: number;
}

const forced = new Set(['page', 'left', 'right', 'recto', 'verso', 'always']);
const avoided = new Set(['avoid', 'avoid-page']);
const heading = /^H[1-6]$/;

/** Reads them. Headings stay with what follows whatever the styles say. */
export function boxStyle(element: Element): BoxStyle {
  const style = getComputedStyle(element);
  const isCloned = style.getPropertyValue('-webkit-box-decoration-break') === 'clone';
  const isHeading = heading.test(element.tagName);
  return {
    display: style.display,
    isOut: style.display === 'none' || style.position === 'absolute' || style.position === 'fixed',
    isForcedBefore: forced.has(style.breakBefore),
    isForcedAfter: forced.has(style.breakAfter),
    isKeptBefore: avoided.has(style.breakBefore),
    isKeptAfter: isHeading || avoided.has(style.breakAfter),
    isKeptWhole: isHeading || avoided.has(style.breakInside),
    head: isCloned ? pixels(style.paddingTop) + pixels(style.borderTopWidth) : 0,
    foot: isCloned ? pixels(style.paddingBottom) + pixels(style.borderBottomWidth) : 0,
    orphans: Number(style.orphans) || 2,
    widows: Number(style.widows) || 2,
    lineHeight: pixels(style.lineHeight),
  };
}

/** 0 for "normal" and the like. */
function pixels(length: string): number {
  const number = Number.parseFloat(length);
  return Number.isFinite(number) ? number : 0;
}
