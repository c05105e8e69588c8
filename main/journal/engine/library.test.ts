import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderName, LibraryFolder } from './library.ts';
import { notebook, ownLibrary } from './testing.suite.ts';

const library = ownLibrary();

describe('the folder of a notebook', () => {
  it.each([
    ['Suez', 'Suez a1b2c3d4'],
    ['', 'Untitled a1b2c3d4'],
    ['../../etc/passwd', 'etc passwd a1b2c3d4'],
    ['  .hidden.  ', 'hidden a1b2c3d4'],
    ['What? “Who”: <why>|*', 'What “Who” why a1b2c3d4'],
    ['CON', 'CON a1b2c3d4'],
    ['Ὀδυσσεύς — 記者', 'Ὀδυσσεύς — 記者 a1b2c3d4'],
    ['x'.repeat(200), `${'x'.repeat(60)} a1b2c3d4`],
  ])('is called after its title %j', (title, name) => {
    expect(folderName(notebook, title)).toBe(name);
  });

  it('can be made and found whatever the title', () => {
    const folders = new LibraryFolder(library.folder);
    let next = 0;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
        next += 1;
        const id = `b${String(next).padStart(9, '0')}`;
        const folder = folders.make(id, title);
        expect(new LibraryFolder(library.folder).find(id)).toBe(folder);
        expect(readdirSync(library.folder)).toContain(folder.slice(library.folder.length + 1));
      }),
    );
  });

  it('follows the title once there is one and nothing is open, unless somebody named it', () => {
    const folders = new LibraryFolder(library.folder);
    const folder = folders.make(notebook, '');
    folders.settleName(notebook);
    expect(folders.find(notebook)).toBe(folder);
    folders.label(folder, { format: 1, id: notebook, title: 'Suez', docs: [] });
    folders.settleName(notebook);
    const named = join(library.folder, 'Suez a1b2c3d4');
    expect([folders.find(notebook), new LibraryFolder(library.folder).find(notebook)]).toEqual([named, named]);
    folders.label(named, { format: 1, id: notebook, title: 'The canal', docs: [] });
    folders.settleName(notebook);
    expect(folders.find(notebook)).toBe(named);
  });

  it('is the one with its own name where somebody made a copy of it', () => {
    const folders = new LibraryFolder(library.folder);
    const folder = folders.make(notebook, 'Suez');
    cpSync(folder, join(library.folder, 'A copy of Suez'), { recursive: true });
    expect(new LibraryFolder(library.folder).find(notebook)).toBe(folder);
    expect(new LibraryFolder(library.folder).list()).toHaveLength(1);
  });

  it('does not take the place of another whose name and id begin alike', () => {
    const folders = new LibraryFolder(library.folder);
    expect(folders.make('a1b2c3d4-one', 'Suez')).not.toBe(folders.make('a1b2c3d4-two', 'Suez'));
  });

  it('leaves folders alone that say nothing, or nothing true', () => {
    mkdirSync(join(library.folder, 'Photos'));
    mkdirSync(join(library.folder, '.trash'));
    const folders = new LibraryFolder(library.folder);
    expect(folders.list()).toEqual([]);
    expect(folders.find(notebook)).toBeNull();
    const folder = folders.make(notebook, 'Suez');
    expect(JSON.parse(readFileSync(join(folder, 'notebook.json'), 'utf8'))).toEqual({
      format: 1,
      id: notebook,
      title: 'Suez',
      docs: [],
    });
  });
});
