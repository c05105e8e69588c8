import { richFromPlain } from '../../../shared/story/rich-text.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { section } from '../../../shared/story/sections.ts';
import {
  EditableProse,
  EntryList,
  EntryRow,
  entryType,
  NoteCount,
  SectionPanel,
  useEntryField,
} from '../../fields/index.ts';
import { useCommands, useEntry, useIds, useReadOnly, useSession, useView } from '../../session/session-context.ts';
import { Button, Menu, MenuItem, MenuTrigger, toasts } from '../../ui/index.ts';
import { fileAs, fileKinds } from './file-as.ts';
import type { FileKind } from './file-as.ts';
import styles from './unsorted.module.css';

/** Text from imports that no section recognised, until somebody files it or throws it away. */
export function UnsortedPanel() {
  const isEmpty = useIds('unsorted').length === 0;
  // Nothing is ever put here by hand: without imports there is nothing to say.
  if (isEmpty) return null;
  return (
    <SectionPanel kind="unsorted" belongs="Text that no section recognised." canAdd={false}>
      <p className={styles.words}>Text from an imported page that no section recognised. File it where it belongs.</p>
      <EntryList kind="unsorted" limit={20}>
        {(id) => <Unsorted id={id} />}
      </EntryList>
    </SectionPanel>
  );
}

function Unsorted({ id }: { readonly id: string }) {
  const under = useEntryField('unsorted', id, 'under').value;
  const isReadOnly = useReadOnly();
  return (
    <EntryRow kind="unsorted" id={id}>
      <EditableProse bound={useEntryField('unsorted', id, 'text')} className={entryType.quietProse} lasting />
      <div className={styles.foot}>
        {!isReadOnly && <FileMenu id={id} />}
        {under !== '' && <span className={entryType.small}>Found under “{under}”</span>}
        <NoteCount of={{ kind: 'unsorted', id }} />
      </div>
    </EntryRow>
  );
}

function FileMenu({ id }: { readonly id: string }) {
  const title = section('unsorted').title(useEntry('unsorted', id)?.fields ?? { text: '', under: '' });
  const file = useFile(id);
  return (
    <MenuTrigger>
      <Button size="small" aria-label={`File as: ${title}`}>
        File as…
      </Button>
      <Menu aria-label="File as">
        {fileKinds.map((kind) => (
          <MenuItem key={kind} onAction={() => file(kind)}>
            {section(kind).names.one}
          </MenuItem>
        ))}
        <MenuItem onAction={() => file('overview')}>Paragraph of the overview</MenuItem>
      </Menu>
    </MenuTrigger>
  );
}

/** Moves a text into a section, or to the end of the overview, as one undo step. */
function useFile(id: string): (to: FileKind | 'overview') => void {
  const { reader, undo } = useSession();
  const view = useView();
  const commands = useCommands();
  return (to) => {
    const self: EntryRef = { kind: 'unsorted', id };
    const text = reader.entry('unsorted', id)?.fields.text ?? '';
    void undo.group(() => {
      if (to === 'overview') {
        const { overview } = reader.story().fields;
        commands.setStory('overview', [...overview, ...richFromPlain(overview.length === 0 ? text : `\n${text}`)]);
      } else {
        const ref = commands.create(fileAs(to, text), to === 'events' ? { after: null } : 'last');
        view.select(ref);
      }
      commands.remove(self);
      return Promise.resolve();
    });
    const where = to === 'overview' ? 'in the overview' : `as ${section(to).names.one.toLowerCase()}`;
    toasts.show({ message: `Filed ${where}.`, action: { label: 'Undo', run: () => undo.undo() } });
  };
}
