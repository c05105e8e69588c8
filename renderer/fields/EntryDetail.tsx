import type { ComponentType } from 'react';
import type { SectionKind } from '../../shared/story/sections.ts';
import { EntryFields } from './EntryFields.tsx';

/** The details of an entry of a kind that has nothing to show besides its fields. */
export function entryDetail(kind: SectionKind): ComponentType<{ readonly id: string }> {
  return function EntryDetail({ id }) {
    return <EntryFields kind={kind} id={id} />;
  };
}
