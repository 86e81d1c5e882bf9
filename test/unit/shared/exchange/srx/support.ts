/** Rules for English ("Mr." is no end, a full stop before a capital is) and for all ("?" is one). */
export function srxFile({ cascade }: { readonly cascade: boolean }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="${cascade ? 'yes' : 'no'}"><formathandle type="start" include="no"/></header>
  <body>
    <languagerules>
      <languagerule languagerulename="Default">
        <rule break="yes"><beforebreak>[?]+</beforebreak><afterbreak>\\s</afterbreak></rule>
      </languagerule>
      <languagerule languagerulename="English">
        <rule break="no"><beforebreak>\\bMr\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
        <rule break="yes"><beforebreak>\\.</beforebreak><afterbreak>\\s+[A-Z]</afterbreak></rule>
      </languagerule>
    </languagerules>
    <maprules>
      <languagemap languagepattern="EN.*" languagerulename="English"/>
      <languagemap languagepattern=".*" languagerulename="Default"/>
    </maprules>
  </body>
</srx>`;
}
