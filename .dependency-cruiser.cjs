/** Imports go one way: core <- bridge <- main, preload, renderer; core <- cli. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one thing, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-stands-alone',
      severity: 'error',
      comment: 'The core knows none of the rooms that use it.',
      from: { path: '^src/core/' },
      to: { path: '^src/', pathNot: '^src/core/' },
    },
    {
      name: 'core-runs-anywhere',
      severity: 'error',
      comment: 'The core runs in Node, a worker and a window: nothing that only one of them has.',
      from: { path: '^src/core/' },
      to: {
        path: 'node_modules/(electron|react|react-dom|lexical|@lexical|dexie|@base-ui|lucide-react|@tanstack)/',
      },
    },
    {
      name: 'core-uses-no-node',
      severity: 'error',
      comment: 'The core runs where there is no Node.',
      from: { path: '^src/(core|bridge|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'bridge-knows-only-core',
      severity: 'error',
      comment: 'The contract belongs to both sides, so it may know neither.',
      from: { path: '^src/bridge/' },
      to: {
        path: '^(src/|node_modules/(electron|react|react-dom|lexical|dexie)/)',
        pathNot: '^src/(core|bridge)/',
      },
    },
    {
      name: 'main-stays-in-its-room',
      severity: 'error',
      comment: 'Main and renderer meet at the bridge only.',
      from: { path: '^src/main/' },
      to: { path: '^src/', pathNot: '^src/(core|bridge|main)/' },
    },
    {
      name: 'preload-stays-in-its-room',
      severity: 'error',
      comment: 'The preload script exposes the bridge and nothing else.',
      from: { path: '^src/preload/' },
      to: { path: '^src/', pathNot: '^src/(core|bridge|preload)/' },
    },
    {
      name: 'renderer-stays-in-its-room',
      severity: 'error',
      comment: 'Main and renderer meet at the bridge only.',
      from: { path: '^src/renderer/' },
      to: { path: '^src/', pathNot: '^src/(core|bridge|renderer)/' },
    },
    {
      name: 'renderer-has-no-electron',
      severity: 'error',
      comment: 'The window is sandboxed: what it may do stands in the bridge.',
      from: { path: '^src/renderer/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'cli-knows-only-core',
      severity: 'error',
      comment: 'The command line is the core without a window.',
      from: { path: '^src/cli/' },
      to: {
        path: '^(src/|node_modules/(electron|react|react-dom|lexical|dexie)/)',
        pathNot: '^src/(core|cli)/',
      },
    },
    {
      name: 'main-parses-nothing',
      severity: 'error',
      comment:
        'Files and articles are decoded and parsed in a worker of the sandboxed renderer, nowhere else.',
      from: { path: '^src/main/' },
      to: { path: '^src/core/(formats|suggest)/|^src/core/text/(decod|encod)' },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      comment: 'What the app uses is listed under dependencies; Electron itself is there at run time anyway.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/electron/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
