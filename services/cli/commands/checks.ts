import { parseLocale } from '../../../config/locales.ts';
import type { QaFinding } from '../../../shared/document/rendition.ts';
import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { CliFailure } from '../failure.ts';
import { serviceClient } from '../service-client.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `polywire checks`: what is wrong with a translation. */
export const checksCommand: Command = {
  name: 'checks',
  purpose: 'Check a translation: numbers, dates, names, terms, addresses, marks and more.',
  usage: 'SENTENCE TRANSLATION --to LOCALE [options]',
  operands: { min: 2, max: 2 },
  options: [
    { name: 'to', value: 'LOCALE', does: 'Locale of the translation; required' },
    { name: 'from', value: 'LOCALE', does: 'Locale of the sentence', fallback: 'en' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    [
      'polywire checks "It left Kampala at 9 p.m." "Salió de Nairobi a las 21:00." --to es',
      'See which name is wrong, and that the hour is right.',
    ],
    [
      'polywire checks "It has 281 seats." "Er hat 218 Sitze." --to de --json',
      'Get the findings as JSON, with their places.',
    ],
  ],
  exits: ['failed', 'unreachable', 'refused'],
  run: async (args, context) => {
    const to = args.value('to');
    if (to === undefined) {
      throw new CliFailure('usage', '"polywire checks" needs --to, such as --to es');
    }
    const [source = '', target = ''] = args.operands;
    const answer = await (await serviceClient(args, context)).check({
      sourceLocale: parseLocale(args.value('from') ?? 'en'),
      locale: parseLocale(to),
      segments: [{ source, target }],
    });
    const findings = answer.segments.flatMap((segment) => segment.findings);
    printFindings(findings, target, context.terminal);
    context.terminal.result({ findings });
    return 'ok';
  },
};

function printFindings(findings: readonly QaFinding[], target: string, terminal: Terminal): void {
  if (findings.length === 0) {
    terminal.print('nothing found');
  }
  for (const { severity, rule, message, span } of findings) {
    terminal.print(`${severity}  ${message}  ${terminal.style.dim(rule)}`);
    if (span !== undefined) {
      const [start, end] = [span.start, span.end];
      terminal.print(`  ${target.slice(0, start)}[${target.slice(start, end)}]${target.slice(end)}`);
    }
  }
}
