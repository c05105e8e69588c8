/** How large pages are drawn: as wide as there is room, or a share of their printed size. */
export type Zoom = 'fit' | number;

/** The shares that are offered, the printed size being 1. */
export const zoomSteps: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** CSS pixels per point at the printed size. */
const printed = 96 / 72;

/** CSS pixels per point, for pages as wide as the widest of them needs. `room`: the width of the column in CSS pixels. */
export function scaleOf(pages: readonly { readonly width: number }[], zoom: Zoom, room: number): number {
  if (zoom !== 'fit') return printed * zoom;
  const widest = pages.reduce((most, { width }) => Math.max(most, width), 1);
  return Math.max(0.1, room / widest);
}

/** The next larger or smaller step from what is shown. */
export function zoomed(scale: number, direction: 1 | -1): number {
  const now = scale / printed;
  const further =
    direction === 1 ? zoomSteps.find((step) => step > now + 0.01) : zoomSteps.findLast((step) => step < now - 0.01);
  return further ?? (direction === 1 ? (zoomSteps.at(-1) ?? 1) : (zoomSteps[0] ?? 1));
}

/** "75 %", the printed size being 100 %. */
export function zoomWords(scale: number): string {
  return `${Math.round((scale / printed) * 100)} %`;
}
