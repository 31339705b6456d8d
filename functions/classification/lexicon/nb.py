# Written as tables: a phrase a line would bury the whole.
# ruff: noqa: E501
# fmt: off
"""Norwegian: Bokmål and Nynorsk together, as people mix them."""

from functions.classification.lexicon.shape import Cues, Lexicon

_CUES: Cues = {
    "trouble": {
        2: """betaler full pris; stenger ~ men; bestilte str; lekk*; oversvømt; oversvømmelse; skrape; riper; ripe; bulk; skjev*; skjevt; vil ikke bytte; strømmen gikk; gikk strømmen; bytta ut med; sa fra; gjaldt (visst)? ikke; i ustand; helt stille; stille; umulig; forsvunnet; forsvant; borte vekk; ødelegg*; mugg; muggen; utgått; rå; svidd; våt; revet; lurt; lurer oss; løy; juks*; trenering; nekter; nektet; stengte; sperret; fikk aldri; ingen sa; nede; nettsida ~ nede; ikke et ord; falt av; sprakk; sprukket; rusten; hakker; fryst; søl; full av; tomt for; kun kaldt; bare kaldt; uteblitt; uteble; ignorer*; glemt; glemte; mangelfull*; endte på; likevel; tapt; (funker|virker|fungerer|går|starter|lader|svarer|kommer|hjelper|stemmer|åpner|dekker) (ikke|ikkje|aldri|heller ikke); (ikke|ikkje|aldri) (funker|
        virker|fungerer|svarer|kommet|levert|mottatt|hentet|henta|fått|betalt|lov|fungert|dukket|godt nok|logget|logge); (får|kan|klarer|vil) (ikke|ikkje); (slår|
        slår seg) ~ ikke ~ på; ingen (svarer|tar|vet|bryr|brydde|kommer|informasjon|svar|hjelp|her|fra|ringer|har|gjør|refusjon); uten (strøm|vann|internett|
        nett|svar|refusjon|varme|varsel|dekning|signal|grunn|trygghetsalarm|telefon|beskjed|et ord); ute av drift; ødelagt; øydelagt; defekt*; knust; (er|vært|ligger|gått) nede; død;
        (innstilt|kansellert|forsinka|forsinket|forsinkelse*); (trukket|belastet|fakturert) (meg)? ~ (to ganger|dobbelt); dobbelt (trukket|
        belastet|fakturert); to ganger for; har dere trukket; (elendig|skandale|skandaløs*|pinlig|håpløs*|ubrukelig*|horribel*|forferdelig*|uakseptabel*|
        uakseptabelt|latterlig*|jævlig|jævla|dritt*|drit*|katastrofe|svindel|tyveri|frustrert*|skuffet|skuffa|skuffende|urimelig|uforskammet|frekt|skam|skammelig|flaut|vits|søppel|
        rævva|møkk|idiotisk); skamme; for en vits; (aldri|ikkje|ikke) meir; i telefonkø; legger de på; (la|legger) på røret; fortsatt (ikke|under|ingen|venter|
        nede); ennå (ikke|ikkje); enda ikke; (har|sitter|sitte) ~ (ventet|venta|vente); stått i kø; stå i kø; brunt vann; strømstans; strømbrudd; står fast; står
        stille; skulle (komme|kommet|vært|hatt|være|levert*) ~; bytter ~ til; kjøper aldri; (sviktet|svikta|feilet|streiker|krasjer|henger|kræsjer); klage;
        misfornøyd; hår i; dukka aldri opp; dukket aldri opp; får ikke; ikkje svar; rotter; kakerlakk*; veggdyr; mista nesten; mistet nesten; taper penger; kjørte (rett)? forbi; til helvete;
        dere krever; nekter (å)?; trakk på skuldrene; sa en ting; lei av; drittlei; for ingenting; tar livet av meg; for sent; kommer meg ikke; noen har tatt opp""",
        1: """problem*; feil; sein*; sen; sent; treg*; tregt; kaldt; kald; dårlig*; dårleg*; venter; ventet; venta; kø; dyrt; dyrere; igjen; refusjon; rart; utrolig; gebyr; kveld etter kveld; øker prisen; nede; mangler; ingenting; borte; lukter; røyk; fikk 38;
        hva skjer; krever; svar; hvorfor; fryser; når kommer; skuld*; aldri; ikke; ikkje; ingen; uten; stengt; skittent; skitten; bråk*; gang på gang; lyver; løgn; lovet; lova; virkelig; kunne gått; helt utrolig; fikk; hva er dette; rot; syk; surr; oppgitt""",
    },
    "praise": {
        2: """skryt til; reddet (hele)? (ferien|dagen|turen); redda (hele)? (ferien|dagen|turen); haha; morsomme; morsom; keep it up; stå på; fortjener (lønnsøkning|ros|skryt); råflott; kanon; glimrende; over all forventning; helt konge; konge; digg; heia; dere er best; beste; hjertelig takk; imponerende rask; ordnet på; terningkast seks; suveren*; proff*; (tusen|hjertelig|mange)? takk (til|for|så); tusen takk; kjempefornøyd; veldig (fornøyd|hyggelig|bra|flink*|god*); anbefal*; bra jobba; godt jobba; flott (service|jobb); fantastisk*;
        strålende; supert; topp; perfekt; kjempebra; kjempefin*; imponert; utmerket; tommel opp; skryt; aldri hatt et problem; ingen klager; gikk på skinner;
        utrolig (bra|hyggelig|flink*|god|fornøyd); knallbra; råbra; elsker; super (service|opplevelse); stor ros; ros til; gode folk; verdens beste; fornøyd med; topp service; eg er glad; koselig""",
        1: "takk; bra; fornøyd; flink*; hyggelig; presis; rask*; fint; god; glad; 👏; ❤; 😊; 👍; stabilt; funker; rydda; flott; imponerende",
    },
    "greeting": {2: "god (helg|morgen|kveld|natt|jul|påske|sommer|dag|17); gratulerer med dagen; hyggelig helg; ha en (fin|god|flott) (dag|helg|uke|kveld)"},
    "solved": {2: "problemet er løst; (er|ble|har)? (løst|ordna|ordnet|fikset|fiksa) (nå|seg|alt|opp); ordna alt; ordnet alt; (funker|virker|fungerer) (igjen|nå); i orden nå; saken er løst; på plass igjen; endelig (løst|i orden|ordna)"},
    "question": {
        2: """kan ~ (være med|få|bruke|ta med|betale|ha); gjelder ~; vet dere (når|om|hva|hvor); når kommer; hvor lenge; må (jeg|man|vi|en); trenger (jeg|man); er dere åpne; er det gratis; inkluderer; trengs det; skal det; når (åpner|stenger|kommer|går|er|får|kan|starter|åpne*|opnar|opner); hva koster; kva kostar; hvor (mye|lenge|kan|finner|er|mange|langt); har (dere|de|dokker) ~ (gratis|wifi|åpent|på lager|
        parkering|lader|tilbud|noe); kan (jeg|eg|vi|man|dere) ~; går (bussen|toget|flyet|båten|ferga|trikken|det|an); går det an; er det (mulig|mogleg|åpent|noen|fritt|lov); hvordan (kan jeg|gjør|får jeg|bestiller|går); selger dere; er (batteriet|den|det|de); lurer (på|bare); noen som vet; finnes det; tar dere; hvilke*; kva tid; når er; et spørsmål; spørsmål om; får jeg""",
        1: "hei; når; hva; hvor; hvordan; kva; kor; hvem; kan",
    },
    "suggestion": {2: "hva med å; la oss; kunne dere (ikke)? (vurdere|lagt|satt|hatt); hadde vært en ide; burde (vært|hatt|lages); kunne (vært|vore) (fint|greit); ville vært (fint|lettere|nyttig|supert|greit); har dere (vurdert|tenkt på); sett opp; flere (benker|ladere|avganger|søppelkasser) (på|ved|i|takk); mangler (en|et) (knapp|funksjon); hadde vært (fint|bra|kult|greit|nydelig|supert|digg|gøy) (med|om|hvis|å); forslag; foreslår; (dere|de) (burde|bør|kunne|skulle) (ha|hatt|lage|legge|sette|få|vurdere|tilby|åpne|innføre|legge til|gjøre det mulig); kan dere ikke (legge|lage|sette|innføre); la oss (velge|få|slippe); ønsker meg; et tips; hva med å; det hadde vore fint; burde det ikke være"},
    "spam": {
        2: "(bitcoin|btc|krypto*|crypto*|forex|trading); (følgere|likes|followers) ~ (billig*|gratis|kjøp|ekte|send); billige følgere; tjen ~ (dagen|uka|hjemmefra|måneden|enkelt); klikk (på)? (linken|her|link*); link i bio; linken i bioen; vinn (en|et) ~ gratis; giveaway; lik og del; forbrukslån; raske penger; passiv inntekt; du har vunnet; onlyfans; gratis iphone; tjen penger",
        1: "bit.ly; t.me; wa.me; dm; gratis; 🚀; 💰; 👉; pm meg; promo; rabattkode; hjemmefra",
    },
    "outside": {2: "naboen; naboer; min nabo; naboene; sjefen min; eksen; eksen min; regjeringen; dommeren; svigermor; broren min"},
    "billing": {
        3: "refusjon*; refund*; trukket (meg)? ~ (to ganger|dobbelt)",
        2: "depositum*; betale med; strømregning*; premie; giro; overfakturer*; dobbelttrukket; påslag; ekstra betalt; husleie; trukket; trekk; belast*; faktur*; refusjon*; refund*; gebyr*; pris; prisen; priser; priset; koster; krever ~ (dollar|kroner|kr|euro); krever; regning*; tilbakebetal*; betale; abonnement; øker prisen; purring; inkasso; avtalegiro; penger tilbake; kompensasjon; depositum; avgift; prisøkning; får ikke pengene; egenandel",
        1: "kroner; kr; penger; dyrt; betalt; dollar; euro; betaler; nok",
    },
    "defect": {
        2: """nettside*; nettsida; sofa*; armlen*; skjev*; lekker; støvel*; sko*; glidelås*; såle*; kamera*; høyttaler*; fjernkontroll*; slutter å virke; deler mangler; (mobil*|telefon|telefonen|pc|pcen|laptop|maskin*|vaskemaskin*|tv|tven|kjøleskap*|ovn*|ruter*|router*|modem*|nettbrett*|klokk*|bil|bilen|batteri*|skjerm*|app|appen|
        skriver*|varmepump*|kortterminal*|oppvaskmaskin*|sparkesykkel*|hodetelefon*|støvsuger*|konsoll*) ~ (død|dør|ikke|ikkje|ødelagt|krasj*|henger|knust|mista|mistet|defekt|streiker|slår|gått ned|
        slutta|sluttet|funker|røyk*); slår seg ikke på; starter ikke; batteri*; batteriet; mista nesten all strøm; oppdatering*; skjerm*; krasjer; garanti*; defekt*; røyk fra; bremsene; gått i stykker; programvare*; feilmelding; versjon; slutta å virke; sluttet å virke; går ned""",
        1: "ødelagt; feil; mobil*; appen; telefonen; død; lade; pc; trygghetsalarm; produkt*; kvalitet*",
    },
    "service": {
        3: "søpla; søppelet; søppel; avfall*; henta; hentet ikke",
        2: """restaurant*; maten; mat; servering; bilvask; eu-kontroll; meny; bordbestilling; venteliste*; tannlege*; installasjon*; installatør*; skrape; kokk*; bord; kundeservice; telefonkø; chatbot*; snakke med et menneske; montør* ~ dukk*; montør*; tekniker*; time hos; verksted*; reparasjon*; maten; betjening*; ingen (tar telefonen|svarer|ringer|
        hjelper); får ikkje svar; får ikke svar; ikke svar; svar på; service hos; oppfølging; restaurant*; legevakt*; frisør*; søppel*; søpla; vente* ~ (svar|time|legen); sa én ting; bytter jeg; hente* (søppel|avfall)*; håndverker*; rørlegger*; avtale""",
        1: "service; ringt; venta; ventet; kunde; svar; hjelp; telefon; epost; telefonen; support; hjelpen; e-post",
    },
    "delivery": {
        2: """nattoget; buss; tog*; trikken; holdeplass*; kjører forbi; stoppet; båten; hurtigbåt*; pakke*; pakk*; bestilling*; bestilte; ordre*; ordren; levering*; levert; leveringstid*; sending*; sporing*; fly; flyet; flyene; flyget; tog; toget; togene; buss*; bussen; t-banen; trikk*; ferge*; ferje*; forsink*; innstilt; kansellert; posten; hentested; hjemlever*; bagasje; koffert*;
        lanseringen; arrangement*; konsert*; avgang*; buss for tog; budbil; str 42; porto; ombord""",
        1: "kommet; skulle komme; sent; seint; kom; motta*; fly*; avreise; gardermoen; billett*",
    },
    "network": {
        4: "internett ~ nede; internettet ~ nede; uten (internett|nett|strøm|vann)",
        2: "strømmen gikk; strømmen er borte; varmtvann; vanntrykk; nettet er nede; kabel; internett; internettet; nett; nettet; bredbånd*; fiber*; dekning*; strømstans; strømbrudd; strømmen; (brunt|uten)? vann; vannet; springen; wifi; 4g; 5g; signal; mobilnett*; ruter nede; trådløs*; uten strøm; roaming; vannlekkasje; hastighet*; mobildekning*; kraftledning; tv-signal*",
        1: "strøm; linje; nede; data; modem*; ruter*; tregt",
    },
    "site": {
        3: "stå i kø; rotter i",
        2: "garderobe*; heisen; rådhuset; badet; benk*; gatelys*; hull i veien; fortau*; søppelkasse*; dusjene; badstue*; svømmehallen; treningssenteret; butikk*; lader; laderen; ladere; ladestasjon*; hurtiglader*; ladestolp*; stasjon*; parkering*; treningssenter*; hotell*; rommet; rom; toalett*; heis*; rulletrapp*; kø; kassa; bibliotek*; dusj*; lokale*; filial*; svømmehall*; prøverom*; minibank*; lekeplass*; parken; bygget; senter; perrong*; sykkelstativ*; rotter; veggdyr; kakerlakk*; kino",
        1: "åpner; stengt; skittent; full; overfylt; stenger; åpent; lørdag; søndag; dyrt",
    },
    "staff": {
        2: """skranken; (damen|mannen|dama|han|hun|fyren|jenta|gutten) ~ (skranken|kassa|telefonen|disken|resepsjonen|luka); i kassa; burde ikke få jobbe; uforskamma; himla med øynene; sur som; spydig; (sjåfør*|kelner*|ekspeditør*|ansatt*|medarbeider*|selger*|vakt*|betjent*|konduktør*|resepsjonist*|lege*|montør*|dame*|mann*|damen|fyren|saksbehandler*|servitør*|kundebehandler*|flyvertinne*|bussjåfør*) ~ (frekk*|uhøflig*|skjelte|lo|ropte|brølte|
        skrek|kjørte|sur|ufin*|respektløs*|nedlatende|trakk|nektet|nekta|hjelpsom*|hyggelig*|flink*|arrogant*|kjefta|kjeftet|slang); uhøflig*; frekk betjening; takk til; ufin oppførsel; kjørte (rett)? forbi; sjåføren; nedlatende; lo av meg; skjelt ut; oppførsel*; på kundesenteret; få sparken; fått sparken""",
        1: "sjåfør*; ansatte; betjening; kelner*; kundesenteret; medarbeider*",
    },
    "account": {
        4: "logge (meg)? (inn|på); logget inn; logga inn; passord*; i mitt navn; hacket",
        2: "logge (meg)? (inn|på); logget inn; innlogging*; passord*; bankid; min konto; kontoen min; min side; minside; hacket; hacka; personvern*; persondata; gdpr; brukernavn; stengt ute; sperret; sperra; datalekkasje; i mitt navn; svindla; svindlet; nettbanken; vipps; slette (kontoen|brukeren); engangskode*; identitet*; kapret",
        1: "konto; kontoen; tilgang; bruker; nettbank*; profil*",
    },
    "policy": {
        2: "reiseforsikring*; unntak*; side *; gjaldt (visst)? ikke; liten skrift; aldersgrense; avbestilling*; forretningsmodell; restriksjon*; gyldig; vilkår*; avtalevilkår*; regler; regelen; betingelser; bindingstid*; vil ikke dekke; forsikring*; avbestille; urettferdig*; diskriminer*; angrerett*; retningslinj*; policy; prinsipp*; krav om; dekker ikke; rettighet*; forskjellsbehandl*",
        1: "urimelig; rett; avtale; avtalen; kontrakt*; lov",
    },
    "harsh": {
        2: """str * og fikk *; smart forretningsmodell; skamløs*; skammelig; latterlig; sirkus; makan til; hva i helvete; hva i all verden; for noe (dritt|tull|søppel|rot); ren svindel; lurendreier*; tyv; gratulerer så mye; imponerende dårlig; takk for ingenting; kjekt; vel blåst; lykke til med å; drøyt; griske; gjerrig*; uverdig; pinlig dårlig; feit; jævla; jævlig*; jævlige; faen; fy faen; helvete; dritt*; drit*; skam; skamme; vits; for en (vits|gjeng|skandale|vits|sirkus|bedrift|service|jævla); skandale*; pinlig; håpløs*; latterlig*; idiot*; tull; tullinger; tullball;
        amatør*; kjeltring*; svindler*; svindlere; tyver; røvere; ransmenn; gratulerer; gratulerer med nok; imponerende; tommel opp; ræva; rævva; møkk*; kødd*; kødder; forbanna; forbannet; drittlei; utrolig at; helt utrolig; elendig*; klovn*; sirkus; inkompetent*; skjerp dere; ta dere sammen; uforskamma; uforskammet; frekkhet; makan; grådig*; lureri; flaut; dust*; søren; bravo; strålende jobba nok en gang; slutt å lyve; løgnere; hva faen; wtf; patetisk*; hold kjeft; ubrukelige folk; katastrofalt; horribel*""",
        1: "🙄; 🤡; 🤬; 😡; 🖕; ubrukelig; uakseptabelt; igjen; herregud; fantastisk; topp; hallo; nok en; 👏👏; seriøst; forferdelig",
    },
    "insult": {2: "feit ku; ku; gris; rotte; heks; nisse; bavian; ape; sau; udugelig*; tåpelig; drittunge; latsabb; idiot*; dust*; tulling*; dum*; tosk*; klovn*; tåpe*; fjott*; dåre*; sinke*; ubrukelig*; inkompetent*; taper*; stakkar*; nek*; krek"},
    "vile": {2: "dum som; avskum*; hore*; fitte*; kjerring*; svin; svina; utskudd*; mongo*; mongis*; tilbakestående; drittsekk*; rasshøl*; rasshol*; kukhode*; kuk*; undermenneske*; gris; parasitt*; kakerlakk deg; rotte deg; fattigfolk; feit* (ku|gris); søppelmenneske*; jævel; jævler; horunge*; rævhøl*; åndssvak*; retard*"},
    "slur": {2: "pakkis*; neger*; negre; svarting*; muslimjævel*; jævla (utlending*|svarting*|polakk*|homo*|pakkis*|muslim*|jøde*); soper*; homojævel*; jødesvin; tater jævel; utlendingsjævl*; mongo*"},
    "you": {2: "du; du er; din; ditt; deg"},
    "staffword": {1: "kassa; skranken; disken; resepsjonen; luka; hun i; han i; legen; vakten; konduktør*; betjening*; damen; sjåføren; sjåfør*; kelner*; ansatt*; montør*; selger*; saksbehandler*; kundesenter*; sjefen; direktør*; ekspeditør*; resepsjonist*; kundebehandler*; damen på; mannen på; morten"},
    "threat": {2: """(jeg|eg|vi|jaeg)? (skal|kommer til å|kjem til å|ska) (banke|denge|drepe|drep|kverke|rundjule|kvele|sprenge|rasere|knivstikke|pryle|skyte) (opp|ned|i hjel|helseløs*|deg|dere|dykk|han|ham|ho|henne|hun|dem|sjåfør*|sjef*|vakta|vakten|ansatte|alle|hele|hver|kontoret|butikken|beina|trynet) ; (jeg|eg|vi) (skal|kommer til å|kjem til å|ska) (slå|knuse|brekke|knekke|jule opp|brenne|mose) (i hjel|helseløs*|deg|dere|dykk|ham|henne|sjåfør*|sjef*|vakta|vakten|ansatte|trynet|tennene|beina|armene|nakken) ; (banke|denge|slå|jule) opp (sjåfør*|sjef*|han|ham|henne|hun|deg|dere|den|de|vakta|vakten|hele|alle|kontrollør*); (gi|får|fortjener|skal ha) (deg|dere|ham|han|henne|hun|dykk)? (juling|bank|en omgang|ei kule|en kule|kniven) (av meg|når|hvis|om|i kveld|i natt|snart)?;
        betale ~ med (blod|livet); (drep|dreper|skyter|skyt|knivstikker|brenner|knuser|kveler|banker) (deg|dere|dykk|den neste|alle|hele|ham|henne|sjappa|opp|ned) ; dere er død*; du er død (mann)?; (skjærer|stikker|kutter) ~ (dekkene|halsen|strupen); (slå|slår|slått) (inn|ut) (trynet|tennene|tennene på|skallen|vinduene|rutene|ruta) ~; (tennene|trynet) slått inn; (får) en på trynet; (jeg|eg) (knuser|slår|brekker|kverker|dreper|skyter|banker) ~ (rute|ruter|vindu*|trynet|beina|armene|nakken|skallen|deg|dere|ham|henne|dykk) ;
        (brekke|knekke|brekker) (beina|armene|nakken|fingrene) på (han|hun|den|deg|dere|sjåfør*|sjef*|henne); kommer (det)? en bombe; en kule i (hver|hodet|panna|skallen); (kom|kommer) (og|å) (slår|slå|dreper|drepe|banker|banke|knuser|knuse|skyter|skyte|brenner|brenne) (deg|dere|dykk|ned|i|opp|alle|hele) ; ta (med)? (slegga|hagla|kniven|øksa) og;
        (jeg|eg|vi) (skal|kommer til å) (drepe|brenne|knuse|banke|skyte|sprenge|slå|denge|rasere|ta livet) (dere|deg|ham|henne|dem|ned|butikk*|kontor*|hele|av); (kommer|kjem|komme|tilbake|innom|ned) ~ med (balltre*|kniv*|hagle*|våpen|pistol*|gevær|øks|slegge); balltre; brenner ned (butikk*|kontor*|hele|deres|sjappa); (brenne|tenne på|sprenge|bombe) (ned)? (butikk*|kontor*|sjappa|hele|huset|hovedkontor*); dere (skal|fortjener å) (dø|brenne); du skal dø; jeg vet hvor du bor; vi vet hvor dere bor; pass deg; bank deg; kommer og (banker|tar|knuser)"""},
    "unusable": {
        2: """lekk*; skjev*; bytta ut med; strømmen gikk; i ustand; umulig; helt stille; depositum*; fikk aldri; borte; ødelagt; kaldt vann; nede; falt av; sprakk; hele (dagen|kvelden|formiddagen); en hel dag; kom for sent; rakk ikke; uteble; forsvunnet; tomt for; (funker|virker|fungerer|starter|lader|åpner) (ikke|ikkje); slår seg ikke på; får ikke; kan ikke; (er|vært|ligger|har vært) nede; ute av drift; uten (strøm|vann|internett|nett|varme|dekning); innstilt; forsink*; død; dør; ødelagt; knust; krasj*; i telefonkø; dukka aldri opp; dukket aldri opp; ennå ikkje; ennå ikke; fortsatt; stå i kø; brunt vann; strømstans; står stille; for ingenting; tredje gang; står fast; tok fri; skulle komme;
        to uker; venta i; ventet i; vil ikke dekke; ikkje svar; ikke svar; gått ned; henger; for sent; mista; mistet""",
    },
    "serious": {3: "får ikke (jobbet|jobba|arbeidet); kan ikke jobbe; taper (penger|kunder|inntekt*|omsetning); mister kunder; må holde stengt; bedriften (står|min); tapt (arbeid*|inntekt); gikk glipp av (bryllup*|begravels*|operasjon*|jobb*); driften står"},
    "vulnerable": {3: "(mor|far|mamma|pappa|bestemor|bestefar|mormor|farmor|morfar|farfar) ~ på *; rullestol*; bestemor; bestefar; mormor; gravid; baby*; spedbarn; nyfødt*; funksjonshem*; trygghetsalarm; syk (mor|far|kone|mann); oksygen*; kreft*; blind; eldre; demens; demente; pleietrengende; insulin; dialyse"},
    "danger": {4: "spydde; kastet opp; kasta opp; oppkast; diare; diaré; listeria; salmonella; insulin; oksygen; surstoff; sprøyte*; kloakk; bly i; koke (vannet|vatnet|vann); besvimt*; bevisstløs; kramper; kvelt*; kveles; brakk (armen|beinet|foten|hofta|handleddet); brukket; knitrer; så varm at; innlagt; sting; blod; blødde; skled over; trygghetsalarm*; glasskår; metallbit*; metallspon; asbest; sotet; svidd rundt; hjulet (løsnet|falt); allergi*; legevakt*; brannskad*; ulykke; holdt på å drukne; taket (falt|raste); støt; airbag; kortslutning; glass i (maten|suppa); nesten (kjørt|kræsjet); røyk fra; røyk; kommer røyk; lukter (brent|gass|svidd); tok fyr; tatt fyr; brant; brann; i brann; flammer; gnist*; gasslekkasje; lukt av gass; elektrisk støt; fikk støt; bremsene (sviktet|svikta|virker ikke|funker ikke|røyk); uten bremser; eksplodert*; kunne (dødd|gått riktig galt|tatt liv); livsfar*; matforgift*; ambulanse; allergisk; strømførende; kullos; holdt på å (dø|kjøre av)"},
    "recall": {3: "tilbakekalt; tilbakekall*; tilbakekalling*; recall"},
    "crime": {4: "i mitt navn; hacket; hacka; tømt kontoen; svindlet for; svindla for; stjålet (fra|min|pengene)*; stjal; ranet; overfalt; slo meg; tafset; identitetstyveri; brutt seg inn; forfalsk*; tok seg inn på kontoen"},
    "churn": {2: "bindingstida er ute; er jeg borte; jeg er borte; ser meg ikke igjen; slutter som kunde; slutter hos; melder meg ut; avslutter (kundeforholdet|abonnementet|medlemskapet); sletter appen; går til konkurrenten; går til en annen; finner en annen; dere mistet meg; bytte leverandør; bytter strømleverandør; bytter (jeg|vi|eg)? (til|leverandør|bank|selskap|operatør); (jeg|vi|eg|nå) bytter; kjøper (aldri|ikke|ikkje) ~ (igjen|mer|meir|hos|av); kjøper aldri; aldri (mer|meir|igjen) (kunde|handle*|kjøpe*|fly*|bestille*|bruke*|hos|dere|her|med); aldri igjen; handler aldri; sier opp (avtalen|abonnementet|kundeforholdet|alt); si opp (avtalen|abonnementet); sagt opp; siste gang (jeg|vi|eg); dere har mistet en kunde; mistet en kunde; går over til; flytter (kundeforholdet|alt|strømmen); ferdig med dere; ser dere meg aldri; har byttet til; byttet til"},
    "repeat": {2: "sendt (dere)? (en|to|tre|fire|fem|flere|mange) *; har sendt; har prøvd (å)? (ringe|nå|kontakte); (tredje|andre|fjerde|femte|gjentatte|ørtende) gang (jeg|eg|vi|på|*); har (ringt|skrevet|sendt|klaget|klaga|mailet|kontaktet|kontakta|purret|purra|meldt|spurt|prøvd å ringe|vært innom|snakket|snakka); (ringte|mailet|sendte|kontaktet|purret|skrev) (dere|til|i|for|kundeservice|og|inn); ringer og ringer; i telefonkø; legger de på; hver gang jeg (ringer|spør|skriver); får (ikke|ikkje) svar; sa én ting; ble (lovet|lova|fortalt|sendt videre); ingen svarer på (mail|e-post|meldinger|henvendels*); (to|tre|fire|fem|flere) (mailer|mails|e-poster|telefoner|henvendelser|samtaler|klager|purringer); gjentatte henvendelser"},
    "legal": {2: "forbrukerrådet; forbrukertilsynet; forbrukerklage*; advokat*; rettslig*; retten; politianmeld*; (går|gå) til politiet; anmeld*; saksøk*; søksmål; finansklagenemnda; transportklagenemnda; klagenemnd*; tilsynet; datatilsynet; nkom; nve; forliksråd*; søksmål; til pressen; tvi; til avisa; vg og; mattilsynet; luftfartstilsynet; sivilombud*"},
    "stranded": {2: "står fast; sitter fast; kommer (meg|oss) (ikke|ikkje) (hjem|heim|inn|videre|av); kommer ikke (hjem|inn); får ikke kommet (meg)? (hjem|inn|av); strandet; stranda; innelåst; stengt inne; utestengt; låst ute; sover på (flyplassen|gulvet|stasjonen); sitter igjen på; stuck på; ingen vei hjem"},
}

