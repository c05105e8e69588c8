import type { ReactNode } from 'react';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { ContestedMark } from '../contested/ContestedMark.tsx';
import { entryType } from './entry-type.ts';
import { EvidenceCount } from './EvidenceCount.tsx';
import { NoteCount } from './NoteCount.tsx';

interface EntryLeadProps {
  readonly of: EntryRef;
  readonly children: ReactNode;
}

/** The first line of an entry on the page: what it is called and, beside that, who or when; at the far end its evidence and notes. */
export function EntryLead({ of, children }: EntryLeadProps) {
  return (
    <div className={entryType.lead}>
      <div className={entryType.leadWords}>{children}</div>
      <ContestedMark of={of} />
      <EvidenceCount of={of} />
      <NoteCount of={of} />
    </div>
  );
}
