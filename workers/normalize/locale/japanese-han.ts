// Characters that Japan simplified in its own way or made: Chinese of neither writing has them.
const JAPANESE_ONLY = new Set(
  '圧囲壱隠栄営駅塩縁桜拡楽勧歓観気帰犠戯拠駆掲渓経鶏撃倹剣圏検権顕験厳広効鉱砕斎剤桟賛歯釈渋縦粛処奨焼浄剰畳縄壌嬢譲醸触嘱髄瀬斉摂専戦銭曽捜騒蔵臓沢鋳聴勅逓鉄転伝稲闘徳弐悩脳覇売発髪抜浜払仏辺変弁弥舗穂豊毎満薬訳揺謡頼覧竜塁涙隷霊齢労働込畑峠枠匂辻栃塀読乗巣単弾団図対応価仮覚恵継軽実従歩渇徴両総続択帯県郷歳戻様雑殻姉値歴暦収済録緑',
);
/** Least share of them: a Chinese text may quote a Japanese name. */
const MIN_SHARE = 0.02;
/** A longer text would have kana. */
const MAX_LENGTH = 60;

/** Whether a text in Han characters without kana, such as a headline, is Japanese. */
export function isJapaneseHan(text: string): boolean {
  let japanese = 0;
  for (const character of text) {
    japanese += JAPANESE_ONLY.has(character) ? 1 : 0;
  }
  return text.length <= MAX_LENGTH && japanese / text.length > MIN_SHARE;
}
