import type { Rules } from './grammar.ts';

/** English. */
export const english: Rules = {
  body: `the city council | the port authority | the transport ministry | the regional court |
    the teachers' union | the harbour master | the finance committee | the electricity company |
    the hospital board | the fishing cooperative | the governor's office | the national bank |
    the weather service | the coast guard | the housing association | the statistics office |
    the prosecutor | the opposition | the shipping line | the university | the railway operator |
    the mayor | the water company | the border agency | the tenants' council | the fire service |
    the parliament | the customs office | the culture fund | the football association |
    the health ministry | the ferry company | the farmers' federation | the planning board`,
  person: `{first} {last}`,
  first: `Anna | Marek | Ilze | Henrik | Nadia | Samir | Tove | Pavel | Olga | Ruta | Yusuf | Elin |
    Dag | Mirel | Saara | Toomas | Rein | Eeva | Jaan | Maret | Farid | Leyla | Oskar | Ines`,
  last: `Kessler | Tuomi | Brandt | Solberg | Haddad | Aziz | Lind | Dronov | Vereten | Ozol | Karam |
    Marsk | Orsolin | Tachova | Nilm | Kiel | Maasik | Lund | Pihl | Ilves | Rahimi | Sabet | Falk |
    Moreno | Petrov | Winther | Aldou | Sorel | Hakim | Voss`,
  role: `a spokesman for {body} | who heads the inquiry | the deputy director | an engineer |
    who has worked there for {3-30} years | a lawyer for the residents | the chair of the committee |
    a nurse on the night shift | an economist | the captain | who represents the drivers`,
  verb: `approved | postponed | defended | withdrew | published | questioned | rejected | reviewed |
    signed | amended | delayed | suspended | proposed | announced | dropped | debated | backed`,
  thing: `the plan for the {adjective} quay | a contract for {12-90} new buses | the {adjective} budget |
    the reform of school meals | a loan of {2-90} million | the rules for short lets |
    the licence of the {adjective} mine | an agreement on grain shipments | the {adjective} rail line |
    the report on the fire at the warehouse | the sale of {3-60} public flats | a ban on night flights |
    the merger of two clinics | the tender for the {adjective} bridge | the fishing quota |
    the price of heating | a law on public records | the {adjective} election calendar |
    the list of protected buildings | an appeal against the ruling | the water tariff`,
  adjective: `northern | eastern | old | new | delayed | disputed | regional | temporary | second |
    public | central | western | coastal | annual | revised`,
  time: `on Monday | on Tuesday | on Wednesday | on Thursday | late on Friday | over the weekend |
    this week | last month | in the spring | after a debate of {3-9} hours | before dawn |
    for the first time in {4-40} years | in a closed session`,
  place: `in the harbour district | at the town hall | near the market | in the northern province |
    along the river | at the central station | on the islands | in the capital | across the border |
    outside the courthouse | in {4-30} municipalities`,
  number: `{12-95} per cent | {2-90} million | about {110-980} people | {3-40} of {41-90} members |
    {1100-9800} households | a little over {3-9} kilometres | roughly {200-900} pages`,
  people: `about {110-980} people | {1100-9800} households | {3-40} of {41-90} members | {2-9} families`,
  reason: `the figures had not been checked | the money ran out in the autumn |
    nobody had asked the residents | the contract ends in {3-11} months | the ice came early |
    two inspectors had warned of it | the work cannot wait for another winter |
    prices have risen by {3-29} per cent | the documents were not made public |
    the court has still to rule | the company missed {2-6} deadlines | the road floods every year`,
  claim: `the decision would stand | {number} had been affected | the work would begin {time} |
    {body} had not been consulted | the cost had risen to {number} | there was no other way |
    the rules were clear | the vote should be repeated | the list was incomplete |
    an answer was expected {time} | the talks had reached a dead end | it had been a mistake`,
  sentence: `{Body} {verb} {thing} {time}. | {Body} {verb} {thing} {place}, because {reason}. |
    {Body} {verb} {thing}, and {people} will feel it within months. |
    The decision affects {people} {place}, according to {body}. |
    {Person}, {role}, said {time} that {claim}. | "{Reason}," said {person}, {role}. |
    "We were told that {claim}," {person} said. "That was {time}." |
    Documents seen by this newspaper show that {reason}. | {Body} declined to comment {time}. |
    The question came up {place}, where {people} had signed a letter to {body}. |
    Since then {reason}, and {body} {verb} {thing}. |
    It was {time}, {place}, that {person} first heard that {claim}. |
    What {body} will do now is open: {reason}. | According to {person}, {claim}. |
    {Body}, which {verb} {thing} {time}, did not say why. |
    Of the {11-90} people named in the report, most live {place}. |
    A year ago {body} {verb} {thing}; today {reason}. |
    Nobody disputes that {reason}. The dispute is about {thing}. |
    In a statement of {3-40} lines, {body} said that {claim}. |
    {Person} remembers it well. It was {time}, and {reason}.`,
  headline: `{Body} {now} {thing} | {Thing}: what {body} knew | Why {body} {verb} {thing} |
    {Body} under pressure over {thing} | {People} wait for {thing} | How {thing} divides the coast |
    {Person}: "{claim}" | {Thing} {place} goes to court | No answer on {thing} | After {thing}, silence`,
  now: `approves | postpones | defends | withdraws | questions | rejects | reviews | signs | delays |
    suspends | proposes | drops | debates | backs`,
  standfirst: `{Body} {verb} {thing} {time}. Now {people} want to know why. |
    {Reason}, and {body} has to decide before the summer. |
    For {3-20} years it was put off. Then {reason}. | {Person} says that {claim}. The papers say otherwise.`,
  heading: `What is still open | How it began | A question of money | The second report |
    What {body} says | Who decides | No way back | The view from the quay | What happens next`,
  item: `{Thing}, {time} | {number} {place} | {body}, {time} | {thing} | {claim}`,
  title: `The case in figures | What is known | {Thing} | The people | A short history`,
  cell: `{Adjective} line | {Adjective} quay | Town hall | Harbour | Market | Islands | Schools | Clinics`,
  columns: `Place | District | Department | Year`,
  caption: `{Body} {place}. | The scene {place} {time}. | {Person} {place} {time}.`,
  alt: `People stand in a row {place}, a low sky behind them. | A long building {place} in evening light. |
    A crane and {2-9} boats {place}, seen from above. | An empty hall with {4-40} chairs and a table.`,
  reference: `as this newspaper reported {time} | an earlier decision | the first report on {thing} |
    had refused it before | {person}'s account | what {body} said then`,
  correction: `An earlier version gave the figure as {12-95}; it is {12-95}. |
    An earlier version misspelled the name of {person}. |
    An earlier version said that {body} {verb} {thing}. It has not yet done so.`,
  update: `{Body} {now} {thing} | {Person}: {claim} | {People} {place} | Still no word from {body}`,
  topic: `{Adjective} {matter} | {matter} {area} | {area} {matter}`,
  matter: `budget | elections | housing | strike | courts | schools | harbour | fishing | trains |
    climate | energy | hospitals | border | archives | water | farming | museums | wages | storms`,
  area: `talks | inquiry | reform | crisis | north | islands | capital | prices | history | safety |
    workers | law | plans | trade`,
  work: `The {adjective} harbour | {last}'s {adjective} winter | A {adjective} history of {matter} | The last {matter}`,
  city: `SKARNE | ORVANA | PORT HOLM | LAVEN | TESHIA | KALDA | MIRELLE | NORDHAVN`,
  agency: `Northwire | Staff | Coastal News Agency`,
  brand: `Holm Line | Kalda Savings Bank | Nordhavn Foods`,
};
