import { fold } from '../../../shared/text/fold.ts';

/** Given names that tell whose order a name has in its own language, folded. */
const GIVEN_NAMES: Readonly<Record<'hu' | 'ja', ReadonlySet<string>>> = {
  hu: words(`zoltan laszlo istvan janos jozsef gabor attila ferenc sandor tibor andras gyorgy balazs zsolt miklos
    lajos csaba karoly gergely levente bence katalin erzsebet ildiko zsuzsanna judit timea noemi reka eniko`),
  ja: words(`shinzo sanae fumio shigeru yoshihide taro junichiro naoto yukio kenji hiroshi takashi akira makoto
    satoshi kazuo toshiro masahiro yasuo hideki kenta daisuke takeshi koji shinji yoko yuriko keiko haruki hayao
    akio masayoshi toshimitsu yoshimasa katsunobu shohei yuzuru kento hirokazu ryuichi yuki ayumi michiko masako
    naruhito akihito fumihito tetsuya tadashi noboru minoru osamu kiyoshi haruto sakura`),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u));
}

/** The words of a name with the family's first, where its people name themselves so and `languages` do too. */
export function orderedWords(
  name: readonly string[],
  languages: readonly ('hu' | 'ja')[],
): readonly string[] {
  const [given = '', family = ''] = name;
  const isTurned =
    name.length === 2 &&
    languages.some(
      (language) => GIVEN_NAMES[language].has(fold(given)) && !GIVEN_NAMES[language].has(fold(family)),
    );
  return isTurned ? [family, given] : name;
}
