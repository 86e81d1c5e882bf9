const LEGAL =
  /^\W*(?:©|\(c\)\s*\d{4}|copyright\s*(?:©|\(c\)|\d{4})|all rights reserved|unless (?:otherwise )?(?:stated|noted|indicated)|except (?:as|where) (?:otherwise )?(?:stated|noted)|this (?:work|site|article|page|content) is licen[sc]ed|sofern nicht anders|alle rechte vorbehalten|soweit nicht anders|sauf (?:mention|indication) contraire|tous droits réservés|salvo (?:que se indique|indicación)|todos los derechos reservados|todos os direitos reservados|exceto onde|tutti i diritti riservati|salvo dove|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|版权所有|著作權|無断転載|無断複写|무단 ?전재|جميع الحقوق محفوظة|כל הזכויות שמורות)/iu;
const MAX_LINE = 400;

/** Whether a line states the rights in a site's content: it stands under articles, not in them. */
export function isLegalLine(line: string): boolean {
  return line.length <= MAX_LINE && LEGAL.test(line);
}
