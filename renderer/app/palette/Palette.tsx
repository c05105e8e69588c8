import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import { useActionList } from '../../session/actions.ts';
import { Icon, Kbd } from '../../ui/index.ts';
import { actionIds } from '../action-ids.ts';
import { allGroups, findActions, foundGroups } from './palette-items.ts';
import type { FindEntries, PaletteGroup, PaletteItem } from './palette-items.ts';
import styles from './Palette.module.css';
import { noteRecent, recentActions } from './recent.ts';

interface PaletteProps {
  readonly findEntries?: FindEntries;
  readonly onClose: () => void;
}

/** Everything that can be done or gone to right now, by typing its name. */
export function Palette({ findEntries, onClose }: PaletteProps) {
  const [query, setQuery] = useState('');
  const groups = useGroups(query.trim(), findEntries);
  const items = new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item])));
  const run = (key: string): void => {
    const item = items.get(key);
    if (item === undefined) return;
    if (!key.includes('/')) noteRecent(key);
    onClose();
    // After the palette has given focus back, so that the action can put it where it belongs.
    setTimeout(() => item.run());
  };
  const list = useRef<HTMLDivElement>(null);
  /** The list chooses its first row a moment after a letter, and none after a deletion: Enter does not wait for it. */
  const runFirst = (event: KeyboardEvent): void => {
    const isChosen = (list.current?.querySelector('[data-focused]') ?? null) !== null;
    const first = groups[0]?.items[0];
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isChosen || first === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run(first.id);
  };
  return (
    <ModalOverlay className={styles.overlay ?? ''} isDismissable isOpen onOpenChange={onClose}>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label="Command palette" className={styles.dialog ?? ''}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <TextField aria-label="Search or run a command" autoFocus className={styles.field ?? ''}>
              <Icon name="search" />
              <Input
                role="combobox"
                aria-expanded="true"
                aria-haspopup="listbox"
                placeholder="Search or run a command"
                className={styles.input ?? ''}
                onKeyDownCapture={runFirst}
              />
            </TextField>
            <ListBox
              ref={list}
              aria-label="Commands and entries"
              className={styles.list ?? ''}
              onAction={(key) => run(String(key))}
              renderEmptyState={() => <p className={styles.empty}>Nothing fits “{query}”.</p>}
            >
              {groups.map((group) => (
                <PaletteSection key={group.title} group={group} />
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteSection({ group }: { readonly group: PaletteGroup }) {
  return (
    <ListBoxSection className={styles.section ?? ''}>
      <Header className={styles.heading ?? ''}>{group.title}</Header>
      {group.items.map((item) => (
        <ListBoxItem key={item.id} id={item.id} textValue={item.title} className={styles.item ?? ''}>
          <span className={styles.title}>{item.title}</span>
          {item.hint !== undefined && <span className={styles.hint}>{item.hint}</span>}
          {item.shortcut !== undefined && <Kbd keys={item.shortcut} />}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}

/** The rows for what is typed: everything while it is nothing, else the actions and entries that fit. */
function useGroups(query: string, findEntries: FindEntries | undefined): readonly PaletteGroup[] {
  const offered = useActionList();
  const actions = useMemo(() => offered.filter((action) => action.id !== actionIds.palette), [offered]);
  const [recent] = useState(recentActions);
  const entries = useEntries(query, findEntries);
  return useMemo(() => {
    if (query === '') return allGroups(actions, recent);
    return foundGroups(query, findActions(actions, query), entries);
  }, [actions, recent, entries, query]);
}

const none: readonly PaletteItem[] = [];

function useEntries(query: string, findEntries: FindEntries | undefined): readonly PaletteItem[] {
  const [found, setFound] = useState(none);
  useEffect(() => {
    if (query === '' || findEntries === undefined) return;
    let latest = true;
    void findEntries(query).then((items) => {
      // An answer that was overtaken by more typing is dropped.
      if (latest) setFound(items);
    });
    return () => {
      latest = false;
    };
  }, [query, findEntries]);
  return query === '' ? none : found;
}
