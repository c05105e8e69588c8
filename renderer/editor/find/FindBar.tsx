import { $getSelection, isModifierMatch, UNDO_COMMAND } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useActions } from '../../session/actions.ts';
import { Button, IconButton, isMac, TextField, Tooltip, TooltipTrigger } from '../../ui/index.ts';
import toolbar from '../DraftToolbar.module.css';
import { focusEditor } from '../register-undo.ts';
import styles from './FindBar.module.css';
import { useFind } from './use-find.ts';
import type { Finding } from './use-find.ts';

interface OpenBar {
  readonly words: string;
  readonly replaces: boolean;
  /** Grows each time one asks for it, so that its field is gone to again. */
  readonly asked: number;
}

/** Finds words in the draft, and replaces them. Nothing until one asks for it: Mod+F and Mod+H. */
export function FindBar({ editor, height }: { readonly editor: LexicalEditor; readonly height: number }) {
  const [bar, setBar] = useState<OpenBar | null>(null);
  const open = (replaces: boolean): void =>
    setBar((now) => ({
      words: selectedWords(editor),
      replaces: replaces || now?.replaces === true,
      asked: (now?.asked ?? 0) + 1,
    }));
  useActions([
    // Mod+F, and the menu's Find, mean the text that is written.
    { id: 'edit.find', title: 'Find in this draft', group: 'Drafts', shortcut: 'Mod+F', run: () => open(false) },
    {
      id: 'draft.replace',
      title: 'Find and replace in this draft',
      group: 'Drafts',
      // A Mac hides its window with Cmd+H.
      shortcut: isMac ? 'Mod+Shift+H' : 'Mod+H',
      keywords: ['search', 'substitute', 'change'],
      run: () => open(true),
    },
  ]);
  if (bar === null) return null;
  return <Bar editor={editor} bar={bar} height={height} onReplace={() => open(true)} onClose={() => setBar(null)} />;
}

interface BarProps {
  readonly editor: LexicalEditor;
  readonly bar: OpenBar;
  readonly height: number;
  readonly onReplace: () => void;
  readonly onClose: () => void;
}

function Bar({ editor, bar, height, onReplace, onClose }: BarProps) {
  const head = useRef(height);
  useEffect(() => {
    head.current = height;
  }, [height]);
  const finding = useFind(
    editor,
    useCallback(
      () => head.current + (editor.getRootElement()?.closest('main')?.getBoundingClientRect().top ?? 0),
      [editor],
    ),
    bar.words,
  );
  const [by, setBy] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { want } = finding;
  // Asked for again, with other words selected: these are meant.
  const latest = useRef({ want, words: bar.words });
  useEffect(() => {
    latest.current = { want, words: bar.words };
  });
  useEffect(() => {
    if (latest.current.words !== '') latest.current.want({ words: latest.current.words });
    field.current?.focus();
    field.current?.select();
  }, [bar.asked]);
  const close = (): void => {
    finding.choose();
    onClose();
    focusEditor(editor);
  };
  const canReplace = finding.found.length > 0;
  // Replacements that were the last thing done here: what undo means, until one writes in a field again.
  const undoable = useRef(0);
  const replace = (all: boolean): void => {
    if (!canReplace) return;
    finding.replace(by, all);
    undoable.current += 1;
  };
  const press = (all: boolean): void => {
    replace(all);
    // Its button cannot be pressed any more, and would take the focus with it.
    if (all || finding.found.length === 1) field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (undoable.current > 0 && isUndo(event)) {
      event.preventDefault();
      event.stopPropagation();
      undoable.current -= 1;
      const { target } = event;
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      // What is taken back puts the caret into the text; one goes on in the bar.
      requestAnimationFrame(() => requestAnimationFrame(() => target instanceof HTMLElement && target.focus()));
      // Looked for anew: what was replaced is there again.
      want({});
    }
  };
  return (
    // Escape closes it from each of its controls.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={styles.bar} role="search" aria-label="In this draft" onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <div
          className={styles.field}
          role="presentation"
          onKeyDown={(event) => onEnter(event, () => finding.step(event.shiftKey ? -1 : 1))}
        >
          <TextField
            aria-label="Find in this draft"
            placeholder="Find in this draft"
            value={finding.wanted.words}
            inputRef={field}
            onChange={(words) => {
              undoable.current = 0;
              want({ words });
            }}
          />
        </div>
        <Option label="Match case" isOn={finding.wanted.matchCase} onChange={(matchCase) => want({ matchCase })}>
          Aa
        </Option>
        <Option label="Whole words" isOn={finding.wanted.wholeWord} onChange={(wholeWord) => want({ wholeWord })}>
          <u>ab</u>
        </Option>
        <IconButton icon="chevron-up" label="Previous" isDisabled={!canReplace} onPress={() => finding.step(-1)} />
        <IconButton icon="chevron-down" label="Next" isDisabled={!canReplace} onPress={() => finding.step(1)} />
        <span className={styles.count} role="status">
          {words(finding)}
        </span>
        <span className={styles.end}>
          {!bar.replaces && (
            <Button variant="quiet" onPress={onReplace}>
              Replace…
            </Button>
          )}
          <IconButton icon="close" label="Close find" onPress={close} />
        </span>
      </div>
      {bar.replaces && (
        <div className={styles.line}>
          <div className={styles.field} role="presentation" onKeyDown={(event) => onEnter(event, () => replace(false))}>
            <TextField
              aria-label="Replace with"
              placeholder="Replace with"
              value={by}
              onChange={(words) => {
                undoable.current = 0;
                setBy(words);
              }}
            />
          </div>
          <Button isDisabled={!canReplace} onPress={() => press(false)}>
            Replace
          </Button>
          <Button isDisabled={!canReplace} onPress={() => press(true)}>
            Replace all
          </Button>
        </div>
      )}
    </div>
  );
}

interface OptionProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: React.ReactNode;
}

function Option({ label, isOn, onChange, children }: OptionProps) {
  return (
    <TooltipTrigger>
      <ToggleButton className={toolbar.tool ?? ''} aria-label={label} isSelected={isOn} onChange={onChange}>
        {children}
      </ToggleButton>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}

function isUndo({ nativeEvent }: KeyboardEvent): boolean {
  return (
    nativeEvent.key.toLowerCase() === 'z' &&
    !nativeEvent.defaultPrevented &&
    isModifierMatch(nativeEvent, { [isMac ? 'metaKey' : 'ctrlKey']: true })
  );
}

function onEnter(event: KeyboardEvent, run: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  run();
}

function words({ wanted, found, current, replaced }: Finding): string {
  const left = found.length === 0 ? '' : `, ${found.length.toLocaleString('en')} left`;
  if (replaced !== null) return `${replaced.toLocaleString('en')} replaced${left}`;
  if (wanted.words === '') return '';
  if (found.length === 0) return 'Not found';
  return `${(current + 1).toLocaleString('en')} of ${found.length.toLocaleString('en')}`;
}

/** What is selected in one line of the text, as something to look for; '' where that is nothing or more. */
function selectedWords(editor: LexicalEditor): string {
  const chosen = editor.getEditorState().read(() => $getSelection()?.getTextContent() ?? '');
  return chosen.length <= 200 && !chosen.includes('\n') ? chosen : '';
}
