import type { LexicalEditor } from 'lexical';
import { Button } from 'react-aria-components/Button';
import { Icon, Menu, MenuItem, MenuTrigger } from '../../ui/index.ts';
import toolbar from '../DraftToolbar.module.css';
import { ADD_PICTURE_COMMAND, PICTURE_FROM_SOURCE_COMMAND } from './Pictures.tsx';

/** Where a picture comes from. The caret stays where it is: a dialog follows. */
export function PictureMenu({ editor }: { readonly editor: LexicalEditor }) {
  const run = (key: unknown): void =>
    editor.update(() => {
      editor.dispatchCommand(key === 'source' ? PICTURE_FROM_SOURCE_COMMAND : ADD_PICTURE_COMMAND, undefined);
    });
  return (
    <MenuTrigger>
      <Button className={toolbar.tool ?? ''}>
        Picture <Icon name="chevron-down" />
      </Button>
      <Menu aria-label="Picture" onAction={run}>
        <MenuItem id="file">From a file…</MenuItem>
        <MenuItem id="source">From a source…</MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
