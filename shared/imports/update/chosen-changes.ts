import type { EntryDraft } from '../../story/entry.ts';
import type { ImportChanges, ImportEdit } from '../../story/import-changes.ts';
import { findSection } from '../../story/sections.ts';
import type { FieldDifference, UpdateChoice, UpdateItem, UpdatePlan } from './types.ts';

/**
 * What a person has agreed to, as changes.
 * @param choices by the keys of items and story parts; what is not in it is done as the plan suggests
 */
export function chosenChanges(plan: UpdatePlan, choices: ReadonlyMap<string, UpdateChoice> = new Map()): ImportChanges {
  const choiceOf = (one: { readonly key: string; readonly choice: UpdateChoice }): UpdateChoice =>
    choices.get(one.key) ?? one.choice;
  const taken = new Map(
    plan.items
      .filter((item) => item.status === 'new' && choiceOf(item) === 'take')
      .map((item) => [item.key, item.draft] as const),
  );
  const creations = plan.places.flatMap(({ kind, place, keys }) => {
    const drafts = keys.map((key) => taken.get(key)).filter(isDraft);
    return drafts.length === 0 ? [] : [{ kind, place, drafts }];
  });
  const edits = plan.items.flatMap((item) => {
    const choice = choiceOf(item);
    if (item.status === 'changed' && choice === 'take') return editOf(item, item.existingId, item.differences, plan);
    if (item.status !== 'new' || choice !== 'merge' || item.similarTo === null) return [];
    return editOf(item, item.similarTo.id, item.similarTo.differences, plan);
  });
  const story = plan.story.filter((part) => choiceOf(part) === 'take').map(({ fields }) => fields);
  return {
    story: story.reduce((all, fields) => ({ ...all, ...fields }), {}),
    creations,
    edits,
    ...(plan.texts === undefined ? {} : { texts: plan.texts }),
    ...(plan.named === undefined ? {} : { named: plan.named }),
    ...(plan.extra === undefined ? {} : { extra: plan.extra }),
  };
}

function isDraft(draft: EntryDraft | null | undefined): draft is EntryDraft {
  return draft !== null && draft !== undefined;
}

function editOf(
  { kind, draft }: UpdateItem,
  id: string | null,
  differences: readonly FieldDifference[],
  { capturedOn }: UpdatePlan,
): readonly ImportEdit[] {
  if (id === null || draft === null) return [];
  const fields = Object.fromEntries(differences.map(({ field }) => [field, draft.fields[field]] as const));
  const rule = findSection(kind)?.remembers;
  // A value that changed holds from the day of the page on; an earlier day would be told of the new value otherwise.
  const dated = rule !== undefined && Object.hasOwn(fields, rule.field) && !Object.hasOwn(fields, rule.on);
  const since = dated ? { [rule.on]: capturedOn === null ? null : { edtf: capturedOn } } : {};
  return [{ ref: { kind, id }, fields: { ...fields, ...since } }];
}
