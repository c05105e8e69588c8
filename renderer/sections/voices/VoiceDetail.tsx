import { EntryFields } from '../../fields/index.ts';
import { FictionLabel } from './FictionLabel.tsx';

/** Everything about one voice, under what it is. */
export function VoiceDetail({ id }: { readonly id: string }) {
  return (
    <>
      <FictionLabel />
      <EntryFields kind="voices" id={id} />
    </>
  );
}
