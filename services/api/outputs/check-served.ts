import { PipelineError } from '../../../shared/errors/errors.ts';
import type { VersionRecord } from '../../../shared/stores/article-store.ts';

/** Whether an article's outputs may be given away now. */
export function mayBeServed(record: VersionRecord, now: number): boolean {
  return record.pubStatus === 'usable' && !isEmbargoed(record, now);
}

function isEmbargoed({ embargoedUntil }: VersionRecord, now: number): boolean {
  return embargoedUntil !== undefined && Date.parse(embargoedUntil) > now;
}

/**
 * Lets an article pass whose outputs may be given away now.
 *
 * @throws {PipelineError} `ARTICLE_KILLED`, `OUTPUT_WITHHELD`, or `OUTPUT_EMBARGOED` with the time
 *   from which it is served.
 */
export function checkServed(record: VersionRecord, now: number): void {
  const name = `Article "${record.externalId}"`;
  switch (record.pubStatus) {
    case 'canceled':
      throw new PipelineError('ARTICLE_KILLED', `${name} was killed; remove every copy of it`);
    case 'withheld':
      throw new PipelineError('OUTPUT_WITHHELD', `${name} is withheld; it is served once it is released`);
    case 'usable':
      break;
  }
  const until = record.embargoedUntil;
  if (isEmbargoed(record, now)) {
    throw new PipelineError('OUTPUT_EMBARGOED', `${name} is under embargo until ${until}`, {
      details: { embargoedUntil: until },
    });
  }
}
