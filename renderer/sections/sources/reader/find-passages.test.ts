import { describe, expect, it } from 'vitest';
import { CodePoints, describePassage } from '../../../../shared/anchors/index.ts';
import { findPassages, placeInOwnText } from './find-passages.ts';

const sentences = [
  'The 🚢 vessel lost the ability to steer in strong winds and a dust storm that reduced visibility across the reach.',
  'Weather was not the only cause: technical and human factors are being examined and will be established by the inquiry.',
  'Eight tugs are at work, the largest with a pull of 160 tonnes.',
  'Thirteen vessels have been allowed to proceed.',
] as const;
const earlier = sentences.join(' ');

function anchorOf(words: string) {
  const start = earlier.indexOf(words);
  return describePassage(earlier, start, start + words.length);
}

describe('passages in another version', () => {
  it('are exact, moved, doubtful or orphaned, and keep apart', () => {
    const [first, second, third] = sentences;
    const text = [first, 'A word first.', second, third.replace('160', '190')].join(' ');
    const anchors = [first, second, 'with a pull of 160 tonnes', sentences[3]].map((words) => ({
      key: words.slice(0, 5),
      anchor: anchorOf(words),
    }));
    const found = findPassages({ text, groups: [{ earlier, anchors }] });
    expect(found.map(({ key }) => key)).toEqual(anchors.map(({ key }) => key));
    expect(found.map(({ found: { state } }) => state)).toEqual(['exact', 'moved', 'doubtful', 'orphaned']);
  });

  it('stand in their own text where their position says, counted in code points', () => {
    const anchor = anchorOf('vessel lost');
    const place = placeInOwnText(earlier, new CodePoints(earlier), anchor);
    expect(earlier.slice(place?.start, place?.end)).toBe('vessel lost');
    expect(placeInOwnText('Another text, altogether other.', new CodePoints('Another text'), anchor)).toBeNull();
  });
});
