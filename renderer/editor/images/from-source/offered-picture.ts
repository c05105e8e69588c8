/** A picture that is chosen in a source, before it is taken into the notebook. */
export interface OfferedPicture {
  /** What it shows; '' where the source does not say. */
  readonly alt: string;
  /** From 1; for a page of a source. */
  readonly page?: number;
  /** Its bytes. Rejects where it cannot be drawn, or is stopped. */
  readonly file: (signal: AbortSignal) => Promise<Blob>;
}

/** What the choosing of a picture in a source needs. */
export interface OfferProps {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  /** Told what is chosen; null while nothing is. */
  readonly onOffer: (offer: OfferedPicture | null) => void;
}
