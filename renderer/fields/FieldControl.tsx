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
  switch (bound.type) {
    case 'line':
      return <EditableLine bound={holding<string>(bound)} />;
    case 'prose':
      return <EditableProse bound={holding<string>(bound)} />;
    case 'rich':
      return <RichProse bound={holding<RichText>(bound)} />;
    case 'date':
      return <DateField bound={holding<StoryDate | null>(bound)} suggestFrom={suggestFrom} />;
    case 'day':
      return <DayField bound={holding<string | null>(bound)} />;
    case 'number':
      return <NumberField bound={holding<number | null>(bound)} />;
    case 'flag':
      return <FlagField bound={holding<boolean>(bound)} />;
    case 'choice':
      return <ChoiceField bound={holding<string>(bound)} />;
    case 'lines':
      return <LinesField bound={holding<readonly string[]>(bound)} />;
    case 'refs':
      return <RefsField bound={holding<readonly EntryRef[]>(bound)} />;
    case 'log':
      return <LogField bound={holding<readonly LogItem[]>(bound)} />;
    case 'stamp':
    case 'ref':
    case 'record':
    case 'records':
      return null;
  }
}

function holding<T>(bound: Bound<unknown>): Bound<T> {
  // A field's type says what its value is: see the constructors in `shared/story/fields.ts`.
  return bound as Bound<T>;
}