LEXICON = Lexicon(
    cues=_CUES,
    negators="ikke; ikkje; aldri; ingen; uten; ei; neppe; intet; verken; utan; inga; slett",
    numbers={
        "en": 1, "ein": 1, "ei": 1, "et": 1, "eit": 1, "én": 1, "éin": 1, "éi": 1, "ett": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8,
        "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
        "tjue": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90, "halvannen": 1.5, "halvanna": 1.5, "et halvt": 0.5, "en halv": 0.5, "eit halvt": 0.5, "et par": 2, "eit par": 2,
    },
    multipliers={"hundre": 100, "tusen": 1_000, "millioner": 1_000_000, "million": 1_000_000, "k": 1_000, "mill": 1_000_000},
    units={
        "minutt": 1 / 1440, "minutter": 1 / 1440, "minutta": 1 / 1440, "min": 1 / 1440, "time": 1 / 24, "timer": 1 / 24, "timar": 1 / 24, "tima": 1 / 24, "kvarter": 15 / 1440, "t": 1 / 24, "døgn": 1,
        "dag": 1, "dager": 1, "dagar": 1, "uke": 7, "uker": 7, "veke": 7, "veker": 7, "måned": 30, "måneder": 30, "mnd": 30, "månad": 30, "månader": 30, "år": 365,
    },
    halves="og en halv; og ein halv",
    weekdays=("(mandag|måndag)", "(tirsdag|tysdag)", "onsdag", "torsdag", "fredag", "(lørdag|laurdag)", "(søndag|sundag)"),
    months=("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"),
    since="siden; sidan; helt siden; siden i; siden sist; siden forrige; siden begynnelsen av; fra",
    days_ago={"siden i går": 1, "sidan i går": 1, "siden i forgårs": 2, "hele uka": 7, "hele uken": 7, "heile veka": 7, "siden forrige uke": 7, "siden i fjor": 365, "siden forrige måned": 30},
    lasting_before="for; for over; for snart; i; i over; i snart; i nesten; i mer enn; i mange; etter; på; venta; ventet; vente; ventetid; forsinket; forsinka; over; nå; gått; tok; brukte; brukt",
    lasting_after="sidan; siden; sia; på venteliste; over tida; over lansering; etter lovd; etter avtalt; siden; forsink*; for sent; for seint; siden sist; uten; utan; i (telefonkø|kø|telefonen); venting; ventetid; på (vent|svar); og (fortsatt|ingen|ingenting|ikke); med (venting|tull|dette|mas); nå; etterpå; i telefonkø",
    not_lasting_before="kjøpte ~ for; kjøpt for; bestilte ~ for; flyttet for; fikk den for; kunde i; betalt i; hatt ~ i; varer i; parkert ~ i; hver; om; innen; neste; garanti i; garanti; på ~ ganger; medlem i; gammel; innen; de neste; parkert; sto parkert; stått parkert ~ i; ganger på; vart i; bodd her i; jobbet i; stenger ~ i; abonnement i; varer; uke etter; uker etter",
    not_lasting_after="gammel; gammelt; gamle; garanti; siden jeg kjøpte; som kunde; før; i forkant; bindingstid; på forhånd; levetid; etter service; fra nå; kunde; tur; reise; flytur; etter kjøp",
    not_bare_before="etter; innen; om; hver; kvar; hvert; kvart; på; av; de; dei; i; fra; frå; til; en; ein; et; for en; hver; første; neste; siste; enn; bare; berre; under; over; for en; for hver; minst; per; klokka; kl",
    not_bare_after="gammel; gamal; gammal; gammelt; gamle; for sent; for seint; for tidlig; på forhånd; i uka; i veka; i måneden; i døgnet; garanti; før; seinere; senere; etter; bindingstid; prøvetid; gratis; til; jeg bodde",
    nth_days="dag #; (for|på)? # (dagen|døgnet); for # dag; # dag på rad",
    times="ganger; gonger; gang; stykk; stk",
    ordinals={"åttende": 8, "niende": 9, "ellevte": 11, "tolvte": 12, "trettende": 13, "andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7, "tiende": 10},
    counted_times={"en gang": 1, "én gang": 1, "éin gong": 1},
    contact_verbs="sa fra; sagt fra; sagt ifra; innom; spurd*; skreiv*; skrive*; tigg*; ring*; skriv*; skrev*; send*; kontakt*; klag*; mail*; purr*; spør*; spurt*; meld*; tar kontakt; tatt kontakt",
    contact_nouns="epost; e-post; mail; melding; meldinga; meldingar; telefon; samtale; samtalar; brevet; klage; klagar; chatsamtaler; chatter; innringinger; henvendelse; supporthenvendelser; førespurnader; eposter; e-poster; meldinger; purringer; telefoner; mailer; mails; eposter; e-poster; samtaler; purringer; henvendelser; klager; meldinger; besøk; brev; oppringninger",
    currencies={"kroner": "NOK", "krone": "NOK", "nok": "NOK", "kr": None, "euro": "EUR", "€": "EUR", "eur": "EUR", "dollar": "USD", "dollars": "USD", "usd": "USD", "us$": "USD", "pund": "GBP", "£": "GBP", "$": None, "sek": "SEK", "dkk": "DKK", "svenske kroner": "SEK", "danske kroner": "DKK", "lapper": None},
    place_before="hele; skranken på; på; i; ved; utenfor; hos",
    place_near="til; fra; mot; over; lader på",
    place_heads="",
    place_tails="stasjon; lufthavn; flyplass; torg; senter; sykehus",
    not_places="facebook; twitter; instagram; google; januar; februar; mars; april; mai; juni; juli; august; september; oktober; november; desember; mandag; tirsdag; onsdag; torsdag; fredag; lørdag; søndag; jul; påske; norge; telia; telenor; vipps; bankid; iphone; samsung; galaxy; forbrukerrådet; ice; lg; e6; bio; kari; morten; politiet",
    not_products="tar telefonen; på telefonen; i telefonen; ta telefonen; svarer telefonen; per telefon; på telefon; tar telefon; tv 2",
    products="modem; modemet; ruter; ruteren; router; routeren; mobil; mobilen; telefon; telefonen; pc; pcen; laptop; nettbrett; tv; vaskemaskin; vaskemaskina; vaskemaskinen; kjøleskap; kjøleskapet; oppvaskmaskin; oppvaskmaskina; oppvaskmaskinen; varmepumpe; varmepumpa; varmepumpen; kortterminal; kortterminalen; skriveren; printer; printeren; klokke; klokka; støvsuger; støvsugeren; sparkesykkel; dekoder; dekoderen; komfyr; komfyren; tørketrommel; tørketrommelen; strømmåler; strømmåleren; kaffemaskin; kaffemaskinen",
    reference_words="ordre; rapport; reklamasjon; kontrakt; kvittering; skade; sending; sendinga; sendingen; søknad; vedtak; byggesøknad; rma; rekv; avviksnr; hittegods; billett; konsertbillett; abonnement; avvik; ordrenummer; ordrenr; bestilling; saksnummer; saksnr; sak; referanse; ref; referansenummer; kundenummer; kundenr; booking; faktura; sendingsnummer; polise; bestillingsnummer",
)
