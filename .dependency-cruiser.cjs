/**
 * Who may import whom: the path is the permission. docs/ARCHITECTURE.md has the same table in words; tools/laws/ plants one
 * violation of each rule and fails when it is not caught. Type-only imports obey too.
 */

const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** A package, wherever it resolves to: an installed one resolves into node_modules. */
const pkg = (names) => `^(?:${names})(?:/|$)|(?:^|/)node_modules/(?:${names})/`;

/** Tests and suites may look around; what they import beyond their room's rule is their own affair. */
const tests = '\\.(?:test|suite)\\.tsx?$|/testing/';

/** A room that may only reach what `allowed` matches. */
const room = (name, comment, from, allowed, except = tests) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: except },
  to: { pathNot: allowed, dependencyTypesNot: ['unknown'] },
});

/** Every folder of the rooms that has a door, found as the tree stands. */
function foldersWithDoor(folder) {
  const entries = readdirSync(join(__dirname, folder), { withFileTypes: true });
  const inside = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => foldersWithDoor(`${folder}/${name}`));
  return entries.some(({ name }) => /^index\.tsx?$/.test(name)) ? [folder, ...inside] : inside;
}

/** A folder with an index.ts is entered only there. Inside it, siblings import each other directly. */
const doors = ['shared', 'main', 'renderer']
  .filter((name) => existsSync(join(__dirname, name)))
  .flatMap(foldersWithDoor)
  .map((folder) => ({
    name: `door-of-${folder.replaceAll('/', '-')}`,
    comment: `Import from ${folder}/index.ts, or let it export what is missing.`,
    severity: 'error',
    from: { path: '^(?:shared|main|renderer)/', pathNot: [`^${folder}/`, tests] },
    to: { path: `^${folder}/`, pathNot: [`^${folder}/index\\.tsx?$`, '\\.css$'] },
  }));

