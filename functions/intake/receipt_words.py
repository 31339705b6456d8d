"""What the page of an erasure says, by language."""

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Deletion of your data",
        "working": "Your request is being worked on. This takes minutes, at most a day.",
        "done": "It is done. What we held about you was deleted.",
        "nothing": (
            "It is done. Under the id that we were given, nothing was held. If you wrote to us, "
            "send us the address of one of your posts, and we delete what belongs to it."
        ),
        "unknown": (
            "We know no request of this code. If you have just made it, look again in a few "
            "minutes."
        ),
        "requested": "Requested on",
        "ended": "Done on",
        "items": "Entries deleted",
    },
    "es": {
        "title": "Eliminación de sus datos",
        "working": "Su solicitud está en curso. Tarda unos minutos, como mucho un día.",
        "done": "Hecho. Lo que guardábamos sobre usted se ha eliminado.",
        "nothing": (
            "Hecho. Con el identificador recibido no guardábamos nada. Si nos escribió, envíenos "
            "la dirección de una de sus publicaciones y eliminaremos lo que le corresponda."
        ),
        "unknown": (
            "No conocemos ninguna solicitud con este código. Si acaba de hacerla, vuelva a mirar "
            "en unos minutos."
        ),
        "requested": "Solicitado el",
        "ended": "Terminado el",
        "items": "Entradas eliminadas",
    },
    "it": {
        "title": "Cancellazione dei suoi dati",
        "working": "La richiesta è in corso. Ci vogliono alcuni minuti, al massimo un giorno.",
        "done": "Fatto. Ciò che conservavamo su di lei è stato cancellato.",
        "nothing": (
            "Fatto. Con l'identificativo ricevuto non conservavamo nulla. Se ci ha scritto, ci "
            "mandi l'indirizzo di un suo post e cancelleremo ciò che gli appartiene."
        ),
        "unknown": (
            "Non conosciamo alcuna richiesta con questo codice. Se l'ha appena fatta, guardi di "
            "nuovo tra qualche minuto."
        ),
        "requested": "Richiesto il",
        "ended": "Concluso il",
        "items": "Voci cancellate",
    },
    "nb": {
        "title": "Sletting av dine data",
        "working": "Forespørselen din er under arbeid. Det tar minutter, høyst et døgn.",
        "done": "Det er gjort. Det vi hadde om deg, er slettet.",
        "nothing": (
            "Det er gjort. Under id-en vi fikk, hadde vi ingenting. Har du skrevet til oss, send "
            "oss adressen til et av innleggene dine, så sletter vi det som hører til."
        ),
        "unknown": (
            "Vi kjenner ingen forespørsel med denne koden. Har du nettopp sendt den, se igjen om "
            "noen minutter."
        ),
        "requested": "Bedt om",
        "ended": "Ferdig",
        "items": "Oppføringer slettet",
    },
}
