import { useMemo, useState } from 'react';
import { MarkedText } from './MarkedText.tsx';
import type { ReaderProps } from './MarkedText.tsx';
import { ReadingText } from './ReadingText.tsx';
import { textSurface } from './surface.ts';

/** A source read as text. */
export function TextReader(props: ReaderProps) {
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const surface = useMemo(() => textSurface(() => root), [root]);
  return (
    <MarkedText {...props} surface={surface}>
      {(marked, chosen) => (
        <ReadingText reading={props.version.reading} passages={marked} chosen={chosen} root={setRoot} />
      )}
    </MarkedText>
  );
}
