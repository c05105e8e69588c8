import type { LexicalEditor } from 'lexical';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useActions } from '../../session/actions.ts';
import { useSession } from '../../session/session-context.ts';
import { useSpelling } from '../../session/spelling.ts';
import { toasts } from '../../ui/index.ts';
import { focusEditor } from '../register-undo.ts';
import { ignoredWords, ignoreWord } from './ignored-words.ts';
import { KnownNames } from './known-names.ts';
import { $replaceWord } from './replace-word.ts';
import './spelling.css';
import { SpellingMarks } from './spelling-marks.ts';
import type { Mistake } from './spelling-marks.ts';
import { SpellingMenu } from './SpellingMenu.tsx';

const DictionaryDialog = lazy(async () => ({
  default: (await import('./DictionaryDialog.tsx')).DictionaryDialog,
}));

interface OpenMenu {
  readonly mistake: Mistake;
  readonly range: Range;
}

interface SpellingProps {
  readonly editor: LexicalEditor;
  /** What menus float in. */
  readonly frame: HTMLElement | null;
  /** The id of the draft's document. */
  readonly draft: string;
}

/** Checks the spelling of a draft without a network: marks what is misspelt, and offers what may have been meant. */
export function Spelling({ editor, frame, draft }: SpellingProps) {
  const { reader, undo } = useSession();
  const { isOn, words, turn, add } = useSpelling();
  const [isListing, setListing] = useState(false);
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const marks = useRef<SpellingMarks>(null);
  const own = useMemo(() => new Set(words), [words]);
  const latest = useRef(own);
  useEffect(() => {
    latest.current = own;
    marks.current?.look();
  }, [own]);
  useEffect(() => {
    if (!isOn) return;
    const names = new KnownNames(reader);
    const one = new SpellingMarks(editor, {
      isKnown: (word) => isOwn(latest.current, word) || ignoredWords(draft).has(word) || names.has(word),
      onForeign: () =>
        void toasts.show({ message: 'This does not read like English. Spelling is checked in English only.' }),
    });
    marks.current = one;
    const stops = [one.start(), names.onChange(one.lookSoon)];
    const onMenu = (event: MouseEvent): void => {
      const found = one.atPoint(event.clientX, event.clientY);
      const range = found === null ? null : one.rangeOf(found);
      if (found === null || range === null) return;
      event.preventDefault();
      setOpen({ mistake: found, range });
    };
    stops.push(
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('contextmenu', onMenu);
        root?.addEventListener('contextmenu', onMenu);
      }),
    );
    return () => {
      marks.current = null;
      for (const stop of stops) stop();
    };
  }, [editor, reader, draft, isOn]);

  const correct = (): void => {
    const mistake = marks.current?.atOrAfterCaret() ?? null;
    const range = mistake === null ? null : (marks.current?.rangeOf(mistake) ?? null);
    if (mistake === null || range === null) return void toasts.show({ message: 'No misspelt words in view.' });
    range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    setOpen({ mistake, range });
  };
  useActions([
    ...(isOn
      ? [
          {
            id: 'draft.correct',
            title: 'Correct the spelling',
            group: 'Drafts',
            shortcut: 'Mod+.',
            keywords: ['misspelt', 'suggestions', 'dictionary'],
            run: correct,
          },
        ]
      : []),
    {
      id: 'draft.spelling',
      title: isOn ? 'Turn spell checking off' : 'Turn spell checking on',
      group: 'Drafts',
      keywords: ['spelling', 'dictionary'],
      run: () => turn(!isOn),
    },
    {
      id: 'draft.dictionary',
      title: 'Your dictionary…',
      group: 'Drafts',
      keywords: ['spelling', 'words'],
      run: () => setListing(true),
    },
  ]);
  const close = (): void => {
    setOpen(null);
    focusEditor(editor);
  };
  return (
    <>
      {open !== null && frame !== null && (
        <SpellingMenu
          word={open.mistake.word}
          range={open.range}
          frame={frame}
          onCorrect={(other) => {
            undo.step();
            editor.update(() => $replaceWord(open.mistake, other), { onUpdate: () => undo.step() });
          }}
          onAdd={() => add(open.mistake.word)}
          onIgnore={() => {
            ignoreWord(draft, open.mistake.word);
            marks.current?.look();
          }}
          onClose={close}
        />
      )}
      {isListing && (
        <Suspense>
          <DictionaryDialog onClose={() => setListing(false)} />
        </Suspense>
      )}
    </>
  );
}

/** A word written small is known with a capital as well, and in the genitive. */
function isOwn(words: ReadonlySet<string>, word: string): boolean {
  const bare = word.replace(/'s?$/, '');
  return [word, bare, word.toLowerCase(), bare.toLowerCase()].some((one) => words.has(one));
}
