import { execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';

/** A PostgreSQL server of its own on a unix socket; disposal stops it and removes its files. */
export interface PrivatePostgres extends AsyncDisposable {
  readonly version: string;
  /** Runs SQL and psql commands from standard input; answers what psql prints. */
  sql(script: string): Promise<string>;
}

/** Starts a server in a temporary folder; undefined where PostgreSQL or its pg_trgm is not installed. */
export async function startPostgres(): Promise<PrivatePostgres | undefined> {
  const versions = await readdir(INSTALLED).catch(() => []);
  const version = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  if (version === undefined) {
    return undefined;
  }
  const bin = (name: string): string => join(INSTALLED, version, 'bin', name);
  const folder = await mkdtemp(join(tmpdir(), 'pw-postgres-'));
  const user = await serverUser();
  await chmod(folder, 0o700);
  if (user !== undefined) {
    await chown(folder, user.uid, user.gid);
  }
  const data = join(folder, 'data');
  const settings =
    '-c fsync=off -c synchronous_commit=off -c shared_buffers=512MB -c maintenance_work_mem=256MB';
  await run(
    bin('initdb'),
    ['-D', data, '-U', 'bench', '--auth', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8'],
    { ...user, cwd: folder },
  );
  await run(
    bin('pg_ctl'),
    [
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `${settings} -c listen_addresses='' -k ${folder}`,
      'start',
    ],
    { ...user, cwd: folder },
  );
  const sql = (script: string): Promise<string> =>
    psql(
      bin('psql'),
      ['-h', folder, '-U', 'bench', '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1'],
      script,
    );
  return {
    version,
    sql,
    async [Symbol.asyncDispose]() {
      await run(bin('pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...user, cwd: folder });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root: then its package's own user runs it. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)),
  );
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

async function psql(program: string, args: readonly string[], script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let [output, problems] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      problems += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`psql ended with ${String(code)}: ${problems.slice(0, 400)}`)),
    );
    child.stdin.end(script);
  });
}
