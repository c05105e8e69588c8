import type { LexicalEditor } from 'lexical';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useActions } from '../../../session/actions.ts';
import { remember, remembered } from '../../../session/local-memory.ts';
import { useSession } from '../../../session/session-context.ts';
import { Tooltip, TooltipTrigger } from '../../../ui/index.ts';
import { useCitations } from '../open-citations.ts';
import { DraftSupport } from './draft-support.ts';
import styles from './SupportCount.module.css';

const key = 'draft.support';

/** "3 sentences without support": how many neither cite anything nor have evidence; pressed, they are marked in the text. */
export function SupportCount({ editor }: { readonly editor: LexicalEditor }) {
  const session = useSession();
  const { draft } = useCitations();
  const support = useMemo(() => new DraftSupport(editor, session, draft), [editor, session, draft]);
  const [isOn, setOn] = useState(() => remembered(key) !== 'off');
  const { sentences, unsupported } = useSyncExternalStore(
    useMemo(() => (listener: () => void) => support.onChange(listener), [support]),
    () => support.count(),
  );
  useEffect(() => support.start(), [support]);
  useEffect(() => support.mark(isOn), [support, isOn]);
  const turn = (on: boolean): void => {
    setOn(on);
    remember(key, on ? 'on' : 'off');
  };
  useActions([
    {
      id: 'draft.support',
      title: isOn ? 'Do not mark sentences without support' : 'Mark sentences without support',
      group: 'Drafts',
      keywords: ['evidence', 'cite', 'citation', 'unsupported'],
      run: () => turn(!isOn),
    },
  ]);
  if (sentences === 0) return null;
  const words =
    unsupported === 0
      ? 'All supported'
      : `${unsupported.toLocaleString('en')} ${unsupported === 1 ? 'sentence' : 'sentences'} without support`;
  return (
    <TooltipTrigger>
      <ToggleButton className={styles.count ?? ''} isSelected={isOn} onChange={turn}>
        {words}
      </ToggleButton>
      <Tooltip>Neither a citation, nor a footnote, nor evidence. Pressed: marked in the text</Tooltip>
    </TooltipTrigger>
  );
}
