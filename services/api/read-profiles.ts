import { ScoreProfile } from '../../shared/memory/profiles/score-profiles.ts';
import { invalid } from './invalid.ts';

/** What the parameter means, for the description of the API. */
export const PROFILES_HELP = `Tools whose score of each pair is told beside ours: ${ScoreProfile.options.join(', ')}`;

/**
 * Reads `?profiles=omegat,okapi`.
 *
 * @throws {PipelineError} `REQUEST_INVALID`, which names the tool that is not known.
 */
export function readProfiles(text: string | undefined): readonly ScoreProfile[] {
  const names = (text ?? '').split(',').filter((name) => name !== '');
  return names.map((name) => {
    const profile = ScoreProfile.safeParse(name.trim());
    if (!profile.success) {
      const detail = `"${name}" is not a tool whose score is known; expected ${ScoreProfile.options.join(', ')}`;
      throw invalid('/query/profiles', detail);
    }
    return profile.data;
  });
}
