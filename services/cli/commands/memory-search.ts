import type { Span } from '../../../shared/document/span.ts';
import { CONCORDANCE_MODES } from '../../../shared/memory/concordance.ts';
import { type Command, SERVICE_OPTIONS } from '../command.ts';
import type { ConcordanceAnswer } from '../memory-answers.ts';
import { serviceClient } from '../service-client.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Options that are sent as parameters of the same meaning. */
const PARAMETERS = {
  mode: 'mode',
  side: 'side',
  from: 'sourceLocale',
  to: 'locale',
  origin: 'origin',
  article: 'article',
  memory: 'memory',
  since: 'since',
  until: 'until',
  limit: 'limit',
  after: 'cursor',
} as const;

/** `polywire memory search`: where words stand in the memory, and how they were translated. */
export const memorySearchCommand: Command = {
  name: 'memory search',
  purpose: 'Find words, a phrase or a pattern in the texts of the translation memory.',
  usage: 'TEXT [options]',
  operands: { min: 1, max: 1 },
  options: [
    {
      name: 'mode',
      value: 'MODE',
      does: 'All words in any order (translat* for any ending), a phrase, or a regular expression',
      fallback: 'words',
      oneOf: CONCORDANCE_MODES,
    },
    { name: 'side', value: 'SIDE', does: 'Which texts', fallback: 'source', oneOf: ['source', 'target'] },
    { name: 'from', value: 'LOCALE', does: 'Source locale', fallback: 'all' },
    { name: 'to', value: 'LOCALE', does: 'Target locale', fallback: 'all' },
    { name: 'origin', value: 'ORIGIN', does: 'Where translations came from, such as human', fallback: 'all' },
    { name: 'article', value: 'ID', does: 'Article that they were approved in', fallback: 'all' },
    { name: 'memory', value: 'NAME', does: 'Memory that they are in', fallback: 'all' },
    { name: 'since', value: 'DAY', does: 'Changed on this day or later, as 2026-01-31' },
    { name: 'until', value: 'DAY', does: 'Changed before this day' },
    { name: 'limit', value: 'NUMBER', does: 'About how many hits, 1 to 200', fallback: '50' },
    { name: 'after', value: 'CURSOR', does: 'Go on where a search ended' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory search "translat*" --to es', 'Show how words that begin so were put into Spanish.'],
    ['polywire memory search "[0-9]{4}" --mode regex --side target', 'Find a pattern in translations.'],
  ],
  exits: ['failed', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const parameters = Object.entries(PARAMETERS).map(([option, name]) => [name, args.value(option)]);
    const answer = await client.concordance({ q: args.operands[0], ...Object.fromEntries(parameters) });
    printHits(answer, args.value('side') === 'target' ? 'target' : 'source', context.terminal);
    context.terminal.result(answer);
    return answer.hits.length > 0 || answer.next !== undefined ? 'ok' : 'notFound';
  },
};

function printHits(
  { hits, next, searched }: ConcordanceAnswer,
  side: 'source' | 'target',
  terminal: Terminal,
): void {
  for (const { source, target, sourceLocale, locale, memory, spans, provenance } of hits) {
    const texts = { source: source.text, target: target.text };
    const shown = { ...texts, [side]: marked(texts[side], spans, terminal) };
    const { review, changedBy, changedAt, file } = provenance;
    const facts = [review, memory, changedBy, changedAt, file].filter((fact) => fact !== undefined);
    terminal.print(`${sourceLocale}  ${shown.source}`);
    terminal.print(`${locale}  ${shown.target}`);
    terminal.print(`    ${terminal.style.dim(facts.join(', '))}`);
  }
  const where = `${Math.floor(searched * 100)} % searched`;
  terminal.note(
    next === undefined
      ? `${hits.length} hits.`
      : `${hits.length} hits so far, ${where}; go on with --after ${next}`,
  );
}

function marked(text: string, spans: readonly Span[], { style }: Terminal): string {
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    result += `${text.slice(from, start)}${style.good(text.slice(start, end))}`;
    from = end;
  }
  return result + text.slice(from);
}
