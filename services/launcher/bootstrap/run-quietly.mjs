import { spawn } from 'node:child_process';

const KEPT_CHARACTERS = 4000;

/**
 * Runs a command without showing its output.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number, output: string }>} `output`: the end of what it wrote, for when it fails
 */
export function runQuietly(file, args, cwd) {
  return new Promise((resolve) => {
    let output = '';
    const keep = (chunk) => {
      output = (output + String(chunk)).slice(-KEPT_CHARACTERS);
    };
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: `${file}: ${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
