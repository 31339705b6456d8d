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
    "churn": {2: "me ne (vado|sono andat*|andro|andiamo); ce ne andiamo; (cambio|cambiamo|cambiero|cambieremo|ho cambiato|abbiamo cambiato|sto cambiando) (operatore|banca|gestore|compagnia|fornitore|assicurazione|palestra|marca|negozio|corriere|dentista|medico|scuola|asl|piattaforma|app|medico|veterinario|parrucchier*|officina|asilo|supermercato); (passo|passiamo|passero|passeremo|sto passando) (a|ad|alla|al|con|da) (un altr*|un'altr*|altr*|concorren*); (disdico|disdiciamo|disdetto|disdetta|disdire|disdiro); (annullo|cancello|ho cancellato|ho annullato|cancelliamo|chiudo|ho chiuso|chiudiamo|chiudero|sto chiudendo) (l'abbonamento|il conto|la carta|il contratto|l'account|l'iscrizione|tutto|la polizza|l'utenza|la linea|anche); (disinstall*|disiscriv*|disiscritt*); (tolto|tolgo|cancellato|cancello|elimino|eliminato) (la|l'|vostra)? (app|profilo|account); non (vi|ci|lo|la|mi)? (torno|torniamo|tornero|torneremo|ritorno|compro|comprero|compriamo|prendo|prendero|prendiamo|volo|volero|viaggio|spedisco|spediro|ordino|ordinero|prenoto|prenotero|rinnovo|rinnovero|rinnoviamo|uso|usero|vedete|vedrete|rivedrete|metto|mettero|entro) (piu|mai piu|piu piede|mai); con voi (non|ho chiuso|mai piu|basta); non rinnov*; mai piu; (ultim*) (volta|ordine|acquisto|volo|auto|viaggio|soggiorno|preordine|prenotazione|cena|abbonamento|spedizione) (che|con voi|da voi|qui|vostr*|della mia|per me|nostr*); (e|era|sara|stata|stato) (la|l'|il) (mia|nostra|mio|nostro)? ultim*; per l'ultima volta; (avete|hai|hanno|state|stai) (appena|gia)? (perso|perdendo) (un|una|me|noi|altr*|anche|un'altr*|il|la|i); client* pers*; (cerco|cerchiamo|cerchero|cercheremo|trovo|trovato|trovero|sto cercando|guardo|mi guardo) (un altr*|un'altr*|altr*|intorno|in giro); (vado|vada|andro|andiamo|andremo|sono andat*|ordino|compro|comprero|prenoto|spedisco|mi rivolgo|mi rivolgero|mi iscrivo|iscrivo|porto|sposto|mi sposto|ci spostiamo|passo) ~ (altrove|concorren*|da un altr*|da un'altr*|da altri|con altri|altra parte|alla banca|alle poste); altrove; (sposto|spostiamo|spostato|porto|trasferisco|trasferito) (il|la|tutto|i|lo|le|l') (conto|mutuo|stipendio|pensione|soldi|risparmi|utenze|numero|casa|polizza|dominio); dalla concorrenza; alla concorrenza; (ho|abbiamo) (fatto|mandato|inviato|dato|chiesto) (la)? (disdetta|recesso|portabilita); recedo; recesso; vi saluto; ci vediamo mai; non mi avrete piu; ex client*; scade il contratto; me ne vado; appena scade; vi lascio; vi saluto; mi avete pers*; non mi vedete più; non mi vedrete più; cambio gestore; disdico; passo alla concorrenza; cancello (l'app|l'account|l'abbonamento); mai più; non (compro|compreremo|comprerò|prenoto|torno|tornerò|torneremo|volo|userò) (mai)? (più)?; mai più (da voi|con voi|un|cliente|qui|nella|volerò|acquist*|compr*|prenot*); (ho|abbiamo) cambiato (operatore|banca|fornitore|compagnia|gestore|palestra|assicurazione); cambio (operatore|banca|fornitore|compagnia|gestore|palestra|assicurazione); (faccio|faro|chiedo) (la)? disdetta; disdico; passo (a|alla|ad) (un altr*|un'altr*|concorren*|altro|altra); avete perso un* client*; perso un* client*; ultima volta che; chiudo il (conto|contratto); recedo; vado (dalla concorrenza|altrove|da un altro); me ne vado; disdetto"},
    "repeat": {2: "(ho|abbiamo|vi ho|vi abbiamo|gli ho|avevo|gia|mai)? (gia)? (chiamato|telefonato|scritto|segnalato|sollecitato|contattato|mandato|inviato|spedito|chiesto|richiesto|compilato|aperto|parlato|spiegato|reclamato|protestato|avvisato|comunicato|provato|riscritto|richiamato) ~ (volte|volta|ieri|lunedi|martedi|mercoledi|giovedi|venerdi|settimana|mese|assistenza|servizio clienti|call center|numero verde|sportello|filiale|mail|pec|chat|whatsapp|modulo|nessuno|niente|nulla|risposta|e niente); (due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|venti|varie|diverse|molte|tante|mille|decine di|infinite) (chiamate|telefonate|mail|email|e-mail|pec|messaggi|solleciti|segnalazioni|reclami|ticket|lettere|raccomandate|moduli|richieste|visite|chat|operatori|operatrici); (seconda|terza|quarta|quinta|sesta|settima|ottava|ennesima) (chiamata|telefonata|mail|email|pec|segnalazione|richiesta|raccomandata|lettera|visita|volta che (chiamo|scrivo|segnalo|chiedo|telefono|torno|vengo|vi)); (secondo|terzo|quarto|quinto|sesto|ennesimo) (sollecito|reclamo|messaggio|ticket|tentativo|modulo); (nessuno|non) (mi|ci|vi)? (ha|hanno|avete|e stato)? (mai|ancora|piu)? (risponde|rispondono|rispondete|risposto|richiama|richiamano|richiamato|richiamati|ricontattato|ricontatta|fatto sapere|degnat*|alza la cornetta|prende il telefono); (senza|nessuna|zero|mai una|mai avuto|ancora nessuna) (risposta|risposte|riscontro|notizie|una risposta|alcuna risposta|richiamata); (aspetto|attendo|aspettiamo|attendiamo|in attesa di|sto aspettando) (ancora|una|un|la|vostra|che mi|di essere)? (risposta|riscontro|richiamata|richiamiate|chiamata|ricontattat*|richiamat*); (mi|ci) (avete|hanno|ha) (detto|promesso|assicurato|risposto|attaccato|chiuso|messo giu|rimbalzat*|passat*|rimandat*|fatto aspettare); (mi|ci) (dicono|dite|rimbalzate|rimbalzano|passano|rimandano|attaccano); come (vi)? (ho)? (gia)? (detto|scritto|spiegato|segnalato); (pratica|ticket|segnalazione|reclamo|richiesta) ~ (apert*|chius*|inviat*|sollecitat*|inoltrat*); chiamo e richiamo; scrivo e riscrivo; chiamo (ogni|tutti i|da|e); (e da|sono|da) (giorni|settimane|mesi|un mese|una settimana) che (chiamo|scrivo|chiedo|telefono|segnalo|provo|sollecito); (minuti|ore|ora|mezz'ora) (di attesa|in attesa|al telefono|di musichetta|attaccat*); (sono|siamo) (gia|stat*|andat*|tornat*|passat*|sces*) ~ (sportello|filiale|negozio|officina|ufficio|sede|reception|sportelli|banco); (vi scrivo|scrivo|chiamo|richiamo|torno a scrivere) (di nuovo|ancora|per la); (continuo|continuiamo) a (chiamare|scrivere|chiedere|segnalare|telefonare); (terza|seconda|quarta|quinta|ennesima) volta che; ho (chiamato|scritto|telefonato|mandato|inviato|contattato|segnalato|sollecitato|aperto|parlato|fatto (la)? segnalazione); abbiamo (chiamato|scritto|segnalato|contattato); vi ho (scritto|chiamato|contattato|mandato); (mesi|settimane|giorni) di (mail|chiamate|telefonate|solleciti|pec); (tre|due|quattro|cinque|varie|mille|dieci) (mail|chiamate|telefonate|pec|segnalazioni|solleciti); mi (dicono|avete detto|hanno detto|avete risposto) (di|che|una); ogni volta (che)? (chiamo|mi); sollecit*; chiamo da; continuo a (chiamare|scrivere); non risponde nessuno; già (segnalato|scritto|chiamato|contattat*); segnalazion* (apert*|fatt*); risposto che"},
    "legal": {2: "avvocat*; denunci*; tribunale; associazione (dei)? consumatori; codacons; altroconsumo; agcom; arera; garante; dai carabinieri; alla polizia; vie legali; querela; causa; giudice di pace; federconsumatori; adiconsum; antitrust; ivass; arbitro bancario; conciliazione; striscia; alla stampa; ai giornali; guardia di finanza; art; enac"},
    "stranded": {2: "(bloccat*|ferm*|intrappolat*|chius*|abbandonat*|lasciat*|rimast*|mollat*) (a piedi|per strada|in mezzo|sul binario|in galleria|sulla banchina|in aeroporto|in stazione|in autostrada|in ascensore|nell'ascensore|in piazzola|sul treno|sull'aereo|fuori casa|fuori di casa|qui|in corsia|sul ciglio|al buio|al freddo|in tangenziale|al casello|da ore|con); come (torno|torniamo|rientro|rientriamo|faccio a tornare|facciamo a tornare|ci arrivo|ci arriviamo); non (so|sappiamo|ho|abbiamo) (come|modo di) (tornare|rientrare|arrivare|andarmene); non (riesco|riusciamo|posso|possiamo|ci fanno|mi fanno) (a)? (tornare|rientrare|entrare|uscire|scendere|salire|ripartire) (a|in|di|da)? (casa|camera|albergo|appartamento|paese|macchina|treno)?; (dormiamo|dormo|dormire|dormito|passare la notte|passiamo la notte|notte) (in|sul|sulle|su|per) (aeroporto|terra|panche|panchine|pavimento|stazione|macchina|sedie|sala); a piedi (sulla|sull'|in mezzo|lungo|al buio|di notte); (corsia di emergenza|piazzola); chius* in (ascensore|bagno|garage); in mezzo al nulla; bloccat* (a|in|all'|sul|al|qui|fuori|alla|dentro|in aeroporto); ferm* (da|sul|in|a) ~ (treno|stazione|aeroporto|autostrada|mezzo); non riesco a (tornare|rientrare|entrare in casa); non (possiamo|posso|riusciamo a) (tornare|rientrare|partire|tornare a casa|entrare in casa); chius* (fuori|dentro); a piedi in; intrappolat*; dormire in (aeroporto|stazione); dormito in aeroporto; lasciat* (a piedi|per strada); in mezzo al nulla"},
    "drained": {2: "si (e|sono) (scaricat*|svuotat*); si (scarica|scaricava|svuota|scaricano); (batteria|auto|macchina|telefono|portatile|cellulare) ~ (scarica|scaricata|scarico|svuot*|a zero); (perso|perde|persa|perdono) (la|tutta la|meta della) (carica|autonomia|batteria)"},
    "untold": {2: "(nessuno|nessuna) (ci|mi|vi|che)? (ha|sa|abbia)? (detto|dice|dire|avvisa|avvisato|avvertito|avverte|spiega|spiegato|comunicato|informato|annunciato)"},
    "parting": {1: "altrove; un'altra; un altro; altra parte; altri; concorrenza; concorrente; da oggi; d'ora in poi; da adesso; da domani; da lunedi; la prossima; il prossimo; la prossima volta; dall'anno prossimo; ciao; addio; arrivederci; buona fortuna; auguri; tanti saluti; saluti; adieu; basta; ora basta; la goccia; stuf*; non ne posso piu; ho chiuso; chiudo; mai piu; non piu; piu; ultim*; torno a; torno al; torno alla; cambio; passo; vado; sposto; disinstall*; cancello; disdico; disdetta; recesso; peccato; dopo (dieci|vent*|anni anni); preferisco; avete vinto voi"},
    "faraway": {1: "ultimo (treno|autobus|bus|volo|aliscafo|traghetto|pullman|metro|regionale); ultima (corsa|navetta|nave|corriera|barca); navett*; niente (taxi|albergo|bus|treni|barche); nessun (taxi|bus|albergo|treno|mezzo); non (ci sono|c'e) (taxi|piu|alberghi|treni|bus|nessuno|un'anima); senza (taxi|albergo|barche|campo|batteria); al buio; di notte; stanotte; sotto la pioggia; piove; freddo; marciapiede; banchina; molo; casello; piazzola; autostrada; provinciale; carro attrezzi; aeroporto; stazione; binario; fino a domattina; tornare a casa; rientrare; a piedi; bloccati; fermi; siamo (a|in|fermi|bloccati); con (due|tre)? (bambini|neonat*|mia madre|mio figlio|la nonna|anziani)"},
}

