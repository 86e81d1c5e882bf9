/**
 * Family names that stand first in Chinese, Korean and Vietnamese names as English writes them, folded.
 * A name that opens with one is only taken so where its other words have the shape of such names too.
 */
const FAMILY_NAMES: ReadonlySet<string> = new Set(
  `li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han
  tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai
  xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng
  long wan duan lei qian yin chang qiao lai gong wen xi bo hua qi zhan tsai chiang chan wong cheung leung lam kwok
  kim lee park choi jung jeong kang cho yoon yun jang lim lim shin suh seo kwon hwang ahn song ryu hong moon bae
  baek yoo noh roh ko kwak cha ban chung chun oh ri rhee pak paek
  nguyen tran le pham hoang phan vu vo dang bui do ngo duong ly truong dinh trinh luong mai cao to ha ta`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Pinyin, with the shapes of Wade-Giles that are still written. */
const CHINESE =
  /^(?:(?:zh|ch|sh|ts|hs|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ueh|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)){1,2}$/u;
const KOREAN =
  /^(?:(?:kk|tt|pp|ss|jj|ch|[gkndtrlmbpsjhy])?(?:yeo|yae|wae|eui|yu|ya|yo|ye|ae|eo|eu|oe|wa|wo|wi|ui|ee|oo|ou|a|e|i|o|u)(?:ng|ck|[knltmpr])?){1,2}$/u;
const VIETNAMESE =
  /^(?:ngh|ng|nh|kh|gh|gi|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?(?:uye|uya|ieu|yeu|uoi|uou|oai|oay|uay|uoc|ia|ie|ye|ua|uo|oa|oe|uy|ai|ao|au|ay|eo|eu|iu|oi|ui|uu|a|e|i|o|u|y)(?:ng|nh|ch|[cmnpt])?$/u;

/**
 * Tells whether a name opens with the family's name: "Xi Jinping", "Lee Jae-myung", "Pham Minh Chinh";
 * not "Kim Kardashian", "Lee Harvey Oswald". `units` are folded tokens per unit of the name.
 */
export function isFamilyFirst(units: readonly (readonly string[])[]): boolean {
  const [family = [], ...given] = units;
  const rest = given.flat().filter((key) => key !== '-');
  if (family.length !== 1 || !FAMILY_NAMES.has(family[0] ?? '') || rest.length === 0 || rest.length > 3) {
    return false;
  }
  return [CHINESE, KOREAN, VIETNAMESE].some((shape) => rest.every((key) => shape.test(key)));
}
