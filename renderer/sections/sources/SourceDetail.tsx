import { EntryFields } from '../../fields/index.ts';
import { CaptureVersions } from './CaptureVersions.tsx';
import { Repeats } from './Repeats.tsx';

/** Everything known of a source, and what was captured of it. */
export function SourceDetail({ id }: { readonly id: string }) {
  return (
    <>
      <EntryFields kind="sources" id={id} />
      <Repeats id={id} />
      <CaptureVersions id={id} />
    </>
  );
}