const schema = pkg('valibot');
const any = (...patterns) => patterns.join('|');

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be understood or tested apart. Move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'Every import leads somewhere, with its extension written out.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...doors,
    room('lib-imports-nothing', 'shared/lib stands at the bottom.', '^shared/lib/', '^shared/lib/'),
    room(
      'story-is-plain',
      'shared/story knows lib, the schema library and its own data formats; no other room, no platform.',
      '^shared/story/',
      any('^shared/(?:story|lib)/', schema, pkg('edtf'), pkg('fractional-indexing'), pkg('yjs|lib0')),
    ),
    {
      name: 'yjs-only-in-document-commands-reading',
      comment: 'Sections are plain data and pure functions: only document, commands and reading know how it is stored.',
      severity: 'error',
      from: { path: '^shared/story/', pathNot: ['^shared/story/(?:commands|reading|document)', tests] },
      to: { path: pkg('yjs|lib0|y-[^/]+') },
    },
    room(
      'imports-brief-search-are-pure',
      'shared/imports, brief and search work on story and lib; never on sync or bridge.',
      '^shared/(imports|brief|search)/',
      any(
        '^shared/(?:$1|story|lib)/',
        '^shared/(?:evidence|citing|citations)/index\\.ts$',
        schema,
        pkg('parse5|entities'),
        pkg('ical\\.js'),
        pkg('minisearch|fuse\\.js'),
        pkg('d3-[a-z-]+|internmap'),
      ),
    ),
    room(
      'evidence-is-read-from-the-story',
      'shared/evidence reads links, origins and conflicts out of the story; it stores nothing and shows nothing.',
      '^shared/evidence/',
      any('^shared/(?:evidence|story|lib)/', schema),
    ),
    room(
      'anchors-know-texts-only',
      'shared/anchors compares texts: it knows neither sources nor the page that shows them.',
      '^shared/anchors/',
      any('^shared/(?:anchors|lib)/', pkg('approx-string-match')),
    ),
    room(
      'captures-are-bytes-and-words',
      'shared/captures turns bytes into readings: it knows neither the notebook nor the page that shows them.',
      '^shared/captures/',
      any(
        '^shared/(?:captures|lib)/',
        '^shared/imports/index\\.ts$',
        '^shared/story/dates/',
        schema,
        pkg('parse5|entities|css-tree|(?:@types/)?mdast.*|micromark.*|unist.*|@mozilla/readability|linkedom|dompurify'),
      ),
    ),
    room(
      'interchange-is-pure',
      'shared/interchange turns files into drafts of entries and entries into files: it knows the story, and how texts are anchored.',
      '^shared/interchange/',
      any('^shared/(?:interchange|story|lib)/', schema, pkg('parse5|entities'), pkg('unicode2latex')),
    ),
    room(
      'citations-are-pure',
      'shared/citations puts bibliographic records into runs of text: of interchange it knows the types of records only.',
      '^shared/citations/',
      any('^shared/(?:citations|story|lib)/', '^shared/interchange/index\\.ts$'),
    ),
    room(
      'citing-is-pure',
      'shared/citing resolves the citations of a text against the notebook: it stores nothing and shows nothing.',
      '^shared/citing/',
      any('^shared/(?:citing|story|lib)/', '^shared/(?:citations|interchange|evidence)/index\\.ts$', schema),
    ),
    room(
      'exports-are-pure',
      'shared/exports turns the story into text for other programs, by means of what a brief says of it.',
      '^shared/exports/',
      any(
        '^shared/(?:exports|story|lib)/',
        '^shared/(?:brief|citing|citations)/index\\.ts$',
        schema,
        pkg('docx|fflate|(?:@types/)?mdast.*|micromark.*'),
      ),
    ),
    room(
      'history-is-pure',
      'shared/history reads rows by means of the story and Yjs; of the bridge it knows the types of rows only.',
      '^shared/history/',
      any('^shared/(?:history|story|lib)/', '^shared/bridge/index\\.ts$', pkg('yjs|lib0'), pkg('diff')),
    ),
    room(
      'sync-does-not-know-the-story',
      'The relay must not know what it carries.',
      '^shared/sync/',
      any('^shared/(?:sync|lib)/', schema, pkg('yjs|lib0|libsodium(?:-wrappers)?|@noble/hashes')),
    ),
    {
      name: 'bridge-does-no-work',
      comment: 'shared/bridge holds types and schemas; what does the work lives in main and renderer.',
      severity: 'error',
      from: { path: '^shared/bridge/', pathNot: tests },
      to: { pathNot: any('^shared/(?:bridge|lib|story|imports|brief)/', schema) },
    },
    room(
      'main-imports',
      'main speaks through shared/bridge and uses brief, imports and lib; never the renderer, the relay or yjs.',
      '^main/(?!cli/|sync/)',
      any(
        '^main/(?!cli/)',
        '^shared/(?:bridge|brief|imports|lib)/',
        schema,
        pkg('electron|node-sqlite3-wasm'),
        '^(?:node:|fs|path|os|crypto|url|util|stream|zlib|inspector|timers)',
      ),
    ),
    room(
      'sharing-imports',
      'main/sync connects notebooks with relays: it knows sync, and of the story what is shared; never the renderer or the relay.',
      '^main/sync/',
      any(
        '^main/(?!cli/)',
        '^shared/(?:bridge|sync|story|lib)/',
        schema,
        pkg('electron|yjs|lib0|@hocuspocus/provider|ws|@types/ws'),
        '^(?:node:|fs|path|os|crypto|url|util|stream|timers|zlib|events|buffer)',
      ),
    ),
    room(
      'sharing-engine-is-plain',
      'What speaks to relays runs under plain Node, where a real relay can be stopped, killed and put back: no Electron, no story.',
      '^main/sync/engine/',
      any(
        '^main/sync/engine/',
        '^shared/(?:bridge|sync|lib)/',
        schema,
        pkg('yjs|lib0|@hocuspocus/provider|ws|@types/ws'),
        '^(?:node:|fs|path|os|crypto|url|util|stream|timers|zlib|events|buffer)',
      ),
    ),
    room(
      'journal-engine-is-plain',
      'What stores notebooks runs under plain Node, where it can be killed, cut short and tried: no Electron, no other room.',
      '^main/journal/engine/',
      any(
        '^main/journal/engine/',
        '^shared/(?:bridge|lib)/',
        schema,
        pkg('node-sqlite3-wasm'),
        '^(?:node:|fs|path|os|crypto|util|perf_hooks|zlib)',
      ),
    ),
    {
      name: 'sqlite-in-its-own-process',
      comment: 'SQLite waits for the disk, and would keep every window waiting: ask main/journal/client.ts.',
      severity: 'error',
      from: { path: '^main/index\\.ts$' },
      to: { path: pkg('node-sqlite3-wasm'), reachable: true },
    },
    room(
      'cli-imports',
      'The command line is a room of its own: all of shared, and main only to print.',
      '^main/cli/',
      any(
        '^main/',
        '^shared/',
        schema,
        pkg('electron'),
        pkg('yjs'),
        '^(?:node:|fs|path|os|crypto|url|util|stream|child_process)',
      ),
    ),
    {
      name: 'renderer-has-no-platform',
      comment: 'The page has no Electron and no Node: ask through renderer/bridge.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: any(pkg('electron'), '^main/', '^relay/', '^tools/', '^e2e/') },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The page has no Node: ask through renderer/bridge.',
      severity: 'error',
      from: { path: '^(?:renderer|shared)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sections-are-strangers',
      comment: 'A section imports no other section and not the shell: refer to entries by EntryRef.',
      severity: 'error',
      from: { path: '^renderer/sections/([^/]+)/', pathNot: tests },
      to: { path: '^renderer/(?:sections/|app/)', pathNot: '^renderer/sections/$1/' },
    },
    room(
      'ui-knows-no-story',
      'renderer/ui holds primitives: React, the accessible components and shared/lib.',
      '^renderer/ui/',
      any(
        '^renderer/ui/',
        '^shared/lib/',
        pkg(
          'react|react-dom|react-aria|react-aria-components|react-stately|@tanstack/react-virtual|@react-types|@internationalized|@types/react',
        ),
        '\\.css$',
        pkg('@fontsource[^/]*/[^/]+'),
      ),
    ),
    {
      name: 'relay-carries-blindly',
      comment: 'The relay knows sync and lib only.',
      severity: 'error',
      from: { path: '^relay/', pathNot: tests },
      to: { path: '^(?:main|renderer|tools|shared/(?!sync|lib))' },
    },
    {
      name: 'e2e-presses-buttons',
      comment: 'Journeys know the app from outside only.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(?:main|renderer|shared|relay|tools)/' },
    },
    {
      name: 'nothing-imports-tools',
      comment: 'tools/ is for developers; the app does not need it to run.',
      severity: 'error',
      from: { path: '^(?:main|renderer|shared|relay)/', pathNot: tests },
      to: { path: '^tools/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|release|\\.cache|tools/laws/planted)/|\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
    cache: false,
  },
};
