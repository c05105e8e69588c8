import type { StoryDate } from '../../shared/story/dates/index.ts';
import type { LogItem } from '../../shared/story/fields.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { RichText } from '../../shared/story/rich-text.ts';
import type { Bound } from './bound.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DateField } from './DateField.tsx';
import { DayField } from './DayField.tsx';
import { EditableLine } from './EditableLine.tsx';
import { EditableProse } from './EditableProse.tsx';
import { FlagField } from './FlagField.tsx';
import { LinesField } from './LinesField.tsx';
import { LogField } from './LogField.tsx';
import { NumberField } from './NumberField.tsx';
import { RefsField } from './RefsField.tsx';
import { RichProse } from './RichProse.tsx';

interface FieldControlProps {
  readonly bound: Bound<unknown>;
  /** Words in which a date may be found. */
  readonly suggestFrom?: string;
}

/** The control for a field of any type. Types that only commands set have none. */
export function FieldControl({ bound, suggestFrom = '' }: FieldControlProps) {
  // A field's type says what its value is: see the constructors in `shared/story/fields.ts`.
  switch (bound.type) {
    case 'line':
      return <EditableLine bound={bound as Bound<string>} />;
    case 'prose':
      return <EditableProse bound={bound as Bound<string>} />;
    case 'rich':
      return <RichProse bound={bound as Bound<RichText>} />;
    case 'date':
      return <DateField bound={bound as Bound<StoryDate | null>} suggestFrom={suggestFrom} />;
    case 'day':
      return <DayField bound={bound as Bound<string | null>} />;
    case 'number':
      return <NumberField bound={bound as Bound<number | null>} />;
    case 'flag':
      return <FlagField bound={bound as Bound<boolean>} />;
    case 'choice':
      return <ChoiceField bound={bound as Bound<string>} />;
    case 'lines':
      return <LinesField bound={bound as Bound<readonly string[]>} />;
    case 'refs':
      return <RefsField bound={bound as Bound<readonly EntryRef[]>} />;
    case 'log':
      return <LogField bound={bound as Bound<readonly LogItem[]>} />;
    case 'stamp':
    case 'ref':
    case 'record':
    case 'records':
      return null;
  }
}
