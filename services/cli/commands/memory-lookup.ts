import { parseLocale } from '../../../config/locales.ts';
import { SCORE_PROFILES } from '../../../shared/memory/profiles/score-profiles.ts';
import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { CliFailure } from '../failure.ts';
import type { LookupAnswer } from '../memory-answers.ts';
import { serviceClient } from '../service-client.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `polywire memory lookup`: what the memory has for a sentence. */
export const memoryLookupCommand: Command = {
  name: 'memory lookup',
  purpose: 'Show what the translation memory has for a sentence, and why each match has its score.',
  usage: 'SENTENCE... --to LOCALE [options]',
  operands: { min: 1, max: 100 },
  options: [
    { name: 'to', value: 'LOCALE', does: 'Target locale; required' },
    { name: 'from', value: 'LOCALE', does: 'Locale of the sentence', fallback: 'en' },
    { name: 'min', value: 'SCORE', does: 'Lowest score, 0 to 100', fallback: '70' },
    {
      name: 'profiles',
      value: 'TOOLS',
      does: `Show the scores of other tools too: ${SCORE_PROFILES.join(',')}`,
      fallback: 'none',
    },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory lookup "He agreed." --to es', 'Show the matches of a sentence.'],
    [
      'polywire memory lookup "He agreed!" --to es --profiles omegat,okapi,weblate,pontoon',
      'See what four other tools would show for the same pairs.',
    ],
  ],
  exits: ['failed', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const to = args.value('to');
    const minScore = Number(args.value('min') ?? 70);
    if (to === undefined) {
      throw new CliFailure('usage', '"polywire memory lookup" needs --to, such as --to es');
    }
    if (!Number.isInteger(minScore) || minScore < 0 || minScore > 100) {
      throw new CliFailure(
        'usage',
        `--min is "${args.value('min') ?? ''}"; expected a whole number from 0 to 100`,
      );
    }
    const request = {
      sourceLocale: parseLocale(args.value('from') ?? 'en'),
      locale: parseLocale(to),
      segments: args.operands.map((source) => ({ source })),
      minScore,
    };
    const answer = await (await serviceClient(args, context)).lookUp(request, args.value('profiles'));
    for (const [at, { matches }] of answer.segments.entries()) {
      context.terminal.print(args.operands[at]);
      printMatches(matches, context.terminal);
    }
    context.terminal.result(answer);
    return answer.segments.some(({ matches }) => matches.length > 0) ? 'ok' : 'notFound';
  },
};

function printMatches(matches: LookupAnswer['segments'][number]['matches'], terminal: Terminal): void {
  if (matches.length === 0) {
    terminal.print('  nothing');
  }
  for (const { why, source, target, review, changedBy, changedAt, memory, file, profiles = {} } of matches) {
    const facts = [review, memory?.name, changedBy, changedAt, file].filter((fact) => fact !== undefined);
    terminal.print(`  ${why}`);
    terminal.print(`    ${source.text}`);
    terminal.print(`    ${target.text}`);
    terminal.print(`    ${terminal.style.dim(facts.join(', '))}`);
    if (Object.keys(profiles).length > 0) {
      const told = Object.entries(profiles).map(([name, score]) => `${name} ${score}`);
      terminal.print(`    ${told.join(', ')}`);
    }
  }
}
