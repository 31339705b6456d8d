"""Whether a yes is plain: every word beside it thanks, greets, or names the thing itself.

A list of what may stand there is longer than one of what may not, and safer: nobody can list all
of scorn.
"""

# ruff: noqa: E501 - lists of words
import re
from functools import cache
from typing import Literal

# On folded text. A sign alone is an answer; hands that clap and faces that laugh are none.
_YES_SIGNS, _NO_SIGNS = "👍👌✅✔☑🆗", "👎❌✖"
_FRIENDLY = "🙏❤♥🙂😊😀😃😄🎉💪🤗"
_TONES = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")  # of skin, and how a sign is drawn
_WORD = re.compile(r"[\w']+|[^\w\s]")
_POINTS = frozenset(".,!-:;)")
# Dots, a question, a word said twice (who agrees says it once), "sometimes", "that is enough".
_DOUBTS = re.compile(
    r"\.\.|…|\?|\b(ja|jada|joda|si|yes|yeah|sure)\b\W+\1\b|\bnow and again\b|\bya esta bien\b"
)

_THINGS = {
    "es": "modem router internet wifi correo mail linea conexion red telefono cargador luz corriente calefaccion caldera bateria coche app cuenta factura pedido paquete tarjeta",
    "nb": "e post posten modemet ruteren routeren nettet internett wifi mailen e-posten eposten linjen linja forbindelsen telefonen laderen strommen strømmen varmen batteriet bilen appen kontoen fakturaen pakken kortet",
    "it": "modem router internet wifi posta mail linea connessione rete telefono caricatore colonnina luce corrente riscaldamento caldaia batteria auto macchina app conto bolletta ordine pacco carta",
    "en": "modem router internet wifi mail email line connection network phone charger light power electricity heating boiler battery car app account bill invoice order parcel card",
}
# What a thing does that works again, and what one can do with it.
_DOES = {
    "es": "sale salen llega llegan llegado entra entran carga cargan conecta enciende calienta puedo podemos enviar mandar recibir cargar entrar llamar conectar pagar correos mensajes",
    "nb": "kommer fram frem inn ut lader varmer ringer sender kan jeg vi sende motta lade ringe betale logge meg e-post epost mail meldinger",
    "it": "esce escono arriva arrivano arrivato parte partono entra carica scalda accende connette posso possiamo inviare mandare ricevere caricare entrare chiamare pagare messaggi",
    "en": "sends send receive arrives arrived goes through out can i we charges charging heats connects connected log in call pay mails messages",
}
_AROUND = {
    "es": "si sip ya esta estan va van funciona funcionan todo todos perfecto perfectamente bien correcto arreglado arreglada resuelto resuelta solucionado solucionada quedo ha quedado en orden ok ahora hoy por fin nuevo de otra vez me llego lo tengo "
    "gracias muchas mil muchisimas un una saludo saludos hola buenos buenas dias tardes noches amable muy y a vosotros ustedes ayuda vuestra su la el los las mi mis",
    "nb": "ja jepp jada det den dette er na nå no går gar virker fungerer funker verkar igjen fint bra greit perfekt som skal alt i orden fikset lost løst ordnet ok problemet borte endelig "
    "takk tusen mange hjertelig for hjelpen hilsen hei hallo god dag morgen kveld og dere deg til min mitt mine ha en fin",
    "it": "si sisi ora adesso oggi funziona funzionano va vanno e tutto a posto ok risolto risolta sistemato sistemata in ordine di nuovo bene perfetto perfettamente finalmente "
    "grazie mille tante molte infinite ciao buongiorno buonasera saluti un saluto cordiali a voi per l'aiuto aiuto il lo la le i l' mio mia vostro",
    "en": "yes yep yeah yup it it's that's is has been all everything everything's now finally today again fixed sorted working works solved resolved good fine perfectly perfect ok done "
    "thanks thank you thx cheers so very much many a lot your help for the my hi hello kind best regards and",
}


def sign(said: str) -> Literal["yes", "no"] | None:
    """What a text without a word says: 👍 is a yes, 👎 a no, both or another sign neither."""
    signs = {character for character in _TONES.sub("", said) if not character.isspace()}
    if signs & set(_YES_SIGNS) and signs <= {*_YES_SIGNS, *_FRIENDLY, *_POINTS}:
        return "yes"
    return "no" if signs & set(_NO_SIGNS) and signs <= {*_NO_SIGNS, *_POINTS} else None


def has_yes_sign(said: str) -> bool:
    """Whether 👍 or its like stands among the words."""
    return any(character in _YES_SIGNS for character in said)


def is_plain(said: str, language: str) -> bool:
    """Whether nothing stands in a yes that could take it back, doubt it, or ask for more."""
    if _DOUBTS.search(said):
        return False
    known = _known(language)
    return all(word in known for word in _WORD.findall(_TONES.sub("", said)))


@cache
def _known(language: str) -> frozenset[str]:
    words = " ".join(table.get(language, "") for table in (_THINGS, _DOES, _AROUND)).split()
    return frozenset({*words, *_POINTS, *_YES_SIGNS, *_FRIENDLY})
