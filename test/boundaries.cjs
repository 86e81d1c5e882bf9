/**
 * Who may import whom (CONTRIBUTING.md, "The dependency rule"). Run by
 * test/conformance/boundaries.test.ts, which also plants violations to prove that each rule bites.
 */
const PURE = '^shared/(document|text|memory|exchange|errors|api|values|gazetteer|quality)/';

module.exports = {
  forbidden: [
    {
      name: 'worker-to-worker',
      comment: 'A worker shares code with another only through shared/.',
      severity: 'error',
      from: { path: '^workers/([^/]+)/' },
      to: { path: '^workers/', pathNot: '^workers/$1/' },
    },
    {
      name: 'worker-to-service',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^services/' },
    },
    {
      name: 'service-to-service',
      comment:
        'Only the CLI may start the launcher, and only the launcher composes one process of all parts.',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/launcher/one-process\\.ts$' },
      to: { path: '^services/', pathNot: '^services/($1|launcher)/' },
    },
    {
      name: 'only-cli-starts-launcher',
      severity: 'error',
      from: { path: '^services/(api|dashboard)/' },
      to: { path: '^services/launcher/' },
    },
    {
      name: 'service-to-worker',
      comment:
        'Parts talk through queues; one-process.ts starts workers in its own process, normalize-file.ts and entities-file.ts run the first stages, train-tagger.ts trains what one uses, output-press.ts writes outputs that are not kept, match-drafts.ts looks up articles that are not.',
      severity: 'error',
      from: {
        path: '^services/',
        pathNot:
          '^services/(launcher/(one-process|normalize-file|entities-file|train-tagger)|api/outputs/output-press|api/drafts/match-drafts)\\.ts$',
      },
      to: { path: '^workers/' },
    },
    {
      name: 'cli-without-stores',
      comment: 'The CLI and the launcher have one way in: the HTTP API.',
      severity: 'error',
      from: { path: '^services/(cli|launcher)/' },
      to: { path: '^shared/(queue|stores)/' },
    },
    {
      name: 'shared-stands-below',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(services|workers|config|test)/' },
    },
    {
      name: 'config-is-a-leaf',
      severity: 'error',
      from: { path: '^config/' },
      to: { path: '^(services|workers|shared|test)/', pathNot: '^shared/(document|errors)/' },
    },
    {
      name: 'redis-in-two-folders',
      comment: 'bullmq and ioredis are met in shared/queue and shared/stores alone; the board shows queues.',
      severity: 'error',
      from: {
        path: '^(services|workers|shared|config)/',
        pathNot: '^(shared/(queue|stores)/|services/dashboard/board\\.ts$)',
      },
      to: { path: '^node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'pure-core-without-world',
      comment: 'The pure folders know no files, no network, no log and no queue.',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: '^(fs|fs/promises|net|http|https|child_process|worker_threads|node:fs|node:net|node:http)$|^node_modules/(pino|fastify)/|^shared/(stores|logging|telemetry|process)/',
      },
    },
    {
      name: 'pure-core-without-queue',
      comment: 'Names of stages may be shared; what moves jobs may not.',
      severity: 'error',
      from: { path: PURE },
      to: { path: '^shared/queue/', pathNot: '^shared/queue/contract\\.ts$' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(services|workers|shared|config)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out|coverage)/' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
