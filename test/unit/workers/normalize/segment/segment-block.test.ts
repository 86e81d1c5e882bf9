import { describe, expect, it } from 'vitest';
import { normalized, segmentTexts } from '../support.ts';

describe('segmentBlock', () => {
  it.each<[string, string[]]>([
    ['en', ['Mr. Smith met Dr. J. K. Rowe on Jan. 5.', 'They spoke.']],
    ['en', ['The U.S. Department of State agreed.', 'He lives in the U.S. now.']],
    ['en', ['He left the U.S.', 'The court agreed.']],
    ['en', ['It opens at 9 a.m. Monday.', 'It closes at 5 p.m.', 'Officials left early.']],
    ['en', ['See No. 5 and Fig. 3.', 'It cost 3.14 dollars.']],
    ['en', ['"Why?" he asked.', '"I do not know!" she said.']],
    ['en', ['He paused... and went on.', 'Then he left.']],
    ['en', ['She said: "It is late."', 'He agreed.']],
    ['en', ['(It was late.)', 'He agreed.']],
    ['en', ['George W. Bush spoke.', 'Nobody listened.']],
    ['es', ['La Sra. Pérez vive en EE. UU. desde 2010.', 'El Dr. Gil llegó ayer.']],
    ['fr', ['M. Durand et Mme Petit sont là.', 'Le Dr. Blanc arrive.']],
    ['de', ['Das ist z. B. am 3. Oktober der Fall.', 'Der Verein feiert.']],
    ['pt', ['O Sr. Silva chegou.', 'A Dra. Lima saiu.']],
    ['it', ['Il sig. Rossi è arrivato.', 'La dott.ssa Verdi è uscita.']],
    ['vi', ['TS. Nguyễn Văn An đến Tp. Huế.', 'Ông nói ngắn gọn.']],
    ['ru', ['Он живёт на ул. Ленина с 2010 г. и работает.', 'Это видел И. И. Иванов.']],
    ['ja', ['これは最初の文です。', 'これは次の文です。']],
  ])('cuts %s text into its sentences: %j', async (sourceLocale, sentences) => {
    const join = sourceLocale === 'ja' ? '' : ' ';
    expect(await segmentTexts(sentences.join(join), { sourceLocale })).toEqual(sentences);
  });

  it('never cuts a code: a sentence end inside bold text is no break', async () => {
    expect(await segmentTexts('He said **it is late. We go** and left. Then they went.')).toEqual([
      'He said it is late. We go and left.',
      'Then they went.',
    ]);
  });

  it('cuts after a code that ends with its sentence', async () => {
    const document = await normalized('**It is late.** We go.');
    expect(document.segments.map(({ text, codes }) => [text, codes.length])).toEqual([
      ['It is late.', 1],
      ['We go.', 0],
    ]);
  });

  it('keeps a footnote mark with the sentence that it closes', async () => {
    expect(await segmentTexts('It is late.[^1] We go.\n\n[^1]: A note.')).toEqual([
      'It is late.\uFFFC',
      'We go.',
      'A note.',
    ]);
  });

  it('starts a sentence with a code span', async () => {
    expect(await segmentTexts('It is late. `npm` installs it.')).toEqual([
      'It is late.',
      '\uFFFC installs it.',
    ]);
  });

  it('numbers the codes of each segment from 1', async () => {
    const document = await normalized('One *a* and **b**. Two *c*.');
    expect(document.segments.map((segment) => segment.codes.map((code) => code.id))).toEqual([[1, 2], [1]]);
  });

  it('keeps the white space between sentences as what joins them', async () => {
    const document = await normalized('One. Two.');
    expect(document.segments.map((segment) => segment.joinBefore)).toEqual(['', ' ']);
  });

  it('cuts a long text where it would cut its parts', async () => {
    const sentence = 'The port of Lisbon is open for ships of every size today.';
    const texts = await segmentTexts(Array.from({ length: 600 }, () => sentence).join(' '), {
      format: 'text',
    });
    expect(texts).toHaveLength(600);
    expect(new Set(texts)).toEqual(new Set([sentence]));
  });
});
