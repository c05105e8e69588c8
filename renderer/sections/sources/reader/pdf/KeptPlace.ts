import { Component } from 'react';
import { frameOf, headroom } from '../surface.ts';

interface KeptPlaceProps {
  readonly root: HTMLElement | null;
  readonly scale: number;
}

/** What is read first: a page, and which share of it is above. */
interface ReadPlace {
  readonly page: Element;
  readonly share: number;
}

/**
 * Keeps what is read where it is when the pages become larger or smaller. A class, because only a class is asked before the page is changed: afterwards
 * the window may have scrolled by itself, where pages became too short for how far down one was.
 */
export class KeptPlace extends Component<KeptPlaceProps> {
  override getSnapshotBeforeUpdate({ scale }: KeptPlaceProps): ReadPlace | null {
    const { root } = this.props;
    return root === null || scale === this.props.scale ? null : placeIn(root);
  }

  override componentDidUpdate(_props: KeptPlaceProps, _state: unknown, place: ReadPlace | null): void {
    const frame = place === null ? null : frameOf(place.page);
    if (place === null || frame === null) return;
    const { top, height } = place.page.getBoundingClientRect();
    frame.scrollTop += top + place.share * height - edgeOf(frame);
  }

  override render(): null {
    return null;
  }
}

function placeIn(root: HTMLElement): ReadPlace | null {
  const frame = frameOf(root);
  if (frame === null || root.getBoundingClientRect().top > edgeOf(frame)) return null;
  for (const page of root.querySelectorAll('[data-page]')) {
    const { top, bottom, height } = page.getBoundingClientRect();
    if (bottom > edgeOf(frame) && height > 0) return { page, share: (edgeOf(frame) - top) / height };
  }
  return null;
}

function edgeOf(frame: HTMLElement): number {
  return frame.getBoundingClientRect().top + headroom;
}
