import type { NewsItem } from '../../../shared/history/news.ts';
import { restoreEntries } from '../../../shared/story/commands/delete-entry.ts';
import { offerUndo } from '../../fields/index.ts';
import { useOpenSession, useViewOnly } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import { quoted } from '../history-words.ts';
import { NewsRow, useTitleNow } from '../NewsItems.tsx';
import { focusTitle } from './focus-title.ts';

/** One entry that teammates changed; what they deleted can be brought back. */
export function TheirItem({ item }: { readonly item: NewsItem }) {
  const { writer, undo } = useOpenSession();
  const isViewer = useViewOnly();
  const { ref, title, verb } = item;
  const isHere = useTitleNow(ref) !== null;
  const bringBack = (): void => {
    undo.step();
    restoreEntries(writer, [ref]);
    offerUndo(undo, `Brought back ${quoted(title)}.`);
  };
  return (
    <NewsRow
      item={item}
      action={
        verb === 'deleted' &&
        !isHere &&
        !isViewer && (
          <Button
            size="small"
            aria-label={`Bring back ${title}`}
            onPress={(press) => {
              focusTitle(press);
              bringBack();
            }}
          >
            Bring back
          </Button>
        )
      }
    />
  );
}
