import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { EmptyState, Spinner } from '../../../ui/index.ts';
import styles from './from-source.module.css';
import type { OfferProps } from './offered-picture.ts';
import { usePagePictures } from './use-page-pictures.ts';
import type { ShownPicture } from './use-page-pictures.ts';

/** The pictures of a captured page, one of which is chosen. */
export function PagePictureChoice({ hash, name, mediaType, onOffer }: OfferProps) {
  const found = usePagePictures(hash, name, mediaType);
  if (found === null) return <Spinner label="Looking for pictures" />;
  if (!found.ok) return <EmptyState title="The pictures cannot be shown">{found.error}</EmptyState>;
  const { pictures, unshown } = found.value;
  if (pictures.length === 0)
    return (
      <EmptyState title="No pictures in this capture">
        {unshown > 0 ? unshownWords(unshown) : 'Pictures are there where they were saved with the page.'}
      </EmptyState>
    );
  return (
    <>
      <ListBox
        aria-label="Pictures of the source"
        layout="grid"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        autoFocus="first"
        className={styles.grid ?? ''}
        onSelectionChange={(keys) => {
          const picture = keys === 'all' ? undefined : pictures.find((_, index) => keys.has(index));
          onOffer(picture === undefined ? null : offerOf(picture));
        }}
      >
        {pictures.map((picture, index) => (
          <ListBoxItem
            key={picture.address}
            id={index}
            textValue={picture.alt || `Picture ${index + 1}, ${sizeOf(picture)}`}
            className={styles.picture ?? ''}
          >
            <img src={picture.address} alt="" draggable={false} />
            <span className={styles.words}>{picture.alt || `Picture ${index + 1}`}</span>
            <span className={styles.size}>{sizeOf(picture)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      {unshown > 0 && <p className={styles.remark}>{unshownWords(unshown)}</p>}
    </>
  );
}

function offerOf({ alt, bytes, mediaType }: ShownPicture) {
  return { alt, file: () => Promise.resolve(new Blob([bytes], { type: mediaType })) };
}

function sizeOf({ width, height }: ShownPicture): string {
  return `${width} × ${height}`;
}

function unshownWords(count: number): string {
  return count === 1
    ? 'One more is damaged, too large, or of a kind that drafts do not show.'
    : `${count} more are damaged, too large, or of a kind that drafts do not show.`;
}
