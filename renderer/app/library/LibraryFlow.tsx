import { useEffect } from 'react';
import { useEncryption } from '../encryption/use-encryption.tsx';
import type { DroppedNotebooks } from './dropped-notebooks.ts';
import { FileStage } from './FileStage.tsx';
import { useExportNotebook } from './use-export-notebook.tsx';
import { useLibraryFolder } from './use-library-folder.tsx';
import { useNotebookFiles } from './use-notebook-files.ts';

/** Notebooks as files, and the folder they are in: the actions and what they ask. Mounted once, whatever the window shows. */
export function LibraryFlow({ dropped }: { readonly dropped: DroppedNotebooks }) {
  const { files, stage, drop } = useNotebookFiles();
  const exporting = useExportNotebook();
  const moving = useLibraryFolder();
  const encryption = useEncryption();
  useEffect(() => dropped.onFiles(drop), [dropped, drop]);
  return (
    <>
      <FileStage files={files} stage={stage} />
      {exporting}
      {moving}
      {encryption}
    </>
  );
}
