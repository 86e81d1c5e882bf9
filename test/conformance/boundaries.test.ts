import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../config/project-root.ts';

const Rules = z.object({
  forbidden: z.array(z.looseObject({ name: z.string(), from: z.looseObject({}), to: z.looseObject({}) })),
  options: z.record(z.string(), z.unknown()),
});
const Cruised = z.object({
  summary: z.object({
    totalCruised: z.int(),
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
  }),
});

const rules = Rules.parse(createRequire(import.meta.url)('../boundaries.cjs'));

const FOLDERS = ['services', 'workers', 'shared', 'config', 'test'];

async function violationsOf(baseDir: string): Promise<{ total: number; rows: readonly string[] }> {
  const { output } = await cruise(FOLDERS, {
    ...rules.options,
    ruleSet: { forbidden: rules.forbidden },
    validate: true,
    baseDir,
  });
  const { summary } = Cruised.parse(output);
  return {
    total: summary.totalCruised,
    rows: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}

/** One file each that breaks one rule; the imported files exist. */
const PLANTED: readonly { readonly rule: string; readonly file: string; readonly text: string }[] = [
  { rule: 'worker-to-worker', file: 'workers/render/bad.ts', text: "import '../normalize/ok.ts';" },
  { rule: 'worker-to-service', file: 'workers/render/bad2.ts', text: "import '../../services/api/ok.ts';" },
  { rule: 'service-to-service', file: 'services/api/bad.ts', text: "import '../dashboard/ok.ts';" },
  { rule: 'only-cli-starts-launcher', file: 'services/api/bad2.ts', text: "import '../launcher/ok.ts';" },
  {
    rule: 'service-to-worker',
    file: 'services/api/bad3.ts',
    text: "import '../../workers/normalize/ok.ts';",
  },
  { rule: 'cli-without-stores', file: 'services/cli/bad.ts', text: "import '../../shared/stores/ok.ts';" },
  { rule: 'shared-stands-below', file: 'shared/text/bad.ts', text: "import '../../config/ok.ts';" },
  { rule: 'config-is-a-leaf', file: 'config/bad.ts', text: "import '../shared/stores/ok.ts';" },
  {
    rule: 'redis-in-two-folders',
    file: 'workers/render/bad3.ts',
    text: "import type { Queue } from 'bullmq'; export type Q = Queue;",
  },
  { rule: 'pure-core-without-world', file: 'shared/document/bad.ts', text: "import 'node:fs';" },
  { rule: 'pure-core-without-queue', file: 'shared/memory/bad.ts', text: "import '../queue/ok.ts';" },
  { rule: 'nothing-imports-tests', file: 'shared/errors/bad.ts', text: "import '../../test/ok.ts';" },
  { rule: 'no-cycle', file: 'shared/exchange/bad.ts', text: "import './bad-too.ts';" },
  { rule: 'resolvable', file: 'shared/api/bad.ts', text: "import './missing.ts';" },
  { rule: 'no-dev-dependency-in-product', file: 'shared/logging/bad.ts', text: "import 'vitest';" },
];

const INNOCENT = [
  'workers/normalize/ok.ts',
  'services/api/ok.ts',
  'services/dashboard/ok.ts',
  'services/launcher/ok.ts',
  'shared/stores/ok.ts',
  'shared/queue/ok.ts',
  'config/ok.ts',
  'test/ok.ts',
];

async function plantViolations(): Promise<string> {
  const files = new Map<string, string>([
    ...INNOCENT.map((file) => [file, 'export {};'] as const),
    ...PLANTED.map(({ file, text }) => [file, text] as const),
    ['shared/exchange/bad-too.ts', "import './bad.ts';"],
    [
      'package.json',
      JSON.stringify({ type: 'module', dependencies: { bullmq: '*' }, devDependencies: { vitest: '*' } }),
    ],
  ]);
  return writeTree(files);
}

/**
 * The project's own sources in a folder of their own. The parser behind the rule does not know
 * `using` declarations yet, which bind a name as `const` does: they are written so.
 */
async function copySources(): Promise<string> {
  const files = new Map<string, string>([
    ['package.json', await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8')],
  ]);
  for (const file of await sourceFiles()) {
    const text = await readFile(join(PROJECT_ROOT, file), 'utf8');
    files.set(file, text.replaceAll(/\b(?:await )?using (?=[\w{[]+ =)/gu, 'const '));
  }
  return writeTree(files);
}

async function sourceFiles(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of FOLDERS) {
    const entries = await readdir(join(PROJECT_ROOT, folder), { recursive: true });
    found.push(...entries.filter((name) => /\.[mc]?[tj]s$/u.test(name)).map((name) => join(folder, name)));
  }
  return found;
}

async function writeTree(files: ReadonlyMap<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'polywire-boundaries-'));
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  await symlink(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

describe('the dependency rule', () => {
  it('holds in the whole tree', async () => {
    const folder = await copySources();
    try {
      const { total, rows } = await violationsOf(folder);
      expect(rows).toEqual([]);
      expect(total).toBeGreaterThan(60);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('catches a planted violation of every rule', async () => {
    const folder = await plantViolations();
    try {
      const { rows } = await violationsOf(folder);
      const caught = new Set(rows.map((row) => row.slice(0, row.indexOf(':'))));
      expect([...caught].toSorted()).toEqual(rules.forbidden.map(({ name }) => name).toSorted());
      for (const { rule, file } of PLANTED) {
        expect(
          rows.some((row) => row.startsWith(`${rule}: `) && row.includes(file)),
          `${rule} in ${file}`,
        ).toBe(true);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
