/** Words before a person's name, folded. */
export const TITLES: ReadonlySet<string> = new Set(
  words(`president minister premier chancellor king queen prince princess pope sheikh sultan emperor
    mr mrs ms miss dr prof professor sir dame lord lady rev reverend father sister rabbi imam cardinal bishop
    archbishop senator sen representative rep congressman congresswoman governor gov mayor ambassador envoy
    secretary spokesman spokeswoman spokesperson chairman chairwoman chairperson chair director ceo chief
    commissioner judge justice prosecutor attorney lawyer general gen colonel col captain capt major maj
    lieutenant lt sergeant sgt admiral commander officer detective sheriff coach striker midfielder defender
    goalkeeper actor actress singer author writer analyst economist researcher scientist activist journalist
    developer engineer designer manager diplomat lawmaker leader founder treasurer dictator counterpart wife husband daughter son`),
);

/** Verbs that people do, right behind their name. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  words(`said says told added adds wrote writes stated argued insisted claimed warned tweeted announced replied
    responded acknowledged admitted believes thinks noted explained recalled testified joked quipped`),
);

/** Last words of an organization's name; the first ones where "of" or "for" follows. */
export const ORG_HEADS: ReadonlySet<string> = new Set(
  words(`ministry department agency bureau office authority administration council commission committee congress
    senate parliament assembly court tribunal party union association federation confederation league alliance
    organization organisation foundation institute institution university college school academy bank fund group
    corp corporation inc ltd llc plc company co holdings industries airlines airways motors technologies
    laboratories pharmaceuticals energy police army navy guard corps forces brigade cartel club team society
    church hospital museum library center centre network news times post journal herald tribune gazette
    television radio secretariat treasury consortium community chamber coalition front movement trust board service services
    directorate embassy consulate exchange syndicate cooperative caucus regiment battalion press telegraph observer
    chronicle enterprises entertainment studios securities insurance petroleum telecom breweries`),
);

/** Last words of a place's name. */
export const PLACE_HEADS: ReadonlySet<string> = new Set(
  words(`river lake bay gulf strait sea ocean island islands mountain mountains valley desert peninsula canyon
    province county district region state prefecture oblast airport square street avenue road boulevard bridge
    park beach port harbor harbour canal forest falls coast city village palace stadium`),
);

/** First words of a place's name. */
export const PLACE_OPENERS: ReadonlySet<string> = new Set(
  words('mount lake cape fort port san santa saint st gulf strait'),
);

/** Last words of an event's name. */
export const EVENT_HEADS: ReadonlySet<string> = new Set(
  words(`summit games olympics cup championship championships festival forum conference war marathon prix
    tournament expo oscars bowl revolution uprising protests accords agreement treaty pact protocol`),
);

/** Words that carry no name where they begin a sentence or a title, folded. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  words(`a an the this that these those he she it we you they i his her its our their my your who what when
    where why how which in on at by for from to of with without under over after before during since until while
    as if and or but nor so yet because although though however therefore meanwhile moreover furthermore also
    then now there here not no yes all any some many most few several both each every other another such one two
    three four five six seven eight nine ten first second third last next new more less about according despite
    including like among between against through across around near is are was were be been has have had do does
    did will would can could may might must should let it's there's that's i'm we're don't officials experts
    critics authorities police today yesterday tomorrow still just only even once`),
);

/** Acronyms that name no organization, folded. */
export const PLAIN_ACRONYMS: ReadonlySet<string> = new Set(
  words(`tv ceo cfo cto pm am ai it gdp vat dna rna hiv aids covid usb pdf html http id ok faq diy mvp phd mba
    gps atm suv ac dc vip pr hr pc ii iii iv vi vii viii ix xi xii ad bc est gmt utc photo breaking update asap eta rip`),
);

/** Lower-case words inside a person's name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  words('de la del las los da das do dos du di van von der den ter bin ibn al el le ben y e'),
);

/** Common given names: enough to tell a person from a company where nothing else does. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  words(`james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
    mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob
    gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander patrick
    raymond jack dennis jerry tyler aaron jose adam henry nathan peter zachary kyle walter ethan jeremy harold carl
    keith roger arthur terry lawrence sean austin mary patricia jennifer linda elizabeth barbara susan jessica sarah
    karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah
    stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha
    katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia
    juan carlos luis miguel pedro jorge manuel francisco antonio alejandro fernando rafael javier sergio diego pablo
    claudia ana isabel lucia carmen rosa elena sofia gabriela marta andrea paula beatriz ines jean pierre marie
    francois jacques michel philippe nicolas claire sophie hans klaus jurgen wolfgang heinrich petra ursula sabine
    giovanni giuseppe marco luca matteo giulia francesca vladimir sergei dmitry ivan alexei mikhail nikolai olga
    natalia tatiana yuri oleg igor mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim khalid fatima
    aisha yusuf mustafa abdul hamid karim rashid hiroshi kenji takashi yuki akira wei li ming jun yong min raj
    amit sanjay priya anil sunil vijay ravi kwame kofi chinua amina nguyen tran joao paulo ricardo eduardo marcelo
    roberto mario alberto oscar victor hugo martin simon tom ben joe sam max leo anne kate jane alice lucy grace
    mike bill jim bob dave chris dan steve jeff rob matt nick tim alex greg pete rick tony kim andy ken ron don`),
);

function words(list: string): readonly string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}
