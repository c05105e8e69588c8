import type { Found } from './found-passage.ts';

/** What became of a passage in this version, in words; '' where there is nothing to say: it was made here. */
export function stateWords(found: Found | null): string {
  switch (found?.state) {
    case undefined:
      return 'Being looked for in this version…';
    case 'own':
      return '';
    case 'exact':
      return 'Same place as in the version it was made in';
    case 'moved':
      return 'Same words, moved in this version';
    case 'confirmed':
      return 'Confirmed in this version';
    case 'doubtful':
      return 'Doubtful in this version: where is it?';
    case 'orphaned':
      return 'Not found in this version';
    case 'refused':
      return 'Not in this version, as was said';
  }
}
