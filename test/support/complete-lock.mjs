// Adds to package-lock.json the optional platform packages that npm left out.
//
// Where a registry does not carry a platform's package, npm drops it from the lock, and `npm ci`
// then refuses the lock as incomplete. An entry with version, os and cpu is all that `npm ci` asks
// for a platform it does not install. Run it after every `npm install`:
//   node test/support/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const LOCK = new URL('../../package-lock.json', import.meta.url);
const OS = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]);
const CPU = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]);
const LIBC = new Map([
  ['gnu', 'glibc'],
  ['gnueabihf', 'glibc'],
  ['musl', 'musl'],
  ['musleabihf', 'musl'],
]);

/**
 * The lock's missing platform packages: those that a listed package names with an exact version
 * under `optionalDependencies` and that have no entry of their own.
 *
 * @param {{ packages: Record<string, any> }} lock
 * @returns {{ name: string, version: string }[]} in alphabetical order
 */
export function missingPlatformPackages(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const listed = [`node_modules/${name}`, `${path}/node_modules/${name}`];
      const isExact = /^\d+\.\d+\.\d+[\w.+-]*$/u.test(version);
      if (isExact && !listed.some((place) => lock.packages[place] !== undefined)) {
        missing.set(name, version);
      }
    }
  }
  return [...missing]
    .map(([name, version]) => ({ name, version }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The lock entry of a package that runs on the platform its name spells out. */
function entryOf({ name, version }) {
  const words = name.split(/[/-]/u);
  const os = words.filter((word) => OS.has(word));
  const cpu = words.filter((word) => CPU.has(word));
  const libc = words.flatMap((word) => LIBC.get(word) ?? []);
  if (cpu.length === 0) {
    throw new Error(`The name "${name}" spells no platform: add it to package-lock.json by hand`);
  }
  return {
    version,
    optional: true,
    ...(os.length > 0 ? { os } : {}),
    cpu,
    ...(os.includes('linux') && libc.length > 0 ? { libc } : {}),
  };
}

function completeLock() {
  const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
  const missing = missingPlatformPackages(lock);
  for (const member of missing) {
    lock.packages[`node_modules/${member.name}`] = entryOf(member);
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(LOCK, `${JSON.stringify(lock, undefined, 2)}\n`);
  process.stdout.write(`${missing.length} platform packages added to package-lock.json\n`);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  completeLock();
}
