import { MenuItem, IconButton, Menu, MenuSeparator, MenuTrigger } from '../../../ui/index.ts';
import { passages } from '../../../../shared/story/sections/passages/index.ts';
import { firstWords } from '../../../../shared/story/section.ts';
import { useRemoveEntry } from '../../../fields/index.ts';
import { detailsPanel } from '../../../session/details-panel.ts';
import { useLinkEvidence } from '../../../session/link-evidence.ts';
import { useCommands, useEntry, useView } from '../../../session/session-context.ts';
import { citation } from './citation.ts';
import { colours, placeOf } from './found-passage.ts';
import type { FoundPassage } from './found-passage.ts';
import { useReaderPage } from './page-context.ts';
import { pageOf } from './pages.ts';
import { useCite } from './use-cite.ts';
import { useConfirmPlace } from './use-confirm-place.ts';

/** What can be done with one passage. */
export function PassageMenu({ passage, found }: FoundPassage) {
  const { version } = useReaderPage();
  const { set } = useCommands();
  const view = useView();
  const remove = useRemoveEntry();
  const link = useLinkEvidence();
  const copyCitation = useCite();
  const source = useEntry('sources', version.source)?.fields;
  const confirm = useConfirmPlace(passage, version);
  const ref = { kind: 'passages', id: passage.id };
  const { quote, colour, position } = passage.fields;
  const words = quote?.exact ?? '';
  const place = placeOf(found);
  const cite = (): void => {
    if (source === undefined) return;
    const page = place === null ? (position?.page ?? null) : pageOf(version.reading.pages, place.start);
    const label = page === null ? null : (version.reading.pages[page - 1]?.label ?? String(page));
    copyCitation(citation(words, source, label), ref);
  };
  return (
    <MenuTrigger>
      <IconButton icon="more" label={`More for “${firstWords(words, 'Empty passage')}”`} size="small" tip={false} />
      <Menu placement="bottom end">
        {colours.map((one) => (
          <MenuItem key={one} isDisabled={one === colour} onAction={() => set(ref, 'colour', one)}>
            {passages.fields.colour.plain(one)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          onAction={() => {
            view.select(ref);
            detailsPanel.showNotes(ref, { write: true });
          }}
        >
          Discuss in notes…
        </MenuItem>
        {link !== null && <MenuItem onAction={() => link(ref)}>Link as evidence…</MenuItem>}
        <MenuItem onAction={cite}>Copy as a citation</MenuItem>
        {found?.state === 'moved' && <MenuItem onAction={confirm.notHere}>It is not here</MenuItem>}
        {found?.state === 'confirmed' && <MenuItem onAction={confirm.forget}>Look for it again</MenuItem>}
        <MenuSeparator />
        <MenuItem tone="danger" onAction={() => remove(ref)}>
          Move to trash
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
