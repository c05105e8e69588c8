import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { FileChild } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { printedRefs } from '../../brief/index.ts';
import type { Brief, BriefPart, BriefPaper } from '../../brief/index.ts';
import { joined } from '../../story/brief-block.ts';
import type { BriefNote } from '../../story/brief-block.ts';
import { blocksOf } from './blocks.ts';
import { paragraph, paragraphs } from './paragraphs.ts';
import { Surroundings } from './runs.ts';
import { numbering, styleNames, stylesOf } from './styles.ts';
import { xmlText } from './words.ts';

/** What the document needs to know besides the brief. */
export interface DocxOptions {
  readonly paper: BriefPaper;
  /** The moment of the export, ISO 8601: given, so that the same brief gives the same bytes. */
  readonly at: string;
}

/** Twentieths of a point. */
const sizes = { A4: { width: 11_906, height: 16_838 }, Letter: { width: 12_240, height: 15_840 } } as const;
const margin = { top: 1417, bottom: 1304, left: 1361, right: 1361 };
/** A title page begins a third down. */
const titleMargin = { ...margin, top: 4932 };

/** A brief as a document for word processors (Office Open XML, .docx): headings, tables, lists, real notes, contents, properties. */
export async function writeDocx(brief: Brief, { paper, at }: DocxOptions): Promise<Uint8Array<ArrayBuffer>> {
  const around = new Surroundings(brief, anchorsOf(brief));
  const notes = Object.fromEntries(
    brief.notes.map((note) => [String(note.number), { children: noteBlocks(note, around) }]),
  );
  const cover = coverBlocks(brief, around);
  const children = [
    ...contentsBlocks(brief),
    ...nextBlocks(brief, around),
    ...brief.parts.flatMap((part) => partBlocks(part, around)),
  ];
  const title = xmlText(brief.title);
  const document = new Document({
    title,
    creator: xmlText(brief.authors.join(', ')) || 'Backstory',
    lastModifiedBy: 'Backstory',
    description: xmlText(joined([brief.asKnownOn, brief.sources])),
    styles: stylesOf(brief.language),
    numbering,
    // Which page a heading is on, only what lays the pages out can know: it is asked to fill the contents in.
    features: { updateFields: true },
    ...(brief.notesAt === 'end' ? { endnotes: notes } : { footnotes: notes }),
    sections: brief.titlePage
      ? [
          { properties: { page: { size: sizes[paper], margin: titleMargin } }, children: cover },
          {
            properties: { page: { size: sizes[paper], margin } },
            headers: { default: new Header({ children: [running(title)] }) },
            footers: { default: pageNumbers(brief) },
            children,
          },
        ]
      : [
          {
            properties: { page: { size: sizes[paper], margin }, titlePage: true },
            headers: {
              default: new Header({ children: [running(title)] }),
              first: new Header({ children: [new Paragraph('')] }),
            },
            footers: { default: pageNumbers(brief), first: pageNumbers(brief) },
            children: [...cover, ...children],
          },
        ],
  });
  return settled(new Uint8Array(await Packer.pack(document, 'uint8array')), at);
}

function running(text: string): Paragraph {
  return new Paragraph({ style: styleNames.meta, text });
}

function pageNumbers({ asKnownOn }: Brief): Footer {
  const before = asKnownOn === '' ? '' : `${xmlText(asKnownOn)} · `;
  const run = new TextRun({ children: [before, 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ style: styleNames.meta, children: [run] })] });
}

/** What a brief begins with; a title page has a line for each fact. */
function coverBlocks(
  { kicker, title, deck, authors, date, asKnownOn, sources, titlePage }: Brief,
  around: Surroundings,
): readonly FileChild[] {
  const facts = [authors.join(', '), date, asKnownOn, sources].filter((fact) => fact !== '');
  const lines = titlePage ? facts : [joined(facts)];
  return [
    ...paragraphs(kicker, around, { style: styleNames.kicker }),
    paragraph([{ text: title }], around, { heading: HeadingLevel.TITLE }),
    ...paragraphs(deck, around, titlePage ? { style: styleNames.deck } : {}),
    ...lines.flatMap((line) => paragraphs(line, around, { style: titlePage ? styleNames.meta : styleNames.facts })),
  ];
}

function nextBlocks({ next }: Brief, around: Surroundings): readonly FileChild[] {
  if (next === null) return [];
  const spans = [{ text: next.when, bold: true as const }, { text: ` ${next.title}` }];
  return [paragraph(spans, around, { style: styleNames.next })];
}

/** A field that word processors fill in. The headings stand in it already; the numbers of pages do not, for nothing here knows them. */
function contentsBlocks({ contents, titlePage }: Brief): readonly FileChild[] {
  if (!contents) return [];
  return [
    new Paragraph({ style: styleNames.kicker, text: 'Contents' }),
    new TableOfContents('Contents', {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
      tabLeader: LeaderType.NONE,
    }),
    // Behind a title page they have a page of their own.
    ...(titlePage ? [new Paragraph({ children: [new PageBreak()] })] : []),
  ];
}

function partBlocks({ heading, blocks }: BriefPart, around: Surroundings): readonly FileChild[] {
  const title = heading === null ? [] : [paragraph([{ text: heading }], around, { heading: HeadingLevel.HEADING_1 })];
  return [...title, ...blocks.flatMap((block) => blocksOf(block, around))];
}

function noteBlocks({ text, quote, grade, fingerprint }: BriefNote, around: Surroundings): Paragraph[] {
  const quoted = quote === '' ? [] : [{ text: ` “${quote}”` }];
  const details = joined([grade === '' ? '' : `${grade}.`, fingerprint === '' ? '' : `SHA-256 ${fingerprint}`], ' ');
  return [paragraph([...text, ...quoted, ...(details === '' ? [] : [{ text: ` ${details}` }])], around)];
}

/** Names of bookmarks by the entries that are printed: letters and digits, forty at most. */
function anchorsOf(brief: Brief): ReadonlyMap<string, string> {
  return new Map(printedRefs(brief).map(({ kind, id }, at) => [`${kind}/${id}`, `entry_${String(at + 1)}`]));
}

/** Gives every name another, counted in the order in which they come. */
function counted(prefix: string): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    const known = names.get(name) ?? `${prefix}${String(names.size + 1)}`;
    names.set(name, known);
    return known;
  };
}

/** The document with the moment it was asked for instead of the clock's, and with counted instead of random names. */
function settled(packed: Uint8Array, at: string): Uint8Array<ArrayBuffer> {
  const relations = counted('rId_');
  const headings = counted('_Toc');
  const pictures = counted('');
  const bookmarks = counted('');
  const entries = Object.entries(unzipSync(packed)).sort(([a], [b]) => (a < b ? -1 : 1));
  // In the order of the text: what is named is named there first.
  const files = entries.map(([path, bytes]) => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, bytes] as const;
    const text = strFromU8(bytes)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`)
      .replace(/(?<=(?:r:id|r:embed|Id)=")(?:rId)?[a-z0-9_-]{21}(?=")/g, relations)
      .replace(/_Toc\d+/g, headings)
      .replace(/(?<=<w:bookmark(?:Start|End) [^>]*\bw:id=")\d+/g, bookmarks)
      .replace(/(?<=<wp:docPr [^>]*\bid=")\d+/g, pictures);
    return [path, strToU8(text)] as const;
  });
  // Zip knows no time zone; its oldest day is this.
  const mtime = new Date(1980, 0, 1, 12);
  const zipped = zipSync(Object.fromEntries(files.map(([path, bytes]) => [path, [bytes, { mtime }] as const])));
  return new Uint8Array(zipped);
}