LEXICON = Lexicon(
    cues=_CUES,
    negators="non; senza; mai; nessun; nessuna; nessuno; ne; niente; neanche; nemmeno",
    numbers={
        "un": 1, "una": 1, "uno": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13,
        "quattordici": 14, "quindici": 15, "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19, "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80, "novanta": 90, "cento": 100, "duecento": 200,
        "trecento": 300, "cinquecento": 500, "mille": 1_000, "mezzo": 0.5, "mezza": 0.5, "mezz": 0.5, "un paio di": 2,
        "du": 2, "duu": 2, "tri": 3, "quattru": 4, "un paio d'": 2, "una decina di": 10,
        "una quindicina di": 15, "una ventina di": 20, "una trentina di": 30,
        "una dozzina di": 12, "mezza dozzina di": 6, "ventun": 21,
    },
    multipliers={"mila": 1_000, "mille": 1_000, "milioni": 1_000_000, "milione": 1_000_000, "k": 1_000},
    units={
        "minuto": 1 / 1440, "minuti": 1 / 1440, "min": 1 / 1440, "ora": 1 / 24, "ore": 1 / 24, "h": 1 / 24, "giorno": 1, "giorni": 1, "gg": 1, "settimana": 7, "settimane": 7, "mese": 30, "mesi": 30, "anno": 365, "anni": 365,
        "quarto d'ora": 1 / 96, "quarti d'ora": 1 / 96,
        "giornate": 1, "sere": 1, "mattine": 1, "mattinate": 1, "setimane": 7, "zorni": 1,
        "simani": 7, "jorna": 1, "ur": 1 / 24, "misi": 30, "semmane": 7, "juorne": 1,
    },
    halves="e mezza; e mezzo",
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    months=("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
    since="""da; dal; dall'; dalla; dallo scorso; da inizio; da fine; dai primi di; era il;
        (reclamo|sinistro|ticket|pratica|segnalazione|contestazione) ~ (aperto|aperta);
        (chiesto|chiesta|smarrito|smarrita|ordinato|ordinata|ordinati|inviato|inviata);
        (segnalato|segnalata|presentato|presentata|inoltrato);
        (annullata|annullato|cancellato|cancellata) (a|ad);
        (richiesta|reclamo|segnalazione|ordine|ricorso|domanda|sollecito|mail|pec) ~ del;
        (richiesta|reclamo|segnalazione|ordine|sollecito|messaggio|mail|pec) di""",
    days_ago={
        "da ieri": 1, "dall'altro ieri": 2, "da ieri sera": 1, "tutta la settimana": 7,
        "dalla settimana scorsa": 7, "dal mese scorso": 30, "dall'anno scorso": 365,
        "è (tri|tre) di (che|ch)": 3,
    },
    lasting_before="""da; da oltre; da più di; da circa; da quasi; da ben; da gia; da ormai;
        aspetto da; attesa di; ritardo di; fila di; coda di; aspettato; rimast*; sono; son; so';
        ormai; passat*; sono passat*; attesa; oltre; per; (fila|coda|attesa) da; arrivat*;
        consegnat*; (arriva*|richiama*|risponde|risposto|risposta|consegnat*|attrezzi) dopo;
        (ordine|reclamo|richiesta|segnalazione|sollecito|guasto|scavi|pratica|domanda|mail) di;
        (pec|mail|chiamate|telefonate|solleciti|messaggi|segnalazioni|richieste) in;
        (chiamata|mail|telefonata|pec) in""",
    lasting_after="""di (ritardo|attesa|mail|chiamate|coda|fila|solleciti|telefonate);
        di (silenzio|disservizio|blackout|promesse|rimpalli|segnalazioni);
        che (il|la|lo|l'|i|le|mi|ci|vi|ve|me|mio|mia|si|e|ho|va|sto|stiamo|abbiamo|avete) *;
        che (non|aspetto|aspettiamo|chiamo|siamo|sono|chiedo|scrivo|provo|riprovo|dura);
        che (segnalo|sollecito|telefono);
        e (una|due|tre|quattro|cinque) (mail|pec|chiamate|telefonate|diffida|solleciti);
        dopo (il|la|l') (reclamo|segnalazione|richiesta|ordine|sollecito); senza; ad aspettare;
        al telefono; in (coda|fila|attesa|piedi); e (ancora|niente|nulla|nessuno); fa; bloccat*;
        ferm*; passat*; con (la|le|lo|il|i); dopo (ancora|nulla|niente|non|nessun*|siamo|sono)""",
    not_lasting_before="""ogni; entro; tra; fra; ha; aveva; hanno; avra; compie; dura; durava;
        durata; scadenza; vale; valgono; max; massimo; minimo; minima; garanzia di; cliente da;
        bambin* di; figli* di; di; con voi da; euro per; verso la quota da; pago da; prossim*;
        lasciat*; abbonat* da; contratto di; vivo qui da; volo di; per i prossimi; in;
        auto lasciat*; compro da voi da; arrivat* in; consegnat* in; per altri; per altre""",
    not_lasting_after="""di età; di garanzia; prima; di anticipo; d'anticipo; di vita;
        di contratto; di vincolo; di volo; di viaggio; dopo il vostro; come cliente; e adora;
        di autonomia; dopo la carica; e mai; all'altro; si e (un|uno|una); (doveva|dovevano);
        di (preavviso|permesso|ferie|malattia|risparmi|abbonamento|prova|vacanza|corso|festa);
        di (sosta|cammino|carico|parcheggio|ricarica|batteria|lezione|sonno|noleggio);
        di (strada|macchina|auto|treno|pullman|bus|aereo|nave|traghetto|taxi|distanza);
        al giorno; l'anno; in anticipo""",
    not_bare_before="""dopo; ogni; in; entro; per; di; da; con; tra; fra; a; alle; le; i; gli;
        altri; altre; prossimi; primi; prime; solo; fino a; circa a; nei; nelle; bloccato;
        un altro; su; suoi; sue; dormito; bannat*; aperto; aperti; aperta; giuravano; promess*;
        giacenza; garanzia; detto; dite; dicevano; assicurato; addebitat*; massimo; max""",
    not_bare_after="""di garanzia; di età; di carico; senza bagno; per un gioco; di abbonamento;
        di prova; gratis; al giorno; alla settimana; al mese; all'anno; l'anno; prima; dopo;
        di volo; di viaggio; in più; su; ad abbonamento; buttat*; a piedi; lavorativ*;
        di (spot|pubblicita|show|stanza|strada|macchina|auto|film|lavoro|vacanza|ferie)""",
    nth_days="""giorno #; # giorno (senza|che|di (attesa|silenzio|ritardo|fermo|buio|freddo)|con|e|al|in|a); (siamo|sono|e|oggi) (al|il)? # giorno; # (mattina|sera|notte) (che|di fila|consecutiva|senza|a)""",
    times="volte; volta; vote; volt; vorte; vorta; voti",
    ordinals={
        "secondo": 2, "terzo": 3, "quarto": 4, "quinto": 5, "sesto": 6, "settimo": 7, "ottavo": 8,
        "nono": 9, "decimo": 10, "undicesimo": 11, "dodicesimo": 12, "quindicesimo": 15,
        "ventesimo": 20, "seconda": 2, "terza": 3, "quarta": 4, "quinta": 5, "sesta": 6,
        "settima": 7, "ottava": 8, "nona": 9, "decima": 10, "undicesima": 11, "dodicesima": 12,
        "tredicesima": 13, "quattordicesima": 14, "quindicesima": 15, "ventesima": 20,
    },
    counted_times={"do volte": 2, "doje vote": 2, "quatto vote": 4},
    contact_verbs="""compil(o|at*|are); (sono|son|siamo|gia|dovuto|dovuta) tornat*;
        (sono|siamo) ritornat*; torno; tornare; (so'|semo) (annat*|tornat*|venut*|passat*);
        scesa; sceso; portat*; riportat*; (ho|hoo|go) (ciama*|riporta|manda|telefona|porta);
        (la|lo|li|le) porto; (la|lo) riporto; riportar*; spieg(o|at*|are|arvi|arlo); rispieg*;
        ripet(o|ut*|ere|ervi); detto; ridetto; dico; ridico; dirvi; dirlo; (dovuto|dover) dire;
        chiam(o|iamo|ato|ata|ati|are|arvi|avo|ando|a|mat*); richiamo; richiamare;
        (ho|abbiamo|gia) richiamat*; scri(vo|viamo|vere|vervi|vevo|vendo|tt|tto|tta|tti|tte);
        riscri*; telefonat*; telefonare; telefoniamo; telefonavo; telefonando;
        (vi|av|ve|ci) telefon*; telefono per; ritelefon*; contatt*; ricontatt*;
        segnal(o|azione|at*|are|arvi|iamo|avo|ando); sollecit*; mand*; rimando;
        invi(o|at*|are|arvi|iamo); reinvi*; inoltr*; chied(o|ere|ervi|erlo|iamo|evo|endo);
        chiest*; richied*; richiest*; reclam*; contest*; protest*;
        (sono|son|siamo|gia) (venut*|vegnu*); vegn*; vengo; (sono|son|siamo|gia) (passat*|pass*);
        passat* (in|al|allo|alla|all') *; (sono|son) (andato|andata|ito|ita); siamo andat*;
        io andat*; parlat*; riapr*; riapert*; avvisato; avvertito; fatto presente; domando;
        bussat*; (mi sono|ci siamo) (presentat*|rivolt*|lamentat*); mi lamento;
        ho (spedito|rispedito); (contestazion*|segnalazion*|ticket|pratic*) apert*;
        (mand*|invi*|spedi*|portat*|compil*) (la|il|le|i|lo) *;
        (allo|agli|al) (sportell*|banco|bancone|punto ritiro|centro assistenza);
        al (cup|call center|numero verde);
        (che)? (vi|lo|la|ve lo|ve la) (chiamo|scrivo|segnalo|dico|ridico|chiedo|ripeto|spiego);
        (che)? (vi|lo|la|ve lo|ve la) (conto|ricordo|mando|rimando|invio|contatto|sollecito);
        (che)? (vi|lo|la|ve lo|ve la|ve li) (telefono|porto|riporto); ricordo per; riprovo;
        chiamai; scrissi; telefonai; mandai; inviai; andai; tornai; segnalai; rimbalzat*;
        rimpallat*; riattaccat*; messo giu; buttato giu; allegat*;
        in (accettazione|officina|questura|segreteria|biglietteria);
        in (filiale|agenzia|negozio|concessionaria|chat); (alla|in) reception; all'anagrafe;
        all'accettazione; al telefono; via mail; per mail; per telefono""",
    contact_nouns="""chiamata; telefonata; sollecito; segnalazione; raccomandata; raccomandate;
        lettera; messaggio; richiesta; richieste; reclamo; chiamate; telefonate; mail; email;
        e-mail; pec; solleciti; segnalazioni; messaggi; visite; lettere; ticket; reclami;
        richiamata; richiamate; tweet; chat; fax; whatsapp; vocali; diffida; diffide;
        autolettur*; protocolli; operatori; operatore; operatrice; operatrici; consulenti;
        persone diverse; uffici; moduli; modulo;
        (persona|signora|signorina|ragazza|impiegat*|collega) che (mi|me) *;
        che (vi)? (scrivo|mando|invio);
        persone (al telefono|allo sportello|dell'assistenza|del servizio clienti);
        (mie|nostre|altre|lunghe) (chiamate|telefonate|mail|email|e-mail|pec|segnalazioni);
        (miei|nostri|altri|inutili) (solleciti|messaggi|reclami|tentativi);
        (passaggi|viaggi|visita) (in|allo|al|agli|alla|all') *; chiacchierat* (con|col|coi);
        tentativi (di chiam*|di contatt*|telefonic*)""",
    currencies={"euro": "EUR", "€": "EUR", "eur": "EUR", "dollari": "USD", "dollaro": "USD", "usd": "USD", "us$": "USD", "sterline": "GBP", "£": "GBP", "$": None, "chf": "CHF", "franchi": "CHF"},
    place_before="in tutta; in tutto; a; ad; in; al; alla; alle; all'; fuori; nel; presso; hotel di; negozio di; sul",
    place_near="di; del; della; da; dal; dalla; verso; per",
    place_heads="via; piazza; parco; viale; corso; aeroporto di; largo; porto di; lungomare",
    place_tails="",
    not_places="whatsapp; twitter; facebook; instagram; google; gennaio; febbraio; marzo; aprile; maggio; giugno; luglio; agosto; settembre; ottobre; novembre; dicembre; natale; pasqua; italia; internet; dm; bitcoin; galaxy; iphone; samsung; giulia; marco; pos; ccs; amazon; spid; tim; vodafone",
    not_products="al telefono; per telefono; numero di telefono; del telefono fisso",
    products="modem; router; telefono; cellulare; portatile; computer; tablet; televisore; tv; lavatrice; frigorifero; frigo; forno; caldaia; pos; stampante; lavastoviglie; asciugatrice; monopattino; cuffie; aspirapolvere; condizionatore; decoder; smartwatch; contatore; console; microonde; friggitrice",
    articles=(
        "il; lo; la; i; gli; le; mio; mia; nostro; nostra; un; una; del; della; dello; al; "
        "alla; sul; sulla; col; nel; nella; questo; questa; vostro; vostra; modello; una "
        "nuova; un nuovo"
    ),
    not_models=(
        "binario; sala; uscita; terminal; linea; piano; fila; posto; sportello; cassa; ore; "
        "via; viale; corso; piazza; canale; radio; rai; rete; errore; livello; giornata; "
        "capitolo; articolo; classe; tasso; euro; covid; formula; serie; statale; "
        "provinciale; autostrada; casello; corsia; bus; tram; treno; volo; lotto; scatola; "
        "armadietto; piazzola; gate; lunedi; martedi; mercoledi; giovedi; venerdi; sabato; "
        "domenica; gennaio; febbraio; marzo; aprile; maggio; giugno; luglio; agosto; "
        "settembre; ottobre; novembre; dicembre; padiglione; reparto; stanza; camera; aula; "
        "scala; palazzina; banco"
    ),
    reference_words="ordine; rapporto; codice; ordine di lavoro; iuv; prot; protocollo; rif; ricevuta; rimborso; sinistro; denuncia; collo; avviso; fascicolo; lotto; verbale; richiesta; utenza; mezzo; ordini; riferimento; rif; pratica; prenotazione; ticket; numero; segnalazione; fattura; contratto; polizza; reclamo; spedizione; caso",
)
