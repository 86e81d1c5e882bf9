import { Locale } from '../../../../shared/document/locale.ts';
import type { CheckedPair } from '../../../../shared/quality/checked-pair.ts';
import { createRenderDeps } from '../../../../workers/render/deps.ts';
import { checkedNames } from '../../../../workers/render/quality-checks.ts';
import { createTagEntitiesDeps } from '../../../../workers/tag-entities/deps.ts';
import { tagEntities } from '../../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../../support/builders.ts';
import type { DataFolder } from '../../data-folder.ts';
import { codedMarkdown } from '../../memory/coded-markdown.ts';
import { docsTexts, newsTexts } from '../human-texts.ts';

/** A human translation as the checks get it, with where it is from. */
export interface CheckedText {
  readonly corpus: 'news' | 'docs';
  /** Number of its document in the corpus. */
  readonly document: number;
  readonly pair: CheckedPair;
}

const ENGLISH = Locale.parse('en');

/** Every human translation of the two corpora beside its source, names and values of the source tagged. */
export async function checkedTexts(data: DataFolder): Promise<readonly CheckedText[]> {
  const tagger = await createTagEntitiesDeps();
  const { nameReader: reader } = await createRenderDeps();
  const tagged = new Map<string, ReturnType<typeof tagEntities>>();
  const overlayOf = (text: string): ReturnType<typeof tagEntities> => {
    const overlay = tagged.get(text) ?? tagEntities(documentOf([[text]]), tagger);
    tagged.set(text, overlay);
    return overlay;
  };
  const corpora = [
    { corpus: 'news' as const, texts: newsTexts(data), coded: (text: string) => ({ text, codes: [] }) },
    { corpus: 'docs' as const, texts: docsTexts(data), coded: codedMarkdown },
  ];
  return corpora.flatMap(({ corpus, texts, coded }) =>
    texts.map(({ english, locale: tag, document, raw }) => {
      const locale = Locale.parse(tag);
      const [source, target] = [coded(english), coded(raw)];
      const { mentions, entities } = overlayOf(source.text);
      const names = checkedNames(mentions, new Map(entities.map((entity) => [entity.id, entity])), locale);
      return {
        corpus,
        document,
        pair: {
          source: source.text,
          target: target.text,
          sourceLocale: ENGLISH,
          locale,
          mentions,
          names,
          reader,
          codes: { source: source.codes, target: target.codes },
        },
      };
    }),
  );
}
