import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Toolbar } from 'react-aria-components/Toolbar';
import type { ReactNode } from 'react';
import { useActions } from '../session/actions.ts';
import { Icon, isMac, Option, Popover, Tooltip, TooltipTrigger } from '../ui/index.ts';
import { $setStyle, $toggleStyle, blockStyles, isBlockStyle } from './block-style.ts';
import styles from './DraftToolbar.module.css';
import { EDIT_LINK_COMMAND } from './LinkBox.tsx';
import { focusEditor } from './register-undo.ts';
import { useToolbarState } from './use-toolbar-state.ts';
import { WordCount } from './WordCount.tsx';

const mod = isMac ? '⌘' : 'Ctrl+';

/** What can be done to the words at the caret. One tab stop; arrow keys move in it. */
export function DraftToolbar({ editor }: { readonly editor: LexicalEditor }) {
  const { style, bold, italic } = useToolbarState(editor);
  const change = (work: () => void): void => {
    editor.update(work);
    focusEditor(editor);
  };
  const link = (): void => {
    focusEditor(editor);
    editor.update(() => void editor.dispatchCommand(EDIT_LINK_COMMAND, undefined));
  };
  useActions([
    ...Object.entries(blockStyles).map(([key, words]) => ({
      id: `draft.style.${key}`,
      title: `Make this a ${words.toLowerCase()}`,
      group: 'Drafts',
      keywords: ['style', 'format'],
      run: () => change(() => isBlockStyle(key) && $setStyle(key)),
    })),
    {
      id: 'draft.reference',
      title: 'Refer to an entry',
      group: 'Drafts',
      keywords: ['@', 'mention'],
      run: () => change($startReference),
    },
    { id: 'draft.link', title: 'Add or change a link', group: 'Drafts', keywords: ['address'], run: link },
  ]);
  const isList = style === 'bullet' || style === 'number';
  return (
    <div className={styles.bar}>
      <Toolbar aria-label="Formatting" className={styles.tools ?? ''}>
        <AriaSelect
          aria-label="Paragraph style"
          value={style}
          onChange={(key) => {
            if (isBlockStyle(key)) change(() => $setStyle(key));
          }}
        >
          <AriaButton className={styles.tool ?? ''}>
            <SelectValue className={styles.style ?? ''} />
            <Icon name="chevron-down" />
          </AriaButton>
          <Popover>
            <ListBox className={styles.styles ?? ''}>
              {Object.entries(blockStyles).map(([key, words]) => (
                <Option key={key} id={key}>
                  {words}
                </Option>
              ))}
            </ListBox>
          </Popover>
        </AriaSelect>
        <Toggle
          label="Bold"
          keys={`${mod}B`}
          isOn={bold}
          onPress={() => change(() => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'))}
        >
          <b>B</b>
        </Toggle>
        <Toggle
          label="Italic"
          keys={`${mod}I`}
          isOn={italic}
          onPress={() => change(() => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'))}
        >
          <i>I</i>
        </Toggle>
        <Toggle
          label="Quote"
          keys="> and a space"
          isOn={style === 'quote'}
          onPress={() => change(() => $toggleStyle('quote'))}
        >
          “ ”
        </Toggle>
        <Toggle
          label="List"
          keys="- and a space"
          isOn={isList}
          onPress={() => change(() => $toggleStyle(isList ? style : 'bullet'))}
        >
          List
        </Toggle>
        <Tool label="Link" keys={`${mod}K`} onPress={link}>
          Link
        </Tool>
        <Tool label="@ Reference" keys="type @" onPress={() => change($startReference)}>
          @ Reference
        </Tool>
      </Toolbar>
      <WordCount editor={editor} className={styles.count} />
    </div>
  );
}

interface ToolProps {
  /** The accessible name. */
  readonly label: string;
  /** How to do it from the keyboard. */
  readonly keys: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Toggle({ label, keys, isOn, onPress, children }: ToolProps & { readonly isOn: boolean }) {
  return (
    <TooltipTrigger>
      <ToggleButton className={styles.tool ?? ''} aria-label={label} isSelected={isOn} onChange={onPress}>
        {children}
      </ToggleButton>
      <Tooltip>{`${label} (${keys})`}</Tooltip>
    </TooltipTrigger>
  );
}

function Tool({ label, keys, onPress, children }: ToolProps) {
  return (
    <TooltipTrigger>
      <AriaButton className={styles.tool ?? ''} aria-label={label} onPress={onPress}>
        {children}
      </AriaButton>
      <Tooltip>{`${label} (${keys})`}</Tooltip>
    </TooltipTrigger>
  );
}

/** Writes an `@`, apart from the word before it: the menu of entries follows. */
function $startReference(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  selection.insertText('');
  const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset);
  selection.insertText(selection.anchor.type === 'text' && /[\p{L}\p{N}_.]$/u.test(before) ? ' @' : '@');
}
