import { attribute } from '../../imports/index.ts';
import { ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { detectedInText, firstOf } from '../detected.ts';
import { problem } from '../problem.ts';
import type { CaptureProblem } from '../problem.ts';
import { ReadingWriter } from '../reading-writer.ts';
import type { Detected, Reading } from '../reading.ts';
import { linkAddress } from './addresses.ts';
import { articleOf } from './article.ts';
import { describePage } from './describe-page.ts';
import { elementsIn, parsePage, textIn } from './tree.ts';
import type { Parent } from './tree.ts';
import { writePage } from './write-page.ts';

/** The most markup that is read, in UTF-16 units: no page has more, and a tree takes many times its room. */
const mostMarkup = 16 * 1024 * 1024;

/** An article of fewer characters is a teaser, or found by mistake, where the page has much more. */
const shortArticle = 500;

export interface PageHint {
  readonly name: string;
  /** Where it was fetched or saved from; '' where that is not known. */
  readonly address: string;
}

/** The article of a page, or all of it where none stands out. */
export function readHtml(html: string, { name, address }: PageHint): Result<Reading, CaptureProblem> {
  if (html.length > mostMarkup) {
    return problem(
      'too-large',
      'This page has more than 16 MiB of markup. Nothing was added: save it as PDF or text and add that.',
    );
  }
  const page = parsePage(html);
  if (page === null) {
    return problem(
      'broken',
      'This page is nested too deeply, or has too many parts, to be read. Nothing was added: save it as PDF or text and add that.',
    );
  }
  const said = describePage(page, html, address);
  const base = baseOf(page, said.address);
  const article = articleOf(page);
  const whole = article === null ? null : written(article, page, base, said);
  const reading =
    whole !== null && whole.text.length >= shortArticle ? whole : longer(whole, written(page, null, base, said));
  // Machines were told of it; people only read of it: the first lines may have what the head lacks.
  const guess = {
    ...detectedInText(reading.text, name),
    title: said.title || detectedInText(reading.text, name).title,
  };
  return ok({ ...reading, detected: firstOf([said, guess]) });
}

function longer(article: Reading | null, page: Reading): Reading {
  return article !== null && article.text.length * 2 > page.text.length ? article : page;
}

/** The reading of a part, with the page's heading before it where it was left outside. */
function written(part: Parent, page: Parent | null, base: string, detected: Detected): Reading {
  const writer = new ReadingWriter();
  const heading = page === null ? '' : headingOf(page);
  if (heading !== '' && !textIn(part).slice(0, 1000).includes(heading)) {
    writer.begin(() => ({ kind: 'heading', level: 1 }));
    writer.text(heading);
  }
  writer.begin();
  writePage(writer, part, base);
  return writer.finish(detected);
}

function headingOf(page: Parent): string {
  const headings = [...elementsIn(page)].filter(({ tagName }) => tagName === 'h1').map(textIn);
  return headings.find((heading) => heading !== '') ?? '';
}

/** What the page's links are relative to. */
function baseOf(page: Parent, address: string): string {
  const base = [...elementsIn(page)].find(({ tagName }) => tagName === 'base');
  const declared = linkAddress((base && attribute(base, 'href')) ?? '', address);
  return declared || address;
}
