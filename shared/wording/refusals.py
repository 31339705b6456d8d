"""Words that read as a refusal, by language: while an investigation is open they don't go out.

This is a net, and no proof. It catches how a refusal is usually worded; who wants to refuse
between the lines can, and a sentence that only mentions one may be caught and must be said
otherwise. An investigation protects by its people, who answer for what they say in their name;
the net protects them from a template that comes to hand.

Of the phrases: letters without accents, in lower case; `~` stands for up to three words.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

HELD_BACK = (
    "investigation_open: that reads as a refusal; end it (sixday outcome), or say it otherwise"
)
PHRASES: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"(not|never|arent|isnt|wont be) (be )?(entitled|eligible)",
        r"(no|any) (right|entitlement) to (a|any|the|your|compensation|money)",
        r"(does not|doesnt|do not|dont|did not|didnt) qualify",
        r"(not|isnt|arent|wont be|never|no longer) (be )?covered",
        r"(does not|doesnt|do not|dont|wont|will not) cover",
        r"(out of|outside|beyond|not under|not within|no longer under|no longer in) ~warranty",
        r"warranty (has |is )?(expired|ran out|run out|void|over)",
        r"(cannot|can not|cant|wont|will not|unable to|not able to|not going to|not willing to"
        r"|decided not to|refuse to|decline to|have to decline|never) "
        r"(be )?((offer|give|grant|pay|issue|provide|make|accept|approve)(ing)? ~)?(you )?"
        r"(refund|reimburse|compensat|replac|waive|waiver|claim|goodwill)\w*",
        r"no (refunds?|compensation|reimbursement|replacement)",
        r"(claim|request|refund|complaint|application|appeal|demand) "
        r"(is|has been|must be|will be|remains) ~(refused|rejected|denied|declined|turned down)",
        r"we (must |have to |will |hereby )?(refuse|reject|deny|decline) (your|the|this|to|any)",
        r"not (our|the company s) (fault|responsibility|liability|problem)",
        r"(not|arent|cannot be held|cant be held|accept no|take no) (responsib|liab)\w+",
        r"you( ll| will| would)? (must|have to|need to) (still )?pay(?! (nothing|nobody))",
        r"(bill|charge|invoice|price|amount|decision) (stands|is final|remains)",
        r"nothing (more |else |further )?(that )?(we|i) can do",
        r"(case|ticket|matter|complaint) is (now )?closed",
        r"we (are closing|re closing|have closed|ve closed|will close|ll close) (your|the|this)",
        r"(policy|terms|rules) (does not|doesnt|do not|dont) (allow|permit|provide)",
    ),
    "es": (
        r"(no|tampoco) (tiene|tienes|teneis|tienen|tendra|tendria) (usted )?~derecho",
        r"no (le|te|les|os) corresponde",
        r"no (esta|estan|queda|quedan|se encuentra) ~cubiert[oa]s?",
        r"no (lo |la |los |las |le |te |se )?(cubre|cubrimos|cubren)",
        r"no entra en (la )?garantia",
        r"(fuera de|sin) (la |su |tu )?garantia",
        r"garantia (ya )?(ha |esta )?(caducad[oa]|vencid[oa]|expirad[oa]|vencio|caduco|expiro)",
        r"no (podemos|vamos a|es posible|podremos|queremos) ~"
        r"(reembols|compens|indemniz|sustitu|reemplaz|devolv)\w*",
        r"no (le |te |les |os |se )*(reembolsa|devolve|compensa|indemniza)(re)?(mos)?",
        r"no (hay|habra|cabe|procede) ~"
        r"(reembolso|devolucion|compensacion|indemnizacion|reclamacion)",
        r"(reembolso|devolucion|compensacion|reclamacion|solicitud|peticion) ~no procede",
        r"no cumples? (con )?(los|las) (requisitos|condiciones)",
        r"(rechazamos|denegamos|desestimamos|rehusamos)",
        r"(ha sido|queda|esta|sera) (rechazad|denegad|desestimad)[oa]",
        r"no (somos|nos hacemos) responsables",
        r"no es nuestr[oa] (culpa|responsabilidad|problema)",
        r"no es (culpa|responsabilidad|problema) nuestr[oa]",
        r"(?<!no )(debe|debes|debera|deberas|tiene|tienes|tendra|tendras) (que )?(pagar|abonar)",
        r"(factura|cargo|importe|precio) se mantiene",
        r"(caso|expediente|asunto) (esta|queda|ha sido) cerrado",
        r"(cerramos|damos por cerrad[oa]) (su|tu|el|la|este|esta)",
        r"(no hay nada|nada) (mas )?que (podamos|podemos) hacer",
        r"no podemos hacer (nada|mas)",
    ),
    "nb": (
        r"dekkes ~ikke",
        r"(er|blir|var) ~ikke dekket",
        r"dekker ~ikke",
        r"(ikke|aldri) (krav|rett) (pa|til)",
        r"ingen (rett|krav) (pa|til)",
        r"(kan|vil|skal|kommer) ~ikke (til a )?(gi ~)?"
        r"(refunder|refusjon|erstat|kompens|betale tilbake|innvilge|ettergi)\w*",
        r"far (du |dere )?(dessverre )?ikke "
        r"(noe |noen )?(refusjon|refundert|erstatning|erstattet|kompensasjon|pengene)",
        r"ingen (refusjon|erstatning|kompensasjon|tilbakebetaling)",
        r"(kravet|klagen|soknaden|saken|henvendelsen) (din |ditt |deres )?(er|blir|ble) "
        r"(avslatt|avvist)",
        r"(vi|jeg) (ma |har )?(avslar|avsla|avviser|avvise|avslatt|avvist)",
        r"(far|gir|fatt) (du |deg |dere )?avslag",
        r"(utenfor|utover) (garanti|reklamasjon)\w*",
        r"garantien (har |er )?(gatt ut|utlopt|utlop|gjelder ikke|over)",
        r"ikke (vart|var) (ansvar|problem|feil|skyld)",
        r"ikke (ansvarlig|ansvarlige) for",
        r"du (ma|skal) (selv |likevel |fortsatt )?betale(?! (ingenting|noe))",
        r"(regningen|fakturaen|belopet|prisen) star (fast|ved lag)",
        r"saken (er|blir) (na )?(avsluttet|lukket)",
        r"vi (avslutter|lukker|har avsluttet|har lukket) saken",
        r"(ingenting|ikke) (mer |noe )*vi kan gjore",
        r"oppfyller (du )?ikke (kravene|vilkarene)",
    ),
    "it": (
        r"non (e|sono|sara|saranno|risulta|risultano|viene) ~(copert|compres)[oaie]",
        r"non (lo |la |li |le )?(copre|copriamo|coprono)",
        r"non (ha|hai|avete|hanno|avra|avrebbe) ~diritto",
        r"non (le |ti |vi |gli )?spetta",
        r"fuori (dalla )?garanzia",
        r"garanzia (e |ormai )*(scadut[ao]|terminata|decaduta)",
        r"non (possiamo|intendiamo|vogliamo|siamo in grado di|e possibile) ~"
        r"(rimbors|risarc|sostitu|compens|indennizz|accogli)\w*",
        r"non (la |ti |vi |le |lo )?(rimborseremo|risarciremo|sostituiremo|indennizzeremo)",
        r"(nessun|alcun) (rimborso|risarcimento|indennizzo)",
        r"(rimborso|risarcimento|indennizzo) non (e|sara|viene) "
        r"(previst|dovut|possibil|concess)\w+",
        r"(respingiamo|rifiutiamo|rigettiamo|neghiamo)",
        r"(richiesta|reclamo|domanda) (e|e stat[oa]|viene) (respint|rifiutat|rigettat|negat)[oa]",
        r"non (siamo|ci riteniamo) responsabili",
        r"non e (colpa|responsabilita|un problema) nostr[oa]",
        r"non e (una )?nostr[oa] (colpa|responsabilita|problema)",
        r"(?<!non )(deve|devi|dovra|dovrai|dovete) (comunque )?pagare",
        r"(caso|pratica|reclamo) e (ormai )?chius[oa]",
        r"(chiudiamo|abbiamo chiuso) (il|la) (suo|tuo|sua|tua|vostro|caso|pratica)",
        r"non possiamo fare (altro|nulla|niente)",
        r"non c e (piu )?(nulla|niente) (da fare|che possiamo)",
    ),
}  # fmt: skip


def reads_as_refusal(text: str | None) -> bool:
    """Whether words, in any of the languages, refuse: money, a right, cover, more work."""
    return bool(text) and any(found.search(folded(text or "")) for found in _patterns())


def folded(text: str) -> str:
    """Plain letters in lower case, `n't` in one word, sentences parted by a point."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.sub(r"[^\w.;:!?]+", " ", re.sub(r"['’`´]t\b", "t", letters))
    return " ".join(re.sub(r"[.;:!?]+", " . ", words).split())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(phrases) for phrases in PHRASES.values())


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    any_of = "|".join(phrases).replace("~", r"(?:\w+ ){0,3}")
    return re.compile(rf"\b(?:{any_of})\b")
