import { expect, test } from 'vitest';
import { holdsMarkdownTable, looksLikeMarkdown } from './looks-like-markdown.ts';

test('a text with a table in Markdown is known by the line below its header', () => {
  expect(holdsMarkdownTable('| Day | Cost |\n| --- | ---: |\n| 23 March | 9 |')).toBe(true);
  expect(holdsMarkdownTable('Words\r\n\r\n|a|\r\n|:-:|\r\n')).toBe(true);
  expect(holdsMarkdownTable('a | b\nc | d\n| not | one |\n| at | all |')).toBe(false);
});

test.each([
  ['a table', '| Day | Cost |\n| --- | ---: |\n| 23 March | 9 |'],
  ['a link', 'See [the notice](https://canal.example/7).'],
  ['a picture', '![A ship](ship.png)'],
  ['a footnote', 'Ships wait[^1].\n\n[^1]: By the port’s own count.'],
  ['headings', '# Delay\n\nDelay is not loss.\r\n\r\n## Cost\r\n\r\nNobody knows.'],
  ['headings at the ends', '# Delay\n\nDelay is not loss.\n\n## Cost'],
  ['a heading and a list', '# Tugs\n\n- Baraka\n- Ezzat'],
  ['bold words', 'Delay is **not** loss, and **never** was.'],
  ['a heading and bold words', '## Delay\n\nDelay is **not** loss.'],
  ['tasks', '- [x] Tugs\n- [ ] Tide'],
  ['code', 'Run\n\n```sh\nls\n```\n'],
])('%s: Markdown', (_name, text) => expect(looksLikeMarkdown(text)).toBe(true));

test.each([
  ['prose', 'Delay is not loss. * Most of it arrived * (2021). 3 * 4 = 12, and a_b_c.\n\nSecond paragraph.'],
  ['a list in a letter', 'We need:\n- two tugs\n- a dredger\n\n1. first\n2. second\n\nRegards'],
  ['an answer to a letter', 'On Tuesday she wrote:\n> Ships wait.\n> - at both ends\n\n- Yes.\n- No.'],
  ['a dialogue', '- Are you there?\n- Where else?'],
  ['a script', '# Install\napt install tug\n\n# Run\ntug --fast\n\n  # Stop\nkill %1'],
  ['settings', '# The port\nport:\n  - north\n  - south\n# The rest\nrest: []'],
  ['code', 'int **a = b**c; x = 2**3 + 4**5; def __init__(self): pass # no **kwargs here'],
  ['marks of footnotes', 'Cost** in millions\n\n** Without fuel, **Without crew'],
  ['tags', '#suez #canal\n\n#ship'],
  ['one heading alone', '# 1 reason\n\nDelay is not loss.'],
  ['one bold word alone', 'This is **really** all.'],
  ['addresses', 'See https://canal.example/7 [1] and (https://canal.example/8).\n\n[1] https://canal.example/9'],
])('%s: no Markdown', (_name, text) => expect(looksLikeMarkdown(text)).toBe(false));

test('that is found out in a moment, however long the text', () => {
  for (const hostile of ['[', '![', '**a', '# ', '\n\n', '- ', '```a\n', '| ', '| -', '-|', '[^', '\n# a', '> '])
    looksLikeMarkdown(hostile.repeat(300_000));
}, 20_000);
