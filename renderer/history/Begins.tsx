import { dateWords } from './day-words.ts';
import { useHistory } from './history-context.ts';
import { useAnswer } from './use-answer.ts';

/** Where this device's history begins; nothing until that is known. */
export function Begins({ className }: { readonly className?: string | undefined }) {
  const history = useHistory();
  const { value } = useAnswer('beginning', (options) => history.beginning(options));
  if (value === null) return null;
  return (
    <p className={className}>
      History on this device begins on {dateWords(value.kept)}
      {value.hadContent ? '; what came before is not known here.' : '.'}
    </p>
  );
}
