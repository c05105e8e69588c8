import type { ReactNode } from 'react';
import type { ChangedField } from '../../../shared/history/change.ts';
import type { NewsItem } from '../../../shared/history/news.ts';
import { deleteEntries, restoreEntries } from '../../../shared/story/commands/delete-entry.ts';
import { offerUndo } from '../../fields/index.ts';
import { useOpenSession, useViewOnly } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import { quoted } from '../history-words.ts';
import { NewsRow, useTitleNow } from '../NewsItems.tsx';
import { focusTitle } from './focus-title.ts';

interface TheirItemProps {
  readonly item: NewsItem;
  /** What can be done about a field that changed. */
  readonly fieldAction: (field: ChangedField) => ReactNode;
}

/** One entry that teammates changed; what they deleted can be brought back, and what they added be thrown away. */
export function TheirItem({ item, fieldAction }: TheirItemProps) {
  const { writer, undo } = useOpenSession();
  const isViewer = useViewOnly();
  const { ref, title, verb } = item;
  const isHere = useTitleNow(ref) !== null;
  const bringBack = (): void => {
    undo.step();
    restoreEntries(writer, [ref]);
    offerUndo(undo, `Brought back ${quoted(title)}.`);
  };
  const remove = (): void => {
    undo.step();
    deleteEntries(writer, [ref]);
    offerUndo(undo, `${quoted(title)} is in the trash.`);
  };
  const way =
    verb === 'deleted' && !isHere
      ? { words: 'Bring back', name: `Bring back ${title}`, run: bringBack }
      : (verb === 'created' || verb === 'restored') && isHere
        ? { words: 'Move to trash', name: `Move ${title} to trash`, run: remove }
        : null;
  return (
    <NewsRow
      item={item}
      fieldAction={fieldAction}
      action={
        way !== null &&
        !isViewer && (
          <Button
            size="small"
            variant={verb === 'deleted' ? 'plain' : 'quiet'}
            aria-label={way.name}
            onPress={(press) => {
              focusTitle(press);
              way.run();
            }}
          >
            {way.words}
          </Button>
        )
      }
    />
  );
}
