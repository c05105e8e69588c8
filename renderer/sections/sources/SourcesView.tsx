import { useEntry, usePlace } from '../../session/session-context.ts';
import { SourceList } from './SourceList.tsx';
import { SourceReader } from './reader/SourceReader.tsx';

/** The sources of the notebook: the one that is open, or else the list of them. */
export function SourcesView() {
  const { open } = usePlace();
  return open === undefined ? <SourceList /> : <OpenSource key={open} id={open} />;
}

function OpenSource({ id }: { readonly id: string }) {
  const source = useEntry('sources', id);
  return source?.deletedAt === null ? <SourceReader id={id} /> : <SourceList gone={source === undefined ? null : id} />;
}
