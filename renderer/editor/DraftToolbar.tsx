import { FORMAT_TEXT_COMMAND } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Toolbar } from 'react-aria-components/Toolbar';
import { actions, useActions } from '../session/actions.ts';
import { Icon, isMac, Option, Popover } from '../ui/index.ts';
import { $setStyle, $toggleStyle, blockStyles, isBlockStyle, isListStyle } from './block-style.ts';
import { CITE_COMMAND } from './citations/cite-command.ts';
import { SupportCount } from './citations/support/SupportCount.tsx';
import { commentAction } from './comments/comment-action.ts';
import styles from './DraftToolbar.module.css';
import { INSERT_FOOTNOTE_COMMAND } from './footnotes/Footnotes.tsx';
import { PictureMenu } from './images/PictureMenu.tsx';
import { EDIT_LINK_COMMAND } from './LinkBox.tsx';
import { $toggleChecked } from './lists/register-checklists.ts';
import type { OutlineShown } from './outline/use-outline-shown.ts';
import { $startReference } from './reference-query.ts';
import { focusEditor } from './register-undo.ts';
import { TableMenu } from './tables/TableMenu.tsx';
import { mod, Toggle, Tool } from './ToolbarParts.tsx';
import { useToolbarState } from './use-toolbar-state.ts';
import { WordCount } from './WordCount.tsx';

interface DraftToolbarProps {
  readonly editor: LexicalEditor;
  readonly outline: OutlineShown;
}

/** What can be done to the words at the caret. One tab stop; arrow keys move in it. */
export function DraftToolbar({ editor, outline }: DraftToolbarProps) {
  const { style, bold, italic, inTable } = useToolbarState(editor);
  const change = (work: () => void): void => {
    editor.update(work);
    focusEditor(editor);
  };
  const link = (): void => {
    focusEditor(editor);
    editor.update(() => void editor.dispatchCommand(EDIT_LINK_COMMAND, undefined));
  };
  const cite = (): void => change(() => void editor.dispatchCommand(CITE_COMMAND, undefined));
  const addFootnote = (): void => editor.update(() => void editor.dispatchCommand(INSERT_FOOTNOTE_COMMAND, undefined));
  useActions([
    ...Object.entries(blockStyles).map(([key, words]) => ({
      id: `draft.style.${key}`,
      title: `Make this a ${words.toLowerCase()}`,
      group: 'Drafts',
      keywords: ['style', 'format', ...(key === 'check' ? ['to do', 'task'] : [])],
      run: () => change(() => isBlockStyle(key) && $setStyle(key)),
    })),
    {
      id: 'draft.reference',
      title: 'Refer to an entry',
      group: 'Drafts',
      keywords: ['@', 'mention'],
      run: () => change($startReference),
    },
    {
      id: 'draft.cite',
      title: 'Cite…',
      group: 'Drafts',
      keywords: ['citation', 'source', 'passage', 'bibliography'],
      run: cite,
    },
    {
      id: 'draft.check',
      title: 'Check or uncheck this line',
      group: 'Drafts',
      keywords: ['done', 'to do', 'task'],
      run: () => change(() => void $toggleChecked()),
    },
    {
      id: 'draft.outline',
      title: 'Show or hide the outline',
      group: 'Drafts',
      keywords: ['headings', 'contents', 'structure'],
      run: outline.toggle,
    },
    { id: 'draft.link', title: 'Add or change a link', group: 'Drafts', keywords: ['address'], run: link },
  ]);
  const isList = isListStyle(style);
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
        <TableMenu editor={editor} inTable={inTable} />
        <Tool label="Footnote" keys={isMac ? '⌥⌘F' : 'Ctrl+Alt+F'} onPress={addFootnote}>
          Footnote
        </Tool>
        <PictureMenu editor={editor} />
        <Tool label="Link" keys={`${mod}K`} onPress={link}>
          Link
        </Tool>
        <Tool label="@ Reference" keys="type @" onPress={() => change($startReference)}>
          @ Reference
        </Tool>
        <Tool label="Cite" keys="type @, then choose" onPress={cite}>
          Cite
        </Tool>
        <Tool label="Comment" keys={isMac ? '⌥⌘M' : 'Ctrl+Alt+M'} onPress={() => void actions.run(commentAction)}>
          Comment
        </Tool>
      </Toolbar>
      <div className={styles.about}>
        <Toggle label="Outline" keys="headings of the draft" isOn={outline.isShown} onPress={outline.toggle}>
          Outline
        </Toggle>
        <WordCount editor={editor} className={styles.count} />
        <SupportCount editor={editor} />
      </div>
    </div>
  );
}
