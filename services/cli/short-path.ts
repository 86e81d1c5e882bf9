import { isAbsolute, relative } from 'node:path';

/** A path as a person would type it: relative below `cwd`, absolute elsewhere. */
export function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  if (short === '') {
    return '.';
  }
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}
