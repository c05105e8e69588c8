import type { ChangedPlace } from '../../../shared/history/briefing.ts';
import type { ChangedField } from '../../../shared/history/change.ts';
import { useViewOnly } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import { fieldName } from './briefing-words.ts';
import { focusTitle } from './focus-title.ts';
import { useResolve } from './use-resolve.ts';

interface PutBackFieldProps {
  readonly place: ChangedPlace;
  readonly field: ChangedField;
  /** What the entry is called; '' for the story. */
  readonly title: string;
  /** When the absence began. */
  readonly since: number;
}

/** Makes a field that only teammates changed what it was before. Nothing where one may only read. */
export function PutBackField({ place, field, title, since }: PutBackFieldProps) {
  const resolve = useResolve();
  if (useViewOnly()) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      aria-label={`Put back the ${fieldName(place.ref, field, title)}`}
      onPress={(press) => {
        focusTitle(press);
        void resolve.putBack(place, since, fieldName(place.ref, field, title));
      }}
    >
      Put back
    </Button>
  );
}
