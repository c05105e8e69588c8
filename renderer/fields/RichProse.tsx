import { plainFromRich } from '../../shared/story/rich-text.ts';
import type { RichText } from '../../shared/story/rich-text.ts';
import type { Bound } from './bound.ts';
import { EditableProse } from './EditableProse.tsx';
import { editRich } from './edit-rich.ts';

interface RichProseProps {
  readonly bound: Bound<RichText>;
  readonly add?: string;
  readonly className?: string | undefined;
}

/** Rich text edited as words: the marks of what is not touched stay. */
export function RichProse({ bound, add, className }: RichProseProps) {
  const plain: Bound<string> = {
    ...bound,
    value: plainFromRich(bound.value),
    set: (text) => bound.set(editRich(bound.value, text)),
  };
  return <EditableProse bound={plain} className={className} {...(add === undefined ? {} : { add })} />;
}
