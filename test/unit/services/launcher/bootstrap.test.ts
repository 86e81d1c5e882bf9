import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configPath } from '../../../../config/project-root.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const LOCK = { packages: { '': {}, 'node_modules/typescript': { version: '1.0.0' } } };

describe('bootstrap', () => {
  it('installs and builds what is missing, then runs the command with its arguments and exit code', async () => {
    await using project = await projectFolder();
    const first = await bootstrap(project.path, ['status', '--json', 'x']);
    expect(first.stdout).toBe('["status","--json","x"]');
    expect(first.code).toBe(7);
    expect(first.stderr).toMatch(
      /Installing 1 of 1 packages[\s\S]*Installed[\s\S]*Building[\s\S]*Built \d+ files/u,
    );
  });

  it('names the Node it needs where an older one runs it', async () => {
    await using project = await projectFolder();
    const pretend = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.1"})';
    const run = await bootstrap(project.path, ['status'], ['--import', pretend]);
    expect(run.stderr).toMatch(/^Polywire needs Node 20\.19 or newer; this is Node 18\.20\.1/u);
    expect(run.code).toBe(1);
  });

  it('is quiet when nothing is to do', async () => {
    await using project = await projectFolder();
    await bootstrap(project.path, ['status']);
    expect((await bootstrap(project.path, ['status'])).stderr).toBe('');
  });

  it('builds again after a source has changed, and removes what a removed source left', async () => {
    await using project = await projectFolder();
    await bootstrap(project.path, ['status']);
    await write(project.path, 'dist/shared/gone.js', '');
    await rm(join(project.path, 'shared/gone.ts'));
    const second = await bootstrap(project.path, ['status']);
    expect(second.stderr).toMatch(/^Building/u);
    await expect(readFile(join(project.path, 'dist/shared/gone.js'))).rejects.toThrow('ENOENT');
  });

  it('tries npm install where npm ci refuses the lock', async () => {
    await using project = await projectFolder({ refuse: ['ci'] });
    const run = await bootstrap(project.path, ['status']);
    expect(run.stderr).toContain('npm ci refused (the lock is incomplete); trying npm install');
    expect(run.code).toBe(7);
  });

  it("shows npm's output when nothing helps, and stops", async () => {
    await using project = await projectFolder({ refuse: ['ci', 'install'] });
    const run = await bootstrap(project.path, ['status']);
    expect(run.stderr).toContain('could not be installed');
    expect(run.stderr).toContain('the lock is incomplete');
    expect(run.code).toBe(1);
    expect(run.stdout).toBe('');
  });

  it('shows what the compiler found, and stops', async () => {
    await using project = await projectFolder({
      compiler: "console.log('a.ts(1,1): error'); process.exit(2);",
    });
    const run = await bootstrap(project.path, ['status']);
    expect(run.stderr).toContain('The sources do not compile:\na.ts(1,1): error');
    expect(run.code).toBe(1);
  });
});

interface ProjectOptions {
  /** npm commands that fail. */
  readonly refuse?: readonly string[];
  /** The script that stands for tsc. */
  readonly compiler?: string;
}

/** A project with our bootstrap, and programs that stand for npm, the compiler and the command line. */
async function projectFolder(options: ProjectOptions = {}): Promise<{ path: string } & AsyncDisposable> {
  const folder = await temporaryFolder();
  const root = folder.path;
  await cp(configPath('..', 'services', 'launcher'), join(root, 'services/launcher'), { recursive: true });
  await write(root, 'package.json', '{ "type": "module" }');
  await write(root, 'tsconfig.json', '{}');
  await write(root, 'package-lock.json', JSON.stringify(LOCK));
  await write(root, 'shared/gone.ts', '');
  const compiler =
    options.compiler ??
    `const fs = require('node:fs'); fs.mkdirSync('dist/services/cli', { recursive: true });
     fs.writeFileSync('dist/services/cli/main.js',
       'process.stdout.write(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;');`;
  const npm = `
    const fs = require('node:fs');
    if (${JSON.stringify(options.refuse ?? [])}.includes(process.argv[2])) {
      console.error('npm error code EUSAGE\\nnpm error the lock is incomplete'); process.exit(1);
    }
    fs.mkdirSync('node_modules/typescript/bin', { recursive: true });
    fs.writeFileSync('node_modules/typescript/package.json', '{}');
    fs.writeFileSync('node_modules/typescript/bin/tsc', ${JSON.stringify(compiler)});
    fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(JSON.stringify(LOCK))});`;
  await write(root, 'tools/npm-cli.js', npm);
  await write(root, 'tools/package.json', '{}');
  return folder;
}

async function bootstrap(
  root: string,
  args: readonly string[],
  nodeFlags: readonly string[] = [],
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = spawn(
    process.execPath,
    [...nodeFlags, join(root, 'services/launcher/bootstrap.mjs'), ...args],
    {
      cwd: root,
      env: { ...process.env, npm_execpath: join(root, 'tools/npm-cli.js') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code]: unknown[] = await once(child, 'close');
  return { code, stdout, stderr };
}

async function write(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
