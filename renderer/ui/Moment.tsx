import { momentWords, wholeMoment } from './moment-words.ts';

interface MomentProps {
  /** ISO 8601. */
  readonly at: string;
  readonly className?: string | undefined;
}

/** When something happened, in few words; the whole date on asking. */
export function Moment({ at, className }: MomentProps) {
  return (
    <time dateTime={at} title={wholeMoment(at)} className={className}>
      {momentWords(at, new Date())}
    </time>
  );
}
