import { describe, expect, it } from 'vitest';
import { describeSource } from './describe-source.ts';

describe('describeSource', () => {
  it('reads a title line, authors, address and a labelled day', () => {
    const text = [
      'Statement on the grounding',
      'By Mara Lind and Ilir Hoxha',
      'https://canal.example/statements/7',
      'Published: 2021-03-25',
      '',
      'The vessel lost the ability to steer.',
    ].join('\n');
    expect(describeSource(text, 'statement-7.txt')).toEqual({
      title: 'Statement on the grounding',
      authors: ['Mara Lind', 'Ilir Hoxha'],
      published: { edtf: '2021-03-25' },
      address: 'https://canal.example/statements/7',
    });
  });

  it('takes a day that leads the first paragraph, and names the source after its file', () => {
    const text = ` date 2021-03-24 Officials from the canal have agreed that ${'the ship must be moved '.repeat(9)}.`;
    expect(describeSource(text, 'source-port_log.txt')).toMatchObject({
      title: 'Source port log',
      published: { edtf: '2021-03-24' },
    });
  });

  it('falls back to the first sentence where there is no file name', () => {
    const text = `Eight tugs are at work at the bow. ${'Dredgers follow. '.repeat(20)}`;
    expect(describeSource(text, '').title).toBe('Eight tugs are at work at the bow.');
    expect(describeSource('word '.repeat(60), '').title).toMatch(/^word .{1,95}…$/);
  });

  it('says nothing of an empty text', () => {
    expect(describeSource('', '')).toEqual({ title: '', authors: [], published: null, address: '' });
  });

  it.each(['date 2021-13-40 x', 'by the way, tugs came.', 'updated daily'])('is not misled by “%s”', (line) => {
    const { published, authors } = describeSource(line, '');
    expect({ published, authors }).toEqual({ published: null, authors: [] });
  });
});
