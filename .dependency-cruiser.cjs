// The layers of the house as rules over imports; each rule has a planted violation in tests/architecture/layers.test.ts.
// It only says what may import what: it judges no style and measures nothing.
// The parser is swc on purpose: with TypeScript 7 the default parser reads no .ts file and reports success.
const areas = 'arena|assessment|benchmark|followup|meeting|register';
const builtIn = ['core'];

const forbid = (name, comment, { from, to }) => ({ name, comment, severity: 'error', from, to });

const sharedRules = [
  forbid('shared-is-pure', 'shared/ imports itself, zod/mini and the @noble libraries only', {
    from: { path: '^shared/' },
    to: { pathNot: ['^shared/', 'node_modules/zod/(v4/)?mini/', 'node_modules/@noble/(hashes|ciphers)/'] },
  }),
  forbid('kernel-knows-nobody', 'shared/kernel imports only itself inside shared/', {
    from: { path: '^shared/kernel/' },
    to: { path: '^shared/', pathNot: '^shared/kernel/' },
  }),
  forbid('areas-apart', 'an area imports itself and the kernel only; what it needs from another is copied when frozen', {
    from: { path: `^shared/(${areas})/` },
    to: { path: '^shared/', pathNot: ['^shared/$1/', '^shared/kernel/'] },
  }),
  forbid('text-knows-only-kernel', 'shared/text imports itself and the kernel only', {
    from: { path: '^shared/text/' },
    to: { path: '^shared/', pathNot: ['^shared/text/', '^shared/kernel/'] },
  }),
  forbid('contract-assembles-areas', 'shared/contract imports itself, the areas and the kernel only', {
    from: { path: '^shared/contract/' },
    to: { path: '^shared/', pathNot: [`^shared/(contract|kernel|${areas})/`] },
  }),
];

const rendererRules = [
  forbid('renderer-knows-no-host', 'pages import shared/ and libraries, never the host, tests, Node or server libraries', {
    from: { path: '^renderer/' },
    to: { path: ['^(electron|tests)/', 'node_modules/(electron|better-sqlite3|fastify|@fastify|ws)/'] },
  }),
  forbid('renderer-has-no-node', 'pages import no Node built-in', {
    from: { path: '^renderer/' },
    to: { dependencyTypes: builtIn },
  }),
  forbid(
    'judge-stays-small',
    'the judge page reaches neither the desk, nor the wall, nor antd, nor the assembled contract table',
    {
      from: { path: '^renderer/judge/' },
      to: {
        path: ['^renderer/(console|projector|clerk)/', 'node_modules/(antd|@ant-design)/', '^shared/contract/(table|contract)\\.ts$'],
        reachable: true,
      },
    },
  ),
  forbid('clerk-stays-apart', 'the stations’ page reaches neither another surface, nor antd, nor the assembled contract table', {
    from: { path: '^renderer/clerk/' },
    to: { path: ['^renderer/(console|projector|judge)/', 'node_modules/(antd|@ant-design)/', '^shared/contract/table\\.ts$'], reachable: true },
  }),
  forbid('projector-stays-apart', 'the wall imports neither another surface nor antd', {
    from: { path: '^renderer/projector/' },
    to: { path: ['^renderer/(console|judge|clerk)/', 'node_modules/(antd|@ant-design)/'] },
  }),
  forbid('common-knows-no-surface', 'renderer/common imports no surface', {
    from: { path: '^renderer/common/' },
    to: { path: '^renderer/(console|projector|judge|clerk)/' },
  }),
];

const hostRules = [
  forbid('host-knows-no-page', 'the host imports no page', {
    from: { path: '^electron/' },
    to: { path: '^renderer/' },
  }),
  forbid('application-knows-no-server', 'the application sees the server through its own interfaces only', {
    from: { path: '^electron/application/' },
    to: { path: '^electron/(server|shell)/' },
  }),
  forbid('only-shell-imports-electron', "'electron' is imported by electron/shell and electron/main.ts only", {
    from: { path: '^electron/', pathNot: ['^electron/shell/', '^electron/main\\.ts$'] },
    to: { path: '(^|node_modules/)electron(/|$)', pathNot: '^electron/' },
  }),
  forbid('recount-stands-alone', 'the second implementation imports itself and Node built-ins only', {
    from: { path: '^electron/recount/' },
    to: { pathNot: '^electron/recount/', dependencyTypesNot: builtIn },
  }),
  forbid('recount-imported-by-nothing', 'nothing but tests imports the second implementation', {
    from: { path: '^(electron|renderer|shared)/', pathNot: '^electron/recount/' },
    to: { path: '^electron/recount/' },
  }),
  forbid('launcher-stands-alone', 'the launcher runs before anything is installed: itself and Node built-ins only', {
    from: { path: '^electron/launch' },
    to: { pathNot: '^electron/launch', dependencyTypesNot: builtIn },
  }),
  forbid('source-knows-no-test', 'no source imports a test', {
    from: { path: '^(electron|renderer|shared)/' },
    to: { path: '^tests/' },
  }),
];

const treeRules = [
  forbid('no-cycles', 'no module reaches itself', { from: {}, to: { circular: true } }),
  forbid('everything-resolves', 'an import that cannot be resolved hides from every other rule', {
    from: {},
    to: { couldNotResolve: true },
  }),
];

module.exports = {
  forbidden: [...sharedRules, ...rendererRules, ...hostRules, ...treeRules],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.css', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'default', 'node'],
    },
  },
};
