// Frequent characters that one of the two writing systems simplified and the other did not.
const SIMPLIFIED = new Set(
  '们这国说时为对会学个来过发经现么从动后开关见长门问间听认让记话还进远运边电车东风飞马鸟鱼龙书习乡买卖乐业义乌云产亲仅仍价众优伤传体儿兰党军农冲决况净凉减几击划则刚创别办务劳势区医华协单历压县参双变号叹员响团园围图圆场块坏处备复头夺妇孙宁实审宽对导层属岁岛币师帅归录态总恶悬惊战户报担择损换据数断无旧显晓术机权条极标树样欢岁残气汉汇沟济测湾满灭灯灵点热爱状独环现电疗监盘确礼种称稳穷竞签简类粮紧红约级纪纯纲纳纵纷组细织终经结给络绝统继绩续维综绿编网罗罚职联胜脑节苏范药获营虑虽补装观规视觉计订讨训议讲许论设访证评识诉词试诗诚该详语误请诸课谁调谈谢负责败货质费贫购赛赞赵跃转轮软轻载较辆输达迁选递郑释钟钢钱铁银锋错键镇阅队阳阴阶际陆陈险随难雾静韩页项顺须顾预领颜题额风饭饮馆骑验黄齐',
);
const TRADITIONAL = new Set(
  '們這國說時為對會學個來過發經現麼從動後開關見長門問間聽認讓記話還進遠運邊電車東風飛馬鳥魚龍書習鄉買賣樂業義烏雲產親僅價眾優傷傳體兒蘭黨軍農衝決況淨涼減幾擊劃則剛創別辦務勞勢區醫華協單歷壓縣參雙變號嘆員響團園圍圖圓場塊壞處備復頭奪婦孫寧實審寬導層屬歲島幣師帥歸錄態總惡懸驚戰戶報擔擇損換據數斷無舊顯曉術機權條極標樹樣歡殘氣漢匯溝濟測灣滿滅燈靈點熱愛狀獨環療監盤確禮種稱穩窮競簽簡類糧緊紅約級紀純綱納縱紛組細織終結給絡絕統繼績續維綜綠編網羅罰職聯勝腦節蘇範藥獲營慮雖補裝觀規視覺計訂討訓議講許論設訪證評識訴詞試詩誠該詳語誤請諸課誰調談謝負責敗貨質費貧購賽贊趙躍轉輪軟輕載較輛輸達遷選遞鄭釋鐘鋼錢鐵銀鋒錯鍵鎮閱隊陽陰階際陸陳險隨難霧靜韓頁項順須顧預領顏題額飯飲館騎驗黃齊',
);

/** The script that a Chinese text is written in, by characters that exist in one of them alone. */
export function hanScriptOf(text: string): 'Hans' | 'Hant' {
  let simplified = 0;
  let traditional = 0;
  for (const character of text) {
    const inBoth = SIMPLIFIED.has(character) && TRADITIONAL.has(character);
    if (inBoth) {
      continue;
    }
    simplified += SIMPLIFIED.has(character) ? 1 : 0;
    traditional += TRADITIONAL.has(character) ? 1 : 0;
  }
  return traditional > simplified ? 'Hant' : 'Hans';
}
