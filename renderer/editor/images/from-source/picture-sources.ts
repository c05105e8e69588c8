import type { StoryReader } from '../../../../shared/story/reading/reader.ts';
import { isSafeLink } from '../../../../shared/story/rich-text.ts';
import type { RichText } from '../../../../shared/story/rich-text.ts';
import { section } from '../../../../shared/story/sections.ts';
import type { Capture } from '../../../session/captured-reading.ts';

/** A source of the notebook whose capture may hold pictures. */
export interface PictureSource {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** The latest capture of a kind that holds pictures. */
  readonly capture: Capture;
  readonly has: 'pictures' | 'pages';
}

/** What the kinds of captures give. Words alone have no pictures. */
const gives: Readonly<Record<string, PictureSource['has']>> = {
  'text/html': 'pictures',
  'multipart/related': 'pictures',
  'application/pdf': 'pages',
};

/** The sources that pictures can be taken from, by title. */
export function pictureSources(reader: Pick<StoryReader, 'list'>): readonly PictureSource[] {
  const found = reader.list('sources').flatMap(({ id, fields }): readonly PictureSource[] => {
    const capture = fields.captures.findLast(({ mediaType }) => Object.hasOwn(gives, mediaType));
    const has = gives[capture?.mediaType ?? ''];
    if (capture === undefined || has === undefined) return [];
    return [{ id, title: section('sources').title(fields), address: fields.address, capture, has }];
  });
  return found.toSorted((one, other) => one.title.localeCompare(other.title));
}

/**
 * "From Port log, page 3", leading to the source's address where it has one. Captions hold no citations: the words say where it is from.
 * @param page from 1; of a source that has pages
 */
export function sourceCaption({ title, address }: Pick<PictureSource, 'title' | 'address'>, page?: number): RichText {
  return [
    { text: 'From ' },
    { text: title, ...(isSafeLink(address) ? { link: address } : {}) },
    ...(page === undefined ? [] : [{ text: `, page ${page}` }]),
  ];
}
