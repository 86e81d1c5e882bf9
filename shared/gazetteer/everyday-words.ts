/**
 * Words that are also names of places, people or bodies, per language, folded. As a name they need
 * their capital, and where a sentence begins, another mention that is surely the name.
 */
const EVERYDAY: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`us who it or in un may march april june august reading turkey china japan chad jersey nice bath
    mobile cork split buffalo phoenix orange eden hope date victoria bend union liberal independence lima male
    hull deal sale rugby sandwich derby battle rye ware barking poole wells lewes tours nancy cannes lens
    angers mission providence salem surprise normal hell paradise boulder golden aurora concord normandy
    brest polish pole poles danish dane finn lao swede turk french bologna cologne essen halle worms kiel
    champagne burgundy cayenne dover ham lancaster warwick stock bond price rice brown green white black
    young long short king bush wood stone field hill lake ford carter cook baker hunter mason page ray grant
    mark bill frank jack rob will rich pat sue grace joy rose lily daisy ivy olive ruby pearl amber crystal
    dawn eve summer autumn may case chase sky banks rivers waters woods brooks fields hood law day knight
    bishop pope prince duke earl star apple target gap shell visa oracle delta united southwest time times
    people life fortune money post mirror sun guardian independent observer mail express globe herald
    tribune nature science cell meta alphabet amazon windows office word teams zoom slack square block
    stripe chase discover capital general national international central mill bank church house senate
    congress parliament state treasury force guard mint mercury saturn venus mars jupiter pluto earth moon
    georgia jordan cuba mali niger togo oman peru guinea turk bat lodz yap nauru mercy gary flint reno`),
  fr: words(`tours nice lens nancy orange sens caen vienne mende foix pau laval mans la le les un une or ou
    et en on us an air mer terre monde croix figaro liberation humanite point express`),
  de: words(`essen halle worms kiel bad berg burg ulm hof stein wesel main rhein welt zeit spiegel stern bild
    rot gruene linke union reich fall kassel lauf regen buch see alt neu us an in es`),
  es: words(`la los las una un leon palma palmas vigo cuenca lugo mundo pais razon vanguardia hora union
    nacion tiempo paz granada valencia merida rosario cordoba santa cruz es us`),
  pt: words(`natal vitoria fortaleza salvador belem porto faro braga beira praia globo folha estado veja
    povo uniao paz sol os as um uma us`),
  it: words(`pisa asti pace como lodi rovigo bari lecce trento stampa repubblica sole ore giorno messaggero
    unione la lo il un una us`),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u));
}

/** Tells whether `folded` is a word of `language` that says little by itself; English is asked for all. */
export function isEverydayWord(folded: string, language: string): boolean {
  return EVERYDAY[language]?.has(folded) ?? EVERYDAY['en']?.has(folded) ?? false;
}
