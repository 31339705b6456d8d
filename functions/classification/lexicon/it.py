# Written as tables: a phrase a line would bury the whole.
# ruff: noqa: E501
# fmt: off
"""Italian."""

from functions.classification.lexicon.shape import Cues, Lexicon

_CUES: Cues = {
    "trouble": {
        2: """voglio parlare con; non serve a (niente|nulla); perde acqua; perde; allagat*; graffi*; ammaccat*; ha tirato dritto; tirato dritto; saltata la corrente; è saltata; giù; è giù; impossibile; neanche una risposta; nemmeno una; spunta; finiti al; finito al; finita al; avete dato; muffa; scadut*; crud*; bruciat*; bagnat*; macchiat*; strappat*; ingann*; bugi*; mentit*; raggir*; sparit*; smarrit*; pers* (il|la|i|le) (bagagl*|pacc*|valig*|pratic*); arrugginit*; staccat*; mancava; si stacca; si scollega; mi lasciate; lasciato a piedi; zero risposte; silenzio; menefregh*; nessuna (risposta|notizia|comunicazione|assistenza|informazione|spiegazione); è rott*; crollat*; allucinante; ignorat*; dimenticat*; saltato; prima non c'era; nel nulla; non torna; non ci sono; impossibile (prenotare|parlare|comprare); non (funziona*|va|vanno|parte|si accende|si apre|carica|arriva*|risponde*|rispondete|rispondono|riesco|riusciamo|posso|possiamo|è arrivat*|ho (ancora)? ricevuto|si è|
        serve|capisce|paga|avete|fate|sapete|ne posso|mi fa|ci fa|trovo|mi (arriva|fate|hanno|avete|fanno|funziona|risponde*)|ci siamo|ritirata|ancora|vedo|prende|si vede|si (puo|può)); senza (internet|luce|acqua|gas|riscaldamento|linea|risposta|rete|corrente|preavviso|avvis*|dire|
        rimborso|motivo|connessione|telefono|segnale|assistenza); nessuno (risponde|sa|viene|dice|che|mi|ci|aiuta|si|fa|ha|interviene|arriva); (risponde|viene|arriva) nessuno; (addebitat*|fatturat*|pagato|preso)
        (due|doppio|tre) (volte)?; doppio addebito; mi avete (addebitato|preso|tolto|chiesto|fatto|lasciato|mandato|bloccato|cancellato); (rott*|guast*|difettos*|distrutt*|danneggiat*|mort*|bloccat*|rovinat*|spaccat*|scadut*); fuori servizio;
        (cancellat*|annullat*|soppress*); (pessim*|vergogn*|vergognoso|schifo|schifos*|scandal*|indecent*|orribil*|ridicol*|assurd*|inaccettabil*|deludent*|delus*|incompetent*|disastro|truff*|ladri|buffon*|
        imbarazzant*|incivil*|penos*|allucinant*|inqualificabil*|merda|inutil*|da buttare|presa in giro|farsa); ha (ceduto|smesso|chiuso|urlato); hanno ceduto; di ritardo; in ritardo; ritard*; blackout; cimici; scarafagg*; topi; a vuoto; si
        rifiut*; rivoglio; rivorrei; (ore|giorni|settimane|mesi) (che)? (aspett*|di attesa|ad aspettare|non); attesa; aspett*; piatti freddi; perso (una|la|un|tutta|il|mezza); stuf*; mai più; mai (arrivat*|ricevut*|presentat*|vist*); ha messo giu; riso in faccia; vi sembra il
        modo; ancora (nulla|niente|nessun*|in consegna|senza|aspetto); doveva (arrivare|essere|venire); dovevate; fermi da; ferm* (in|sul|a); reclamo; lament*; acqua marrone; lasciata a terra; continuate così; mi uccide; puzza*; scherziamo; mi chiedete; ignorat*; sempre pieno; a chi devo credere; perde soldi; disservizi*; ennesim*; batteria quasi a zero; perche mi avete; lanciato; urlato; sospes*; cade la linea; caduta la linea""",
        1: """problem*; errore; errata; lent*; freddo; freddi; brutto; rimborso; male; peggio; car*; costos*; caldo; sporco; sporca; perso; perché (mi|non|devo|avete); di nuovo; strano; ancora; ore; niente; nulla; fumo; guasto; sbagliat*; mancan*; manca; possibile che; ma
        come; è possibile che; ritiro; mi dicono; mi dite; disdire; il reso lo pago; senza; arrivata la; purtroppo; sono passati; è passata; ma vi pare; basta; non è; non si""",
    },
    "praise": {
        2: """merita un (aumento|premio|applauso); salvato (le vacanze|la vacanza|la giornata|il viaggio); genio; geni; ahaha; ahah; simpatic*; mitici; mitico; un applauso; chapeau; numeri uno; da dieci; 10 e lode; il top; felicissim*; una garanzia; bravo; persone splendide; splendid*; siete i migliori; soddisfattissim*; grande; grazie (a|per|di|della|mille|infinite|ancora|alla|al|enorme|del); un grazie; complimenti; bravissim*; ottim*; eccellent*; perfett*; fantastic*; meravigli*; gentilissim*; content*; soddisfatt*; consigli* (a tutti|assolutamente|vivamente); lo consiglio;
        continuate così; bellissim*; efficient*; efficienza; mai un problema; nessuna lamentela; tutto perfetto; impeccabil*; super; servizio (ottimo|eccellente|impeccabile|top); adora; molto (bene|bravi|gentil*|disponibil*|veloc*|utile); top; grandi; numero uno; professionalità; cortesia; professional*""",
        1: "grazie; bravi; brava; bravo; bene; gentil*; puntual*; velocità; veloce; bel; bella; buon; buona; in anticipo; pulito; ❤; 👏; 😊; 👍; felice",
    },
    "greeting": {2: "buon (fine settimana|weekend|giorno|lunedì|compleanno|natale|anno|pomeriggio); buona (giornata|serata|domenica|settimana|pasqua|notte); buone (feste|vacanze)"},
    "solved": {2: "(tutto|problema|è stato|è|ora|finalmente) (risolto|sistemato|ok); risolto; mi (ha|hanno|avete) (risolto|sistemato|aiutato); (ora|adesso) (funziona|va|è a posto); (finalmente|ora) funziona; sistemato tutto; tutto a posto; funziona di nuovo"},
    "question": {
        2: """vale (anche)?; quando torna; sapete quando; chi la ripara; bisogna; serve; a che punto; è incluso; è compreso; si paga; i bambini; devo (portare|pagare|prenotare|compilare); quanto dura; fino a che ora; è aperto; siete aperti; ammettete; a che ora; quanto (costa|viene|ci vuole|tempo|costano|è); quando (apre|aprite|arriva|sarà|inizia|esce|parte|posso|riaprite|torna); dove (posso|trovo|è|si|siete); avete (il|un|ancora|disponibil*|posti|parcheggio|in|la); c'è (il|un|ancora|la|posto|parcheggio|sciopero); ci sono (ancora|posti|treni); posso (cambiare|
        pagare|usare|portare|prenotare|ritirare|avere|fare|restituire|chiedere|sapere); si può; si possono; potete dirmi; mi (sapete|potete|dite) (dire)?; come (posso|faccio|si|funziona|mai); quali (sono|documenti); qual è; vorrei sapere; volevo sapere; mi chiedevo; una (domanda|informazione); per favore; accettate; fate (anche)?; circolano; è possibile (avere|sapere|prenotare|cambiare|pagare); serve (il|la|un)""",
        1: "ciao; salve; quando; quanto; dove; come; quale; buongiorno; buonasera; chi",
    },
    "suggestion": {2: "e se (ci)? (lasciaste|faceste|permetteste|metteste|apriste|aggiungeste); sarebbe (comodissimo|comod*|più comod*|ideale|gradit*|opportuno); che ne dite di; potreste (accettare|permettere|lasciare|consentire); avete pensato (di|a); ci vorrebbe*; servirebbe*; mancano (panchine|colonnine|cestini); aggiungete; mettete più; consiglio; sarebbe (bello|utile|carino|comodo|il caso|meglio|fantastico|ottimo|buona); suggerimento; suggerisco; propongo; proposta; (dovreste|potreste) (mettere|aggiungere|fare|aprire|avere|introdurre|offrire|pensare|dare|considerare|valutare|migliorare|permettere|inserire); perché non (mettete|aggiungete|fate|aprite|provate|inserite|introducete); un'idea; vorrei che; mi piacerebbe (che|avere|vedere); e se (metteste|aggiungeste)"},
    "spam": {
        2: "(bitcoin|btc|cripto*|crypto*|forex|trading); (follower*|like) ~ (veri|gratis|reali|poco|economici|compra); guadagna* ~ (al giorno|da casa|al mese|a settimana|subito|soldi|online); link in (mia)? bio; link nella bio; giveaway; scrivimi in (privato|dm); clicca (qui|sul|il|link); hai vinto; prestiti (veloci|facili|immediati); soldi facili; rendita passiva; onlyfans; seguimi e vinci; vinci (un|una) ~ gratis; lavora da casa",
        1: "bit.ly; t.me; wa.me; gratis; dm; in privato; 🚀; 💰; 👉; whatsapp; promo; codice sconto",
    },
    "outside": {2: "il mio vicino; mio vicino; i vicini; la mia vicina; vicino di casa; il mio capo; mia suocera; il governo; l'arbitro; mio fratello; il mio ex"},
    "billing": {
        3: "rimbors*; doppio addebito; addebitat* due volte; mi avete (preso|addebitato)",
        2: "cauzione; deposito; premio assicurativo; fatturazione; domiciliazione; satispay; pagare con; stornare; storno; conguaglio; maggiorazione; addebit*; bollett*; fattur*; rimbors*; commission*; costo; costa; costano; tariff*; canone; prezz*; pagat*; mora; mi chiedete; mi hanno chiesto; mi avete preso; passata da; quota; soldi indietro; rincar*; aument*; preventivo; caparra; pagamento; risarcimento; penale; ricarica; doppio addebito",
        1: "euro; soldi; pagare; pago; caro; cara; costos*; dollari; rivorrei; rivoglio",
    },
    "defect": {
        4: "perde acqua",
        2: """perde acqua; sito; il sito; sito giù; scarpe; suola; cerniera; cucitur*; fotocamera; altoparlante; telecomando; pezzi mancanti; frullatore; (telefono|cellulare|portatile|computer|pc|tv|televisore|lavatrice|frigo*|forno|modem|router|tablet|orologio|auto|macchina|batteria|schermo|app|pos|stampante|caldaia|lavastoviglie|asciugatrice|monopattino|cuffie|
        console|condizionatore) ~ (non|rott*|mort*|guast*|si blocca|si spegne|fumo|bloccat*|è da buttare|difettos*|crash*|si è); non si accende; si spegne; si blocca; batteria; schermo; aggiornamento; difettos*; esce fumo; tema scuro; tema; da buttare; garanzia; freni;
        surriscald*; crasha; versione; non si avvia; bug""",
        1: "rotto; rotta; guast*; app; telefono; morto; morta; modem; router; errore; pos; prodotto; qualità; pc",
    },
    "service": {
        2: """graffio; ristorante; tagliando; lascio l'auto; pane; piatto; menù; tavolo; cuoco; cucina; installat*; installazione; montat*; visita; lista d'attesa; revisione; assistenza; servizio clienti; numero verde; call center; chatbot; parlare con (una persona|un umano|un operatore); tecnico; appuntamento; officina; tagliando; riparazione; mi dicono; cameriere; piatti; ristorante; riscaldamento; nessuno (risponde|mi richiama|
        viene|si presenta); ha cambiato; cambiato operatore; risponde nessuno; attesa; idraulico; sportello; spazzatura ~ (ritirat*|raccolt*); spazzatura; rifiuti; raccolta; manutenzione; richiamat*; prenotazione visita; cup; pronto soccorso; medico; intervento; risposta""",
        1: "servizio; risponde*; chiamato; aspetto; mail; operatore; cliente; richiam*; pazienza; telefono; aiuto; velocità; contattat*",
    },
    "delivery": {
        4: "ferm* ~ treno; sul treno; treno soppress*; volo cancellat*",
        2: """fermata; tram; tirato dritto; il 27; linea *; navetta; capolinea; coincidenza; ordine; ordini; pacco; pacchi; consegn*; corriere; spedi*; tracking; volo; voli; treno; treni; ritard*; cancellat*; soppress*; (sul|il|in|nel) treno; bagagl*; valigia; imbarco; presentazione; concerto; evento; metro; autobus; sciopero; traghetto; ordinat*; arrivata la; frecciarossa; regionale; binario; sul treno; treno fermo; partenz*; decoll*; reso""",
        1: "arrivat*; arrivare; doveva; ore; puntuale; posta; fiumicino; bus; biglietto; stazione",
    },
    "network": {
        2: "corrente; saltata la corrente; luce; acqua calda; fornitura; guasto elettrico; senza (internet|luce|acqua|linea|rete|corrente|segnale|connessione|campo|gas); internet; campo; wifi; wi-fi; fibra; blackout; acqua (marrone|torbida|sporca); corrente; adsl; 4g; 5g; connessione; segnale; rete; linea (assente|morta|cade|giù); rubinetto; roaming; velocità di (download|upload); copertura; pressione dell'acqua; down; cade la linea; mandare mail",
        1: "luce; linea; acqua; telefonare a; giga; modem; router; mega",
    },
    "site": {
        2: "ascensore; comune; municipio; lampion*; buca; buche; marciapied*; cestin*; scala; scale; tornelli; negozio; colonnina; colonnine; stazione; parcheggio; palestra; hotel; albergo; camera; stanza; bagno; bagni; filiale; sportello; bancomat; ascensore; scala mobile; coda; code; fila; camerino; cassa; casse; cimici; scarafagg*; piscina; spogliato*; parco; panchine; docce; edificio; giardini; spiaggia; supermercato; cinema; pulizia",
        1: "pieno; sporc*; puzza; aprite; apre; chius*; domenica; affollat*; carrozz*; aria condizionata; rumore",
    },
    "staff": {
        2: """(tizia|tizio|signora|signore|ragazza|ragazzo|tipo|tipa) ~ (sportello|cassa|ricambi|banco|bancone|telefono|reception|biglietteria); licenziatel*; licenziat*; allo sportello; trattat* male; modi; strafottenza; supponenza; scorbutic*; (autist*|camerier*|operatore|operatrice|operatori|impiegat*|commess*|cassier*|tecnico|receptionist|medico|controllore|addett*|dipendent*|personale|signora|ragazz*|capotreno|hostess|autista|responsabile) ~ (maleducat*|urlat*|insult*|riso|scortes*|sgarbat*|arrogant*|messo giu|riattaccat*|minacci*|gentil*|cortes*|
        lasciat*|rifiut*|disponibil*|antipatic*|strafottent*|cafon*|preso in giro); maleducat*; scortes*; messo giù; riso in faccia; un grazie (enorme)? a; mancanza di rispetto; cafon*; sgarbat*; arrogan*; al telefono""",
        1: "autista; operatore; personale; commess*; cameriere; impiegat*; cortesia; gentil*",
    },
    "account": {
        4: "entrare nell'app; accedere; password; nel mio conto; hackerat*; login",
        2: "entrare nell'app; accedere; accesso; password; login; mio conto; mio account; mio profilo; account; dati personali; privacy; hackerat*; spid; credenziali; bloccato (il|l') (conto|account|accesso); entrato nel mio conto; otp; antifrode; registrazione; utente; gdpr; phishing; rubat* l'account; codice di verifica; identità",
        1: "conto; app; profilo; registrat*; dati",
    },
    "policy": {
        2: "esclusione; assicurazione viaggio; pagina *; abbonamento vale; valido; scade il; restrizion*; viet*; cavill*; regola; regole; regolamento; condizioni; clausol*; policy; contratto; per disdire; vincolo; assicurazione; polizza; non copre; coperto; usura; discriminat*; ingiust*; politica; diritto; termini; requisit*; penale; garanzia non; postill*; recesso",
        1: "disdire; disdetta; assurd*; contrattual*; legge; norma*",
    },
    "harsh": {
        2: """che furbi; furbi; furbetti; vacca; farabutti; complimentoni; bella roba; bella figura; bravi furbi; alla faccia; mi prendete in giro; ci prendete in giro; che pena; pena; fate pena; pietos*; vergognatevi; ridicoli; roba da pazzi; ma dai; siamo alla follia; follia; disonest*; disgraziat*; truffa; un furto; mangiasoldi; sanguisughe; da denuncia; che tristezza; vergogn*; schifo; schifos*; merda; cazzo; cazzi; minchia; palle; coglion*; stronz*; ridicol*; buffon*; pagliacc*; ladri; truffator*; cialtron*; incompetent*; cretin*; idiot*; deficient*; imbecill*; scandal*; indecent*; fate (schifo|pena|ridere|cagare|vomitare);
        vaffanculo; fanculo; geniali; complimenti ennesim*; complimenti vivissim*; che azienda; assurdo; assurda; presa in giro; prese per il culo; presi in giro; presi per; che figura; allucinant*; scherziamo; rotto (le|i); stuf*; incazzat*; da terzo mondo; terzo mondo; barzelletta; patetic*; bravi (davvero|complimenti); indegn*; ma vi rendete conto; inqualificabil*; penos*; pessimi; buoni a nulla; incapaci; ma stiamo scherzando; porca; porco; disgust*; infam*; è uno scandalo; rapina; mafiosi; delinquent*; roba da matti; fai schifo""",
        1: "🙄; 🤡; 🤬; 😡; 🖕; 👏; complimenti; ennesim*; pessim*; disastro; davvero; bravi; orribil*; inaccettabil*; grandi; basta",
    },
    "insult": {2: "vacca; maiale; ratto; strega; capra; capre; somar*; oca; cafona; schifos*; zotic*; decerebrat*; bifolc*; incapac*; idiot*; cretin*; stupid*; deficient*; imbecill*; buffon*; pagliacc*; scem*; ritardat*; ignorant*; cafon*; inutil*; asin*; fess*; tont*; babb*; caprone; coglion*; stronz*; fallit*; nullità; demente"},
    "vile": {2: "verme; vermi; troia; puttan*; zoccol*; bastard*; figli* di (puttana|troia); pezz* di merda; mongoloid*; handicappat* di merda; froci*; negr* di merda; zingar* di merda; terron*; subuman*; feccia; parassit*; torna a zappare; ritardat*; cess*; vacca; maial*; schifos* (uomo|donna); scimmi*; ricchion*; bestie; animali; merde; succhia*; minorat*"},
    "slur": {2: "negr* di merda; negri; froci*; zingar* di merda; terron*; mongoloid*; ricchion*; figli* di (puttana|troia); marocchin* di merda; ebre* di merda; culatton*"},
    "you": {2: "sei; lei è; tu; sei un; sei una"},
    "staffword": {1: "tizia; tizio; sportello; cassa; bancone; reception; medico; infermier*; dottor*; ragazza; ragazzo; capo; guardia; bigliettaio; controllor*; autist*; camerier*; operator*; impiegat*; commess*; tecnic*; addett*; dipendent*; receptionist; personale; call center; capotreno; direttor*; responsabile; controllore; al telefono; marco"},
    "threat": {2: """(ti|vi|gli|le|lo|la|li) (riempio|gonfio|massacro|ammazziamo|uccidero|ammazzero|brucero|spacchero|sparero|accoltellero|strozzo|sgozzo|scanno|pesto|prendo a (calci|pugni|schiaffi|botte|martellate|sprangate|bastonate|coltellate|sberle)|rado al suolo|sfascio|stacco la testa|taglio la gola|butto sotto) ; (spacco|rompo|spezzo|sfondo|cambio|gonfio) (la|le|il|i|i connotati|quella) (faccia|gambe|testa|muso|denti|braccia|ossa|vetrine|vetri|culo|connotati);
        (spaccarvi|spaccarti|spaccargli|ammazzarvi|ammazzarti|ammazzarlo|uccidervi|ucciderti|uccidere tutti|bruciarvi|spararvi|spararti|sparargli|picchiarvi|picchiarti|menarvi|accoltellarvi|accoltellarti|sgozzarvi|strozzarvi|strozzarti|pestarvi|massacrarvi|massacrarti|sprangarvi) ; (pagherete|pagherai|paghera|pagate|pagare) ~ (col|con il|con la|con) (vostro|tuo|suo)? (sangue|vita); (siete|sei) (tutti)? mort* ;
        (una|due|tre|quattro) (coltellata|coltellate|sprangata|martellata|fucilata|revolverata) ~ (gliela|ve la|te la|gliele|vi|ti) ~; (taglio|taglierò|tagliamo|bucherò|buco) le gomme; vi arriva una bomba; (gli|vi|ti|le) (faccio) (sputare|ingoiare|saltare) (i|tutti i) denti; (vi|ti|li|lo) faccio fuori; vi meno; ve la faccio pagare con *; prega di non incontrarmi;
        (vi|ti|gli|le|lo|la|li) (ammazzo|uccido|brucio|spacco|sparo|rompo|meno|accoltello|gonfio|faccio saltare|faccio fuori|sfondo); vi spacco tutto; (vengo|torno|arrivo|passo|porto|veniamo|arriviamo) ~ (mazza|coltello|spranga|pistola|fucile|bastone|tanica); (do|dare|diamo|dò) fuoco (a|al|alla|ai) (vostr*|negozio|sede|ufficio|tutto|filiale|locale|agenzia);
        (brucio|bruciare|incendio|faccio saltare|metto una bomba) ~ (negozio|sede|ufficio|filiale|agenzia|tutto); metto una bomba; dovete (morire|crepare|bruciare); ti aspetto (fuori|sotto casa); so dove (abiti|abitate|lavori); vengo (lì|li|la|là) e (vi|ti) ~ (spacco|ammazzo|meno|rompo|faccio); guardati le spalle; ti vengo a (prendere|cercare); spaccare la faccia; spacco la faccia"""},
    "unusable": {
        2: """perde acqua; allagat*; graffi*; in ritardo; saltata la corrente; giù da; impossibile; neanche una risposta; cauzione; smarrit*; sparit*; rotto; rotta; ha tirato dritto; tutto il (giorno|pomeriggio); tutta la (mattina|giornata|sera); mezza giornata; lasciato a piedi; staccat*; non torna; non (funziona|va|parte|si accende|riesco|posso|si apre|arriva*|è arrivat*|si è|risponde); senza (internet|luce|acqua|linea|riscaldamento|rete|corrente); cancellat*; soppress*; ritardo; rott*; guast*; mort*; distrutt*; bloccat*; mai presentato; perso una; blackout; acqua marrone; cimici; attesa; in consegna; terza volta; sempre pieno; da buttare;
        non ritirat*; per niente; doveva arrivare; quasi a zero; campo a; ignorat*; riso in faccia; mi uccide; non paga; fermi""",
    },
    "serious": {3: "non posso lavorare; non riesco a lavorare; perde (soldi|clienti); perdo (soldi|clienti); perdiamo (soldi|clienti); perdendo (soldi|clienti); (attività|negozio|ufficio|azienda) (ferm*|chius*|bloccat*); perso (il matrimonio|il funerale|l'intervento|il colloquio)"},
    "vulnerable": {3: "mi* (nonna|nonno); mi* (padre|madre) (ha|di) *; carrozzina; sedia a rotelle; disabil*; invalid*; incinta; neonat*; bimb* piccol*; ossigeno; dialisi; tumore; malat*; anzian*; cieco; cieca; non vedente; insulina; demenza"},
    "danger": {4: "vomit*; diarrea; listeria; salmonella; insulina; ossigeno; siring*; liquami; piombo; bollire l'acqua; svenut*; svenimento; convulsion*; soffocat*; soffocando; punti di sutura; rott* (il|la) (braccio|gamba|spalla|anca|polso|caviglia|molare); pezzi di (metallo|vetro|plastica); schegg*; in osservazione; sanguin*; rischia la vita; autoiniettore; shock; amianto; salvavita; cinture (dietro|di sicurezza); palpebre gonfie; è morto; e morto; ricoverat*; si è sganciat*; frenata a vuoto; pronto soccorso; celiac*; allergi*; crollat* (il|un) (soffitto|tetto); ustion*; airbag; rischiato di; quasi (caduto|morto|annegat*); cortocircuito; vetro nel; vetri nel; esce fumo; fumo; puzza di (bruciato|gas); odore di (gas|bruciato); fuga di gas; gas aperto; preso fuoco; andat* a fuoco; in fiamme; fiamme; incendi*; scintill*; scossa; scosse; freni; esploso; esplosa; esplodere; esplodeva; scoppiat*; potev* (morire|ammazz*); potevamo morire; rischiato (di morire|la vita); intossicazion*; monossido; ambulanza; allergic*; cavi scoperti; folgorat*"},
    "recall": {3: "richiamo; sotto richiamo; richiamata dal produttore; campagna di richiamo; richiamat* per sicurezza"},
    "crime": {4: "entrato nel mio conto; svuotat* (il|conto); rubat*; hackerat*; clonat*; aggredit*; molestat*; (a|in) mio nome; truffat* di; furto; mi ha (picchiat*|colpit*|messo le mani); falsificat*; frode"},
    "churn": {2: "scade il contratto; me ne vado; appena scade; vi lascio; vi saluto; mi avete pers*; non mi vedete più; non mi vedrete più; cambio gestore; disdico; passo alla concorrenza; cancello (l'app|l'account|l'abbonamento); mai più; non (compro|compreremo|comprerò|prenoto|torno|tornerò|torneremo|volo|userò) (mai)? (più)?; mai più (da voi|con voi|un|cliente|qui|nella|volerò|acquist*|compr*|prenot*|*); (ho|abbiamo) cambiato (operatore|banca|fornitore|compagnia|gestore|palestra|assicurazione); cambio (operatore|banca|fornitore|compagnia|gestore|palestra|assicurazione); (faccio|faro|chiedo) (la)? disdetta; disdico; passo (a|alla|ad) (un|concorren*|altro|altra|*); avete perso un* client*; perso un* client*; ultima volta che; chiudo il (conto|contratto); recedo; vado (dalla concorrenza|altrove|da un altro); portabilità; me ne vado; addio; disdetto"},
    "repeat": {2: "(terza|seconda|quarta|quinta|ennesima) volta che; ho (chiamato|scritto|telefonato|mandato|inviato|contattato|segnalato|sollecitato|aperto|già|parlato|fatto (la)? segnalazione); abbiamo (chiamato|scritto|segnalato|contattato); vi ho (scritto|chiamato|contattato|mandato); (mesi|settimane|giorni) di (mail|chiamate|telefonate|solleciti|pec); (tre|due|quattro|cinque|varie|mille|dieci) (mail|chiamate|telefonate|pec|segnalazioni|solleciti); mi (dicono|avete detto|hanno detto|avete risposto) (di|che|una); ogni volta (che)? (chiamo|mi); sollecit*; chiamo da; continuo a (chiamare|scrivere); non risponde nessuno; già (segnalato|scritto|chiamato|contattat*); segnalazion* (apert*|fatt*); risposto che"},
    "legal": {2: "avvocat*; denunci*; tribunale; associazione (dei)? consumatori; codacons; altroconsumo; agcom; arera; garante; dai carabinieri; alla polizia; vie legali; querela; causa; giudice di pace; federconsumatori; adiconsum; antitrust; ivass; arbitro bancario; conciliazione; striscia; alla stampa; ai giornali; guardia di finanza; art; enac"},
    "stranded": {2: "bloccat* (a|in|all'|sul|al|qui|fuori|alla|dentro|in aeroporto); ferm* (da|sul|in|a) ~ (treno|stazione|aeroporto|autostrada|mezzo); non riesco a (tornare|rientrare|entrare in casa); non (possiamo|posso|riusciamo a) (tornare|rientrare|partire|tornare a casa|entrare in casa); chius* (fuori|dentro); a piedi in; intrappolat*; dormire in (aeroporto|stazione); dormito in aeroporto; lasciat* (a piedi|per strada); in mezzo al nulla"},
}

