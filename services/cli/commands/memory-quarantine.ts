import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { serviceClient } from '../service-client.ts';

/** `polywire memory quarantine`: articles whose translations are not served. */
export const memoryQuarantineCommand: Command = {
  name: 'memory quarantine',
  purpose: 'Stop serving translations that the memory has only from these articles, or list such articles.',
  usage: '[ID...] [options]',
  operands: { min: 0, max: 200 },
  options: [
    { name: 'release', does: 'Serve their translations again; a killed article stays killed' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory quarantine', 'List the articles in quarantine; killed ones come there by themselves.'],
    ['polywire memory quarantine desk-4711 --release', 'Serve the translations of an article again.'],
  ],
  exits: ['failed', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const isHeld = !args.has('release');
    for (const externalId of args.operands) {
      await client.setQuarantine(externalId, isHeld);
      context.terminal.print(`${externalId}: ${isHeld ? 'in quarantine' : 'served again'}`);
    }
    const articles = await client.quarantine();
    if (args.operands.length === 0) {
      context.terminal.print(articles.length === 0 ? 'No article is in quarantine.' : 'In quarantine:');
      for (const { externalId, since, killed } of articles) {
        context.terminal.print(`  ${externalId}  since ${since}${killed ? '  killed' : ''}`);
      }
    }
    context.terminal.result(articles);
    return 'ok';
  },
};
