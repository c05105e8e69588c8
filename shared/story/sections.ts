import type { Entry } from './entry.ts';
import * as registry from './registry.ts';
import type { Section } from './section.ts';

export type SectionKind = keyof typeof registry;
export type FieldsOf<K extends SectionKind> = (typeof registry)[K]['fields'];
/** An entry of a known section, with its fields' types. */
export type EntryOf<K extends SectionKind> = Entry<FieldsOf<K>>;

/** A section whose field types are not known: what code that walks the registry works with. */
export type AnySection = Section;

/** The section of a kind, with its own field types. */
export function section<K extends SectionKind>(kind: K): (typeof registry)[K] {
  return registry[kind];
}

/** All sections in the order of the page. */
export const sectionList: readonly AnySection[] = Object.values(registry)
  // A section's functions take its own fields only; whoever walks the registry hands them entries of that section.
  .map((one) => one as unknown as AnySection)
  .sort((a, b) => a.place - b.place);

// The contract suite checks that every section is exported under its kind.
export const sectionKinds: readonly SectionKind[] = sectionList.map((one) => one.kind as SectionKind);

const byKind = new Map(sectionList.map((one) => [one.kind, one]));

export function isSectionKind(kind: string): kind is SectionKind {
  return Object.hasOwn(registry, kind);
}

/** The section of any kind, or undefined where only a newer version knows it. */
export function findSection(kind: string): AnySection | undefined {
  return byKind.get(kind);
}
