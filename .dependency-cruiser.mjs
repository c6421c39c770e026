/** The import laws of the house. Every rule says why it is there; docs/adr/0002 tells the whole picture. */
const SHARED = '^shared/';
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule('no-cycles', 'A cycle has no bottom: neither half can be understood, tested or moved alone.', {}, { circular: true }),
    rule('no-unresolved', 'An import that resolves to nothing is a bug or a missing dependency.', {}, { couldNotResolve: true, pathNot: '\\?raw$' }),
    rule('kernel-stands-alone', 'The kernel is what everything else is built of.', { path: '^shared/kernel/' }, { path: '^(shared/(?!kernel/)|agents/|electron/|renderer/|test/)' }),
    rule('model-below-engine', 'Entities know nothing of what is computed from them or how they travel.', { path: '^shared/model/' }, { path: '^(shared/(?!kernel/|model/)|agents/|electron/|renderer/|test/)' }),
    rule('engine-is-pure', 'The engine sees kernel and model only, so it gives the same answer in every shell.', { path: '^shared/engine/' }, { path: '^(shared/(?!kernel/|model/|engine/)|agents/|electron/|renderer/|test/)' }),
    rule('contract-below-engine', 'The API speaks of entities, not of algorithms or languages.', { path: '^shared/contract/' }, { path: '^(shared/(?!kernel/|model/|contract/)|agents/|electron/|renderer/|test/)' }),
    rule('shared-runs-anywhere', 'shared is loaded by browsers, workers and Node alike.', { path: SHARED, pathNot: '\\.test\\.ts$' }, { dependencyTypes: ['core'] }),
    rule('shared-imports-shared', 'shared is the bottom of the house.', { path: SHARED }, { path: '^(agents|electron|renderer|test)/' }),
    rule('agents-know-no-project', 'Agents meet machines; what is kept of it is the core\'s business.', { path: '^agents/', pathNot: '\\.test\\.ts$' }, { path: '^(electron|renderer|test)/', pathNot: '^electron/raw-text' }),
    rule('probes-are-pure', 'A probe is text in, facts out; it must run on raw output years later.', { path: '^agents/probes/', pathNot: '\\.test\\.ts$' }, { path: '^(agents/(?!probes/)|shared/(?!kernel/|model/))' }),
    rule('ssh-carries-bytes', 'Transport and parsing change for different reasons; the core joins them.', { path: '^agents/ssh/', pathNot: '\\.test\\.ts$' }, { path: '^agents/(?!ssh/)' }),
    rule('ssh2-in-one-place', 'A client without host-key verification must be impossible to build elsewhere.', { path: '^(?!agents/(ssh|estate)/|test/)' }, { path: 'node_modules/ssh2' }),
    rule('sqlite-in-one-place', 'One writer with one set of pragmas.', { path: '^(?!electron/core/db/|test/)' }, { path: 'node_modules/better-sqlite3' }),
    rule('core-without-shell', 'The core is the same program in every shell.', { path: '^electron/core/', pathNot: '\\.test\\.ts$' }, { path: '^(electron/shells/|renderer/|test/)' }),
    rule('core-without-electron', 'The core runs in plain Node; Electron is one of three shells.', { path: '^(electron/(core|shells/(web|cli))|shared|agents|renderer)/' }, { path: 'node_modules/electron/' }),
    rule('features-meet-at-the-door', 'A feature is used through its index.ts, so its inside may change.', { path: '^electron/core/(project|inventory|organisation|scan|campaign|bundle|profile|catalogue|assessment|plan|tracking|exporting|importing|settings|diagnostics|vault|campaign|bundle)/', pathNot: '\\.test\\.ts$' }, { path: '^electron/core/(project|inventory|organisation|scan|campaign|bundle|profile|catalogue|assessment|plan|tracking|exporting|importing|settings|diagnostics|vault|campaign|bundle)/(?!index\\.ts$)', pathNot: '^electron/core/$1/' }),
    rule('workers-below-app', 'A worker computes; it must not start a second core.', { path: '^electron/core/workers/' }, { path: '^electron/core/(app|context|jobs|scan|project)/' }),
    rule('app-is-the-top', 'Only the composition knows every feature; what a feature is given lies below it in context and ports.', { path: '^electron/core/(?!app/)', pathNot: '\\.test\\.ts$' }, { path: '^electron/core/app/' }),
    rule('ports-are-the-ground', 'Interfaces that everything in the core may name depend on nothing in it.', { path: '^electron/core/ports/' }, { path: '^electron/core/(?!ports/)' }),
    rule('context-knows-services', 'A feature is given services, never another feature.', { path: '^electron/core/context/' }, { path: '^electron/core/(?!context/|ports/|db/|jobs/|workers/)' }),
    rule('shells-use-the-door', 'Shells see the public entry of the core only.', { path: '^electron/shells/' }, { path: '^electron/core/(?!app/index\\.ts$)' }),
    rule('shells-apart', 'What two shells share belongs into the core or into shared.', { path: '^electron/shells/(desktop|web|cli)/' }, { path: '^electron/shells/(desktop|web|cli)/', pathNot: ['^electron/shells/$1/', '^electron/shells/web/index\\.ts$'] }),
    rule('renderer-is-a-guest', 'The renderer reaches the machine through the contract only.', { path: '^renderer/', pathNot: '\\.test\\.tsx?$' }, { path: '^(electron|agents|test)/' }),
    rule('renderer-without-node', 'The renderer runs in a sandbox.', { path: '^renderer/', pathNot: '\\.test\\.tsx?$' }, { dependencyTypes: ['core'] }),
    rule('renderer-features-apart', 'Screens are composed in app/, so one can be taken out.', { path: '^renderer/src/features/([^/]+)/' }, { path: '^renderer/src/features/([^/]+)/', pathNot: '^renderer/src/features/$1/' }),
    rule('ui-knows-no-feature', 'The design system serves every screen alike.', { path: '^renderer/src/ui/' }, { path: '^renderer/src/(features|app)/' }),
    rule('nothing-imports-tests', 'Product code never depends on a test.', { path: '^(shared|agents|electron|renderer)/', pathNot: '\\.test\\.tsx?$' }, { path: '(^test/|\\.test\\.tsx?$)' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^out/|\\.json$|\\.css$)' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    skipAnalysisNotInRules: false,
  },
};