LEXICON = Lexicon(
    cues=_CUES,
    negators="non; senza; mai; nessun; nessuna; nessuno; ne; niente; neanche; nemmeno",
    numbers={
        "un": 1, "una": 1, "uno": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13,
        "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19, "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80, "novanta": 90, "cento": 100, "duecento": 200,
        "trecento": 300, "cinquecento": 500, "mille": 1_000, "mezzo": 0.5, "mezza": 0.5, "mezz": 0.5, "un paio di": 2,
    },
    multipliers={"mila": 1_000, "mille": 1_000, "milioni": 1_000_000, "milione": 1_000_000, "k": 1_000},
    units={
        "minuto": 1 / 1440, "minuti": 1 / 1440, "min": 1 / 1440, "ora": 1 / 24, "ore": 1 / 24, "h": 1 / 24, "giorno": 1, "giorni": 1, "gg": 1, "settimana": 7, "settimane": 7, "mese": 30, "mesi": 30, "anno": 365, "anni": 365,
    },
    halves="e mezza; e mezzo",
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    months=("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
    since="da; dal; dall'; dalla; dallo scorso; da inizio; da fine; dai primi di",
    days_ago={"da ieri": 1, "dall'altro ieri": 2, "da ieri sera": 1, "tutta la settimana": 7, "dalla settimana scorsa": 7, "dal mese scorso": 30, "dall'anno scorso": 365},
    lasting_before="da; da oltre; da più di; da circa; da quasi; dopo; aspetto da; attesa di; ritardo di; con; aspettato; sono; ormai; passat*; sono passat*; attesa; oltre; per",
    lasting_after="di (ritardo|attesa|mail|chiamate|coda|fila|solleciti|telefonate|silenzio|disservizio|blackout); che (non|aspetto|chiamo|aspettiamo|siamo|sono|chiedo); senza; ad aspettare; dopo; al telefono; in (coda|fila|attesa); e (ancora|niente|nulla|nessuno); fa; bloccat*; ferm*; passat*",
    not_lasting_before="ogni; entro; tra; fra; ha; dura; garanzia di; cliente da; bambin* di; figli* di; di; con voi da; verso la quota da; pago da; prossim*; lasciat*; abbonat* da; contratto di; vivo qui da; volo di; per i prossimi; in; auto lasciat*; compro da voi da",
    not_lasting_after="di età; di garanzia; prima; di anticipo; di vita; di contratto; di vincolo; di volo; di viaggio; dopo il vostro; come cliente; e adora; di autonomia; dopo la carica; e mai",
    not_bare_before="dopo; ogni; in; entro; per; di; da; con; tra; fra; a; alle; le; i; gli; altri; altre; prossimi; primi; prime; solo; fino a; circa a; nei; nelle; bloccato; un altro",
    not_bare_after="di garanzia; di età; di carico; senza bagno; per un gioco; di abbonamento; di prova; gratis; al giorno; alla settimana; al mese; all'anno; prima; dopo; di volo; di viaggio; in più; su; ad abbonamento",
    nth_days="giorno #; # giorno (senza|consecutivo)",
    times="volte; volta",
    ordinals={"secondo": 2, "terzo": 3, "quarto": 4, "quinto": 5, "ottava": 8, "nona": 9, "undicesima": 11, "seconda": 2, "terza": 3, "quarta": 4, "quinta": 5, "sesta": 6, "settima": 7, "decima": 10},
    counted_times={"una volta": 1},
    contact_verbs="compilat*; tornat*; portat*; scesa; sceso; riportat*; spiegat*; ripetut*; detto; chiam*; scri*; telefon*; contatt*; segnal*; sollecit*; mand*; invi*; chied*; chiest*; reclam*; venut*; passat*",
    contact_nouns="chiamata; telefonata; sollecito; segnalazione; raccomandata; raccomandate; lettera; messaggio; richieste; reclamo; chiamate; telefonate; mail; email; pec; solleciti; segnalazioni; messaggi; visite; lettere; ticket; reclami",
    currencies={"euro": "EUR", "€": "EUR", "eur": "EUR", "dollari": "USD", "dollaro": "USD", "usd": "USD", "us$": "USD", "sterline": "GBP", "£": "GBP", "$": None, "chf": "CHF", "franchi": "CHF"},
    place_before="in tutta; in tutto; a; ad; in; al; alla; alle; all'; fuori; nel; presso; hotel di; negozio di; sul",
    place_near="di; del; della; da; dal; dalla; verso; per",
    place_heads="via; piazza; parco; viale; corso; aeroporto di; largo; porto di; lungomare",
    place_tails="",
    not_places="whatsapp; twitter; facebook; instagram; google; gennaio; febbraio; marzo; aprile; maggio; giugno; luglio; agosto; settembre; ottobre; novembre; dicembre; natale; pasqua; italia; internet; dm; bitcoin; galaxy; iphone; samsung; giulia; marco; pos; ccs; amazon; spid; tim; vodafone",
    not_products="al telefono; per telefono; numero di telefono; del telefono fisso",
    products="modem; router; telefono; cellulare; portatile; computer; tablet; televisore; tv; lavatrice; frigorifero; frigo; forno; caldaia; pos; stampante; lavastoviglie; asciugatrice; monopattino; cuffie; aspirapolvere; condizionatore; decoder; smartwatch; contatore; console; microonde; friggitrice",
    reference_words="ordine; rapporto; codice; ordine di lavoro; iuv; prot; protocollo; rif; ricevuta; rimborso; sinistro; denuncia; collo; avviso; fascicolo; lotto; verbale; richiesta; utenza; mezzo; ordini; riferimento; rif; pratica; prenotazione; ticket; numero; segnalazione; fattura; contratto; polizza; reclamo; spedizione; caso",
)
