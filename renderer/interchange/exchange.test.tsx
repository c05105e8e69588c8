import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { draftOfReferences, knownEntries, readAnnotations, readReferences } from '../../shared/interchange/index.ts';
import { draftOfAnnotations } from '../../shared/interchange/index.ts';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { openNotebook } from '../fields/testing/open-notebook.suite.tsx';
import type { Accepted } from './exchange-items.ts';
import { ExchangeDialog } from './ExchangeDialog.tsx';

afterEach(cleanup);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const ris = `TY  - NEWS
AU  - Riedel, Mara
TI  - Six days in the canal
DA  - 2021/03/25/
UR  - http://www.canal.example/statements/7/
ER  -
TY  - RPRT
TI  - Refloating report
PY  - soon
ER  -
`;

/** The dialog of a file in a notebook that has a source; `accepted` is what was agreed to. */
async function shown(draftOf: (reader: Awaited<ReturnType<typeof openNotebook>>['session']['reader']) => ImportDraft) {
  const notebook = await openNotebook();
  const { writer, reader } = notebook.session;
  const fields = { title: 'Statement', address: 'https://canal.example/statements/7' };
  createEntry(writer, { kind: 'sources', id: 'statement-7', fields });
  let accepted: Accepted | null = null;
  notebook.show(
    <ExchangeDialog
      draft={draftOf(reader)}
      reader={reader}
      waiting={null}
      onAccept={(what) => {
        accepted = what;
      }}
      onCancel={() => undefined}
    />,
  );
  const dialog = within(await screen.findByRole('dialog'));
  return { ...notebook, dialog, accepted: () => accepted };
}

describe('a file of references in an open notebook', () => {
  const draft = (): ImportDraft => {
    const read = readReferences(bytesOf(ris), 'some.ris');
    if (!read.ok) throw new Error(read.error.message);
    return draftOfReferences(read.value);
  };

  it('[IX9] offers what is new, names what is known, and adds only what is ticked', async () => {
    const { dialog, user, accepted } = await shown(draft);
    expect(dialog.getByText(/In this notebook already, as “Statement”: the same address/)).toBeTruthy();
    expect(dialog.getByText('Line 9: “soon” is not understood as a date.')).toBeTruthy();
    const known = dialog.getByRole<HTMLInputElement>('checkbox', { name: 'Six days in the canal' });
    expect(known.checked).toBe(false);
    await user.click(dialog.getByRole('button', { name: 'Add 1 source' }));
    expect(accepted()).toMatchObject({
      words: 'Added 1 source.',
      changes: { creations: [{ kind: 'sources', drafts: [{ fields: { title: 'Refloating report' } }] }], edits: [] },
    });
    await user.click(known);
    await user.click(dialog.getByRole('button', { name: 'Add 2 sources' }));
    expect(accepted()?.changes.creations[0]?.drafts).toHaveLength(2);
    await user.click(dialog.getByRole('checkbox', { name: 'All of them' }));
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Nothing to add' }).disabled).toBe(true);
  });
});

describe('a file of annotations in an open notebook', () => {
  const annotation = (source: string, exact: string) => ({
    type: 'Annotation',
    id: `https://notes.example/${exact}`,
    body: { type: 'TextualBody', value: 'Look at this' },
    target: { source, selector: { type: 'TextQuoteSelector', exact } },
  });

  it('[IX47] adds what belongs here, and keeps the words of the others if wanted', async () => {
    const { dialog, user, accepted } = await shown((reader) => {
      const items = [
        annotation('https://canal.example/statements/7', 'a storm'),
        annotation('https://else.example/', 'some words'),
      ];
      const read = readAnnotations(bytesOf(JSON.stringify(items)), 'x.jsonld', knownEntries(reader), () => 'new');
      if (!read.ok) throw new Error(read.error.message);
      return draftOfAnnotations(read.value);
    });
    expect(dialog.getByText('a storm')).toBeTruthy();
    expect(dialog.getByText('“some words”')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Add 1 passage and 1 unsorted text' }));
    expect(
      accepted()
        ?.changes.creations.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['passages', 'unsorted']);
    await user.click(dialog.getByRole('checkbox', { name: /Keep the words of the annotation/ }));
    await user.click(dialog.getByRole('button', { name: 'Add 1 passage' }));
    expect(accepted()).toMatchObject({ words: 'Added 1 passage.', view: 'sources' });
  });
});
