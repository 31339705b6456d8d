# Written as tables: a phrase a line would bury the whole.
# ruff: noqa: E501
# fmt: off
"""Spanish, of Spain and of America."""

from functions.classification.lexicon.shape import Cues, Lexicon

_CUES: Cues = {
    "trouble": {
        2: """pierd* agua; pierda; gote*; inundad*; arañazo*; abolladura*; golpe; ha pasado de largo; paso de largo; llego tarde; se ha ido; se fue; se va; caida; lleva caida; no hay quien; ni una respuesta; acabamos en; acabe en; exclusion; me vendisteis; os parece (normal|bonito); estropeado; mohosa; moho; caducad*; crud*; helad*; manchad*; mojad*; engaño; engañ*; mentir*; mienten; mentis; cuela; atasc*; rallad*; perdid*; perdisteis; han perdido; oxidad*; inservible; no arregl*; ni caso; pasan de mi; sin noticias; imposible; no aparece; sigo sin; seguimos sin; lleva ~ (estropead*|averiad*|caid*|cerrad*|sin|rot*); le disteis; dejado tirad*; me dejasteis; me dejaron; a tope; goteras; sudar; cuelga*; se cuelga; desaparecid*; no (me|nos|se|le|les)? funciona*; no (funciona|funcionan|funcionaba|va|van|anda|arranca|
        enciende|carga|abre|llega|llego|llegan|responde*|contesta*|sirve*|aparecio|aparece|recibo|
        recibi|ha llegado|han llegado); no (me|nos) (deja|dejan|llega|llego|llegan|responde*|
        contesta*|hacen|hacéis|dais|dan|devuelv*|deja entrar|solucion*|habeis|han); sin (internet|luz|
        agua|gas|cobertura|señal|linea|servicio|calefaccion|recoger|respuesta|solucion|devolver|avisar|
        conexion|telefono|aire); nadie (responde|contesta|sabe|dice|hace|ayuda|da|viene|vino|me|nos|
        aparece|aparecio|informa|soluciona); cobrado (dos|tres) veces; me (estan|habeis|han|haeis)
        cobra*; cobro (indebido|duplicado); (averiad*|roto|rota|rotos|rotas|estropead*|defectuos*|
        bloquead*); deja de funcionar; fuera de servicio; se (ha|han) (roto|parado|caido|estropeado);
        no ~ recomiendo; (pesim*|lamentable*|vergonz*|nefast*|horrible*|asqueros*|indignante*|inaceptable*|
        impresentable*|verguenza|desastre|estafa|timo|mierda|porqueria|fatal|tomadura de pelo|
        tercermundista|incompeten*|ineptitud|inutil*|decepcion*|inadmisible*); (que|vaya|menuda|menudo)
        (verguenza|asco|timo|robo|mierda|desastre|chapuza|rabia); cucaracha*; me muero de rabia; no
        puedo; no podemos; no pude; con retraso; horas de retraso; (cancelan|cancelado|cancelaron|
        cancelasteis) ~ (vuelo|pedido|tren|reserva|cita|sin); me (han|habeis) cancelado; tirados;
        (queja|reclamacion|reclamo); sigo igual; (se niega|se niegan|os negais); no esta cubierto; por
        culpa (de|vuestra); perdi (toda|todo|el|la|un); me colgo; me (cuelgan|colgaron); trato es ese;
        no entiende nada; no sirve*; (estoy|estamos) hart*; hart*; nunca mas; (huele|olor) a; fria;
        no hay (manera|quien|luz|agua|internet|derecho); apagon*; averia; muerta; parado en medio;
        me piden; otra vez ~ (caido|sin|cancel*|lo mismo|igual|roto); siempre lleno; pago ~ para nada;
        vuelv* a fallar; falla*; mal (servicio|olor|trato|atendid*); no ~ apareci*; sin ~ devolver*""",
        1: """pierdo; problema*; todavia no; aun no; sigue (sin|en); tenia que (llegar|estar|venir); encima;
        error; retraso; tarde; esperando; devolvedme; devuelvanme; quiero (mi dinero|que me); espera; lento*;
        lenta*; caro; abuso; robo; ladr*; increible; caida; se cae; peor; sucio*; sucia*; queda* (corto|sin);
        asi no; muy fuerte; marron; me (subis|suben|han subido); sin avisar; me dijeron una cosa; otra vez;
        humo; quemado; fallo; fallos; me mandais; me mandan; cuando pedi; no puede ser; cada vez que;
        me hacen; me haceis; menos mal que; hasta cuando; no aparec*; la excusa; excusas; mal; malo; mala;
        malisim*; echa humo; ya van; ni una; ni un; que pasa con; por que me (habeis|han); se salto""",
    },
    "praise": {
        2: """chapo; me salvo; nos salvo; salvo el (viaje|dia); crack; cracks; buenisimo; jajaja; un sol; un 10; olé; de categoria; sobresaliente; merece un aumento; merecen un; agradecid*; agradecer; un placer; ha superado; maja; profesionales; bordais; sois los mejores; gracias (a|por|de corazon); enhorabuena; felicidades; genial; excelente*; encantad*;
        perfecto; perfecta; maravill*; estupend*; fantastic*; muy (contento|contenta|amable|amables|bien|
        majo|majos|maja|rapido|rapida|satisfech*); da gusto; de diez; un 10; seguid asi; sigan asi;
        lo recomiendo; la recomiendo; os recomiendo; recomendable; de lujo; chapeau; buen trabajo;
        buen servicio; estoy contento; estoy contenta; un lujo; me encanta; sin ninguna queja; nunca un
        problema; impecable; todo perfecto; mejor (servicio|trato|atencion|compañia)""",
        1: "gracias; puntual; bien; amable; majo; majos; buen; buena; buenisim*; contento; contenta; rapidez; antes de lo previsto; bravo; 👏; rapido",
    },
    "greeting": {2: "feliz (lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia|año|navidad|finde|semana); buen (fin de semana|finde|dia|domingo); buenos dias; buenas (tardes|noches)"},
    "solved": {
        2: """(ya)? (esta|quedo|queda|me lo han|me lo habeis) (ya)? (solucionad*|resuelt*|arreglad*); ya (esta
        solucionad*|funciona|va|esta resuelt*|esta arreglad*|me ha llegado|llego|tengo); problema (resuelto|
        solucionado); (solucionado|resuelto|arreglado); resolverme; me (lo)? (resolvio|resolvieron|
        solucionaron|soluciono)""",
    },
    "question": {
        2: """sirve; vale para; incluye; hay que; hace falta; hasta que hora; sabeis cuanto; es obligatorio; podria; admiten; se admiten; como va; donde se; el abono; permitis; se necesita; a que hora; cuanto (cuesta|vale|tarda|seria); cuando (abre|abris|abren|sale|llega|estara|se pasa|
        empieza|termina|podre); donde (puedo|esta|queda|compro); (teneis|tienen|hay) ~ (wifi|stock|parking|
        disponible|huelga|toma|plazas|descuento); como (puedo|hago|se|funciona|contrato); se puede; podeis
        decirme; pueden decirme; (me)? podeis decir; aceptais; cual es; es posible; puedo (cambiar|pagar|
        recoger|llevar|usar); que (horario|tarifa|documentos|necesito); quisiera saber; me gustaria saber;
        alguien sabe si; una (duda|pregunta|consulta)""",
        1: "cuando; cuanto; donde; como; que hora; cual; quien; hola buenas; buenas",
    },
    "suggestion": {
        2: """y si (permitierais|dejarais|pusierais|hicierais|permitieran|dejaran|abrierais); nos vendria; vendria (bien|de perlas|genial); podriais (permitir|dejar|aceptar); no estaria mal; que tal si; faltan (bancos|cargadores|papeleras); facilitaria; seria mas (facil|comodo); habeis pensado en; pensad en; poned; ampliad; (deberiais|deberian|podriais|podrian) (poner|añadir|tener|abrir|hacer|incluir|ofrecer|mejorar|
        dejar|permitir|pensar|sacar|habilitar|considerar); estaria (bien|genial|guay|bueno); seria (genial|
        bueno|util|ideal|buena idea|interesante); sugerencia; sugiero; propongo; (y)? si (pusierais|
        pusieran|añadis|hicierais); por que no (poneis|ponen|haceis|añadis); una idea; me gustaria que;
        ojala (pongais|añadais|hubiera)""",
    },
    "spam": {
        2: """(bitcoin|btc|cripto*|crypto*|forex|trading); (seguidores|followers|likes) ~ (reales|baratos|
        gratis|comprar); vendo seguidores; gana* ~ (al dia|por dia|desde casa|gratis|a la semana); link en
        (mi)? bio; enlace en (mi|la) (bio|biografia); escribeme (por|al) (dm|privado|whatsapp|md); sorteo;
        sigueme y gana; ingresos (pasivos|extra); haz clic; prestamos (rapidos|urgentes|sin aval);
        onlyfans; sorteamos; gana dinero; inversion segura""",
        1: "bit.ly; t.me; wa.me; gratis; dm; whatsapp; sigueme; promo; oferta; 👉; 💰; 🚀; inbox",
    },
    "outside": {2: "mi vecino; mis vecinos; el vecino; la vecina; vecino; mi ex; mi jefe; mi suegra; el gobierno; el arbitro"},
    "billing": {
        3: "reembols*; me subis; me suben; doble cobro; cobrado de mas",
        2: """fianza; deposito; prima; domicili*; cargo; cargos; cobrais; bizum; pagar con; cobr*; factur*; reembols*; me piden; cuota; tarifa; comision*; recibo; precio; recargo;
        cuanto (cuesta|vale); devolucion del dinero; sin devolver*; abonar*; me (subis|suben|han subido);
        pagar de mas; me deben; me debeis; iban; cargo (duplicado|indebido)""",
        1: "euros; dolares; pago; pagar; dinero; caro; devolv*; penalizacion; cara",
    },
    "defect": {
        2: """pierde agua; pierda agua; web; la web; pagina web; lavadora; no carga; cuelga; camara; altavoz; zapat*; suela; cremallera; costura; (movil|telefono|portatil|ordenador|tele|television|lavadora|nevera|frigorifico|horno|modem|router|
        tablet|reloj|coche|bateria|pantalla|app|aplicacion|datafono|impresora|caldera|lavavajillas|secadora|
        patinete|cascos|auriculares|mando|aire) ~ (no|roto|rota|echa*|se|falla*|muerta|muerto|bloqueado|averiad*|
        dura|pierde|perdio|explot*); no (enciende|arranca|carga|abre|se enciende); defectuos*; se (ha|me) (roto|
        rompio|quedo pillado|calienta|reinicia); bateria; actualizacion; pantalla; echa humo; bloqueado;
        la app no abre; modo oscuro; en garantia; version""",
        1: "averia*; roto; rota; app; movil; modem; router; estropead*; error; falla*; datafono; garantia",
    },
    "service": {
        4: "me dijeron una cosa; me (dijeron|dicen) ~ otra",
        2: """itv; arañazo; restaurante; le disteis pan; plato; menu; mesa; revision; instal*; instalador; instalarla; me lo devolveis; comer; cocina; atencion al cliente; operadora; me dijeron una cosa; me (dijeron|dicen) ~ otra; (servicio|trato|atencion) ~ (lamentable|pesimo|fatal|nefast*); me dijeron;
        chatbot; hablar con un humano; tecnico; cita; call center; taller; reparacion; no ~ (respond*|contest*);
        respuesta*; llamadas; sigo igual; nadie ~ (contesta|responde|viene|vino|llama|soluciona); no mandais;
        camarer*; comida; me hacen esperar; calefaccion; de compañia; ni una llamada; peluquer*; turno; urgencias;
        lista de espera; gestion*; mantenimiento; basura; recoger; robot; me pasan de; restaurante""",
        1: "llamando; servicio; atencion; esperando; llamo; telefono; colgo; reserva; soporte; solucion; compañia; cliente*",
    },
    "delivery": {
        2: """ha pasado de largo; la parada; tranvia; marquesina; ruta; linea *; el 27; autobuses; cercanias; trasbordo; pedido; paquete; envio; enviad*; reparto; entrega*; repartidor; mensajer*; vuelo; tren; retraso;
        cancel* ~ (vuelo|pedido|tren|concierto); cancelado el pedido; cercanias; huelga; ave; autobus; metro;
        no (me)? ha llegado; talla; equipaje; maleta*; embarque; concierto; lanzamiento; evento; parado en medio""",
        1: "llegar; llego; recibir; retras*; tarde; horas; correos; seur; barajas; bus; puntual",
    },
    "network": {
        2: """se ha ido la luz; se fue la luz; agua caliente; suministro; cortes; sin (internet|luz|agua|cobertura|señal|linea|datos|conexion|fibra); internet; cobertura; wifi;
        fibra; apagon*; corte* de (luz|agua|gas); se (va|fue|ha ido) la (luz|señal); el agua sale; agua (marron|
        turbia); enviar correo; con otra operadora; operadora si funciona; (la)? señal; 4g; 5g; adsl; velocidad;
        presion; roaming; la linea; megas; averia electrica""",
        1: "linea; luz; agua; conexion; llamar a mi; correo; red; modem; router",
    },
    "site": {
        2: """ascensor; ayuntamiento; edificio municipal; farola*; bache*; acera; papelera*; bancos; parque infantil; contenedor*; tienda; estacion; cargador*; supercargador*; electrolinera; parking; aparcamiento; gimnasio; hotel;
        habitacion*; habitacion; baño*; sucursal; oficina; cajero; ascensor; probador*; cola; colas; vestuari*; aseos;
        cucaracha*; chinches; piscina; local; edificio; playa; parque; aforo; duchas; sucio*; sucia; marquesina""",
        1: "lleno; llena; ruido; olor; aire acondicionado; limpi*; abre; sabados; domingos",
    },
    "staff": {
        2: """mostrador; recambios; (chica|chico|señor|señora|tipo|tipa|tio|tia) ~ (mostrador|caja|ventanilla|taquilla|recepcion|telefono); ojala la despidan; la despidan; desagradable; malos modos; me contesto mal; bordes; chulo; (conductor|camarero|operadora|operador|empleado|empleada|dependient*|cajer*|azafata|tecnico|guardia|
        vigilante|recepcionista|medico|revisor|repartidor|chofer|encargad*|teleoperador*|señorita|personal|agente)
        ~ (grit*|insult*|colgo|rei*|maleducad*|borde|trat*|amenaz*|se salto|falto|rio|desprec*|llamo|grosero|antipatic*|
        amable|majo|encanto|encantador*); maleducad*; grosero*; gracias a (lucia|ana|maria|el|la|los|mi); se dejo la piel;
        falta de (respeto|educacion); mal educad*; nos insulto; me (insulto|grito); del call center;
        prepotent*; chule*""",
        1: "conductor; empleado*; empleada*; dependient*; trato; personal; chica; chico",
    },
    "account": {
        4: "no (me)? deja entrar; iniciar sesion; contraseña; en mi cuenta; me han vaciado",
        2: """mi cuenta; contraseña; iniciar sesion; no (me)? deja entrar; entrar en (la|mi); acceso; acceder;
        datos personales; privacidad; hackea*; me han vaciado; usuario; verificacion; codigo sms; rgpd; baja de la
        cuenta; borrar mi cuenta; login; suplantad*; bloquead* (la|mi) (cuenta|tarjeta); phishing""",
        1: "cuenta; clave; registr*; perfil",
    },
    "policy": {
        2: """exclusion; seguro de viaje; pagina *; abono; te cobran por; restriccion*; prohib*; caduca; penalizan; cancelacion; condicion*; permanencia; politica; norma*; terminos; clausula; no esta cubierto; cobertura del
        seguro; letra pequeña; (pagar|paga|cobran) por cancelar; injust*; discrimin*; requisito*;
        se niega* a pagar; poliza""",
        1: "abuso; derecho; ilegal; contrato; seguro",
    },
    "harsh": {
        2: """ya os vale; ya les vale; que listos; que lista; muy listos; que cara; jeta; hay que tener morro; morro; que casualidad; bravo; de pena; dais pena; dan pena; penoso; cutre*; rata; asco de; se rien de; os reis; riendose; mafios*; timadores; negocio redondo; panda de; vividores; olé; de verguenza; mandais ~ narices; de locos; flipante; alucinante; anda ya; venga ya; mierda; joder; coño; hostia; cojones; puta; puto; asco; asqueros*; verguenza; vergonz*; menuda*; menudo;
        vaya (tela|morro|timo|robo|panda|chapuza); lamentable*; impresentable*; sinverguenza*; idiota*; imbecil*;
        gilipollas; payasos; ladrones; estafador*; chorizos; ineptos; inutiles; incompetentes; tomadura de pelo;
        que arte teneis; claro que si; basura de; indignante*; (que)? poca verguenza; tercermundista; muy fuerte;
        me muero de rabia; hart*; patetic*; ridicul*; de chiste; de risa; caradura*; robo; mafia; un abuso; nefast*;
        asquea*; cabread*; hasta (los|las) (huevos|cojones|narices|pelotas); de traca; increible; manda (huevos|narices);
        que maravilla de; guapi; pinche; chingad*; pendej*; boludo*; mamada; verga; hdp; subnormal*;
        olé vosotros; os cubris de gloria; bravo campeones; desgraciados; miserables""",
        1: "enhorabuena otro; genial otro; otro apagon; maravilla; 🤡; 🤬; 😡; 🖕; claro; encima; 👏👏; 🙄; pesim*; pesadilla; horrible",
    },
    "insult": {2: "rata; vaca; cerda; cerdo; bruja; asqueros*; foca; analfabet*; mongol*; zopenc*; merluz*; mamarracho; zoquete; idiota; idiotas; imbecil*; gilipollas; inutil; inutiles; tont*; payas*; estupid*; pendej*; incompetente*; inept*; cretin*; paleto*; analfabet*; boludo*; tarad*; bob*; tarugo*; burr*"},
    "vile": {2: """subnormal*; hij* de (la gran)? puta*; hijoput*; hdp; puta; zorra; perra; maricon*; marica*; sudaca*;
        moro* de mierda; negro* de mierda; retrasad*; mongol*; escoria; basura humana; cerd*; rata; ratas; bollera*;
        guarra; panchito*; gitano* de mierda; chupapolla*; muert* de hambre; alimaña*; mamon; desgraciad*"""},
    "slur": {2: "sudaca*; maricon*; panchito*; moro* de mierda; negro* de mierda; gitano* de mierda; subnormal*; mongol* de mierda; hijos de (la gran)? puta; hij* de puta; hijoput*; bollera*"},
    "you": {2: "eres; sos; es usted; usted es; tu; vos"},
    "staffword": {1: "mostrador; caja; ventanilla; chico; señora; tipo; tipa; taquiller*; recepcion; conductora; medico; enfermer*; guardia; jefa; jefe; revisor*; conductor*; camarer*; operador*; emplead*; dependient*; cajer*; tecnico*; recepcionista; agente; call center; encargad*; repartidor*; director*; gerente; azafata*; personal; chica; carmen; lucia"},
    "threat": {2: """(una|la|otra) (paliza|somanta|mano de (hostias|palos|golpes)) que (os|te|le|les) ~ (doy|voy|pego|meto|damos); (voy|vamos|vengo|venimos) a (dar|daros|darte|darle|darles|meter|meteros|meterle|pegar|pegaros|pegarte|pegarle) ~ (paliza|hostia|hostias|golpes|palos|tiro|tiros|puñetazo|puñetazos|bofetada|guantazo|puñalada|cuchillada); (te|os|le|les|lo|los|la|las) (voy|vamos) a (dar|meter|pegar|soltar) (una|un|de|dos|cuatro) ~ (paliza|hostia|hostias|golpes|palos|tiro|tiros|puñetazo|puñetazos|bofetada|guantazo|puñalada);
        (te|os|le|les|lo|los|la|las) (voy|vamos) a (ahogar|estrangular|degollar|acuchillar|apalear|linchar|moler|patear|machacar|rajar|quemar|matar|partir|arrancar|cortar|estampar|hundir la cara|reventar la cara|romper|hacer pedazos|colgar|agarrar a) ; voy a (mataros|matarte|matarle|matarlos|matarlas|quemaros|rajaros|rajarte|partiros|partirte|partirle|reventaros|reventarte|romperos|romperte|romperle|ahogarte|degollarte|cortarte|cortarle|acuchillar*|estrangular*|apuñalar*|degollar*|pegarle fuego|pegaros fuego|prenderle|prender fuego|tirar una piedra|tiraros una piedra);
        (te|os|le|les|lo|los|la) (mataré|mataremos|quemaré|rajaré|partiré|reventaré|romperé|acuchillaré|degollaré|pegaré|cortaré) ; (te|le|os|les) (parto|rompo|reviento|hundo|machaco|cruzo) (la|las|el|los) (cara|piernas|boca|cabeza|dientes|jeta|cristales|tienda|escaparate); (pagar|pagareis|pagaran|pagaras|pagaran|paguen|pago) ~ con (vuestra|su|tu|la)? (sangre|vida); (te|le|os|les) (pego|meto|doy) (un|cuatro|dos|tres|unos) (tiro|tiros|balazo|balazos|navajazo|navajazos); voy a por (vosotros|ti|ustedes);
        (estais|estas|están|estan) muert*; arde ~ (tienda|almacen|oficina|sede|local) ; (os|les|te|le) mando una bomba; una bala para cada; (te|os|le|les) (corto|arranco) (la|las|el|los) (cabeza|cuello|manos|huevos|pelos|lengua|dedos);
        (os|les|te|le|los) voy a (quemar|matar|romper|reventar|partir|pegar|rajar|apuñalar|hacer daño|disparar|
        destrozar); voy a (quemar|incendiar|reventar|destrozar|volar|apedrear) ~ (tienda|oficina|local|sede|sucursal|tren|coche|banco); (te|os|le|les) (mato|rajo|
        quemo|parto|reviento); (prender|pegar|meter)* fuego a (la|vuestra|su) (tienda|oficina|sede|local); mereceis (morir|una
        bomba); (poner|pondre|pongo) una bomba; (voy|vengo|vuelvo|iré|llego|paso|espero|vamos|venimos|llegamos) ~ con (un|el|mi) (bate|cuchillo|navaja|pistola|escopeta); vais a morir; se donde vives; sabemos donde vives; te vas a enterar cuando te pille; te espero a la salida"""},
    "unusable": {
        2: """pierd*; arañazo; llego tarde; se ha ido; caida; ni una respuesta; fianza; estropead*; no hay quien; ha pasado de largo; imposible; paso de largo; inundad*; perdid*; sigo sin; seguimos sin; dejado; me dejasteis; (media|toda la) (mañana|tarde); no (funciona*|va|arranca|enciende|carga|abre|me deja|puedo|podemos); sin (internet|luz|agua|cobertura|linea|
        servicio|gas|señal|calefaccion); dos veces; (toda|todo) (la|el) (mañana|dia|tarde|semana); parado; muerta;
        bloquead*; cancelad*; averiad*; roto; rota; retraso; tenia que llegar; siempre lleno; no aparecio; cucaracha*; chinches; tardo;
        el agua sale; no ha llegado; no apareci*; sin recoger; 5 llamadas; sigo igual; no ~ llegado; rei*; nos insulto; mierda de cobertura;
        apagon*; no ~ cubierto; horas""",
    },
    "serious": {
        3: """no puedo trabajar; no podemos trabajar; pierdo clientes; perdemos clientes; pierdo dinero; perdiendo dinero; mi negocio ~ (parado|cerrado|
        sin); negocio parado; cerrar el (negocio|local); perdido (la|mi) (boda|entrevista|operacion)""",
    },
    "vulnerable": {3: "mi (abuela|abuelo); (mi|una) (madre|padre) de * años; silla de ruedas; discapacita*; discapacidad; embarazada; bebe; recien nacid*; oxigeno; dialisis; cancer; enferm*; anciano*; anciana*; invidente; persona mayor; personas mayores; insulina"},
    "danger": {4: "vomit*; diarrea; listeria; salmonel*; insulina; oxigeno; rueda floja; se trago; dolor en el pecho; plomo en; hervir el agua; en observacion; asfixi*; atragant*; se desmay*; inconsciente; convulsion*; puntos de sutura; se rompio (el|la) (brazo|pierna|cadera|tobillo|muñeca); jeringuilla*; jeringa*; aguas (negras|fecales); trozos de (metal|cristal|vidrio|plastico); aneste*; orden de alejamiento; sangrando; sangre; quemo la; se derritio; amianto; ardiendo; en urgencias; celiac*; alergi*; se cayo el techo; casi me (caigo|ahogo|quemo); nos quemamos; quemadura*; airbag; cinturon; derrumb*; cristales en; echa humo; sale humo; hay humo; humo saliendo; huele a (quemado|gas|cable); olor a (gas|quemado); fuga de gas; (se)? (incendi*|prendio fuego); en llamas; explot*; chispas; calambre*; descarga electrica; electrocut*; sin frenos; frenos; casi me mato; casi nos matamos; pudo matar*; intoxica*; peligro de muerte; alergic*; ambulancia; se desprendio; cables (pelados|sueltos); monoxido"},
    "recall": {3: "llamada a revision; llamado a revision; alerta de seguridad; retirada del mercado; retirado del mercado; recall"},
    "crime": {4: "me han vaciado; me (han)? (robado|robaron|estafad*); (me)? (agredio|agredieron|pego|golpeo|acoso|acosaron|manoseo|tocó); suplanta*; hackead*; fraude; han entrado en mi cuenta; ha entrado en mi cuenta; ha falsificado; prestamo a mi nombre"},
    "churn": {2: "(me|nos) (voy|vamos|fui|fuimos|marcho|marchamos|largo|largamos|paso|pasamos|cambio|cambiamos|cambie|mude|mudo|he pasado|hemos pasado|he ido|hemos ido) (a|con|de|para|a la|al) (otra|otro|la|los|un|una|competencia|compañia*|banco|operador*|seguro|gimnasio|proveedor|movistar|vodafone|orange|digi|yoigo|claro|tigo|mercadona|lidl|carrefour|uber|cabify|bolt|netflix); (me|nos) (doy|damos|di|dimos|he dado|hemos dado|estoy dando|voy a dar|dare) de baja; doy de baja; dado de baja; (di|pedi|solicite|tramite|he pedido|he solicitado|pido|solicito|quiero) (la|mi)? baja; cancel* (mi|la|el|nuestra|nuestro|todo|las dos|los dos|ya) ~ (suscripcion*|contrato*|cuenta*|poliza*|tarjeta*|servicio*|linea*|plan|abono|membresia); (ya)? (cancele|cancelamos|cancelado|cancelada) (la|mi|el|todo)? (suscripcion|contrato|cuenta|poliza|membresia|plan|abono); (cierro|cerre|cerrado|cierren|cerraremos|voy a cerrar|he cerrado) (la|mi|las|nuestra)? cuenta*; desinstal*; (borre|borro|borrado|borrada|elimine|elimino|he borrado|he eliminado) (la|vuestra|su)? (app|aplicacion|cuenta|perfil); (no|ya no|nunca|jamas) (os|les|te|me|nos|lo)? (vuelvo|volvere|volveremos|volvemos|volver|regreso|regresare|piso|pisare|compro|comprare|compramos|contrato|renuevo|renovare|renovamos|uso|usare|viajo|viajare|vuelo|volare|pido|pedire|reservo|reservare|repito|repetire|veis|vereis|veran|ven|vuelven a ver) (a|mas|nunca|jamas|con|en|la|el|mi|aqui|alli|nada); no vuelvo; no volvere; no volvemos; no volveremos; no renuevo; no renovare; no renovamos; nunca mas; jamas (vuelvo|volvere|compro); (fue|es|sera|era) (la|mi|nuestra) ultim* (vez|compra|pedido|vuelo|reserva|estancia|visita|noche|cena|renovacion); (mi|nuestra|nuestro) ultim* (compra|pedido|vuelo|reserva|estancia|visita|coche|viaje|vez|cena|recibo) ~ (con|en|de|aqui|vosotros|ustedes); ultima vez (que)?; (por|para) ultima vez; (perdieron|perdisteis|perdeis|pierden|perdido|perder|perderan) (a)? (un|una|otro|otra|como|mi|nuestra|varios) ~ (client*|confianza|socio|socia|suscriptor*|inquilin*|usuari*|familia); client* perdid*; (busco|buscamos|buscando|buscare|buscar|buscaremos|encontre|encontramos|mirando|estoy mirando|estamos mirando|comparando) (otra|otro|otras|otros|nueva|nuevo|alternativa*); (otra|otro) (compañia|operadora|operador|banco|aseguradora|clinica|dentista|optica|tienda|proveedor|academia|guarderia|taller|peluqueria|veterinari*|plataforma|aerolinea|agencia); a la competencia; (con|en) la competencia; (llevo|llevamos|lleve|traspaso|traspase|paso|muevo|movi|transfiero) (mi|la|el|mis|todo|nuestr*) ~ (a otr*|nomina|dinero|negocio|a la competencia); hasta nunca; hasta siempre; ahi os quedais; ahi se quedan; (con|para|de) (vosotros|ustedes) (ya no|nunca mas|se acabo|hemos acabado); se acabo; conmigo no cuenten; dej* de (trabajar|comprar|usar|contratar|ser client*); devuelvo el carn*; me largo; en cuanto (se)? (me)? acabe ~; me largo a otra; me piro; os dejo; me voy con; me paso a; no me veis mas; no me (vereis|veran) mas; conmigo no (conteis|cuenten); borro la app; hasta nunca; nunca mas (les)? (compr*|contrat*|vuelv*|os|les|viaj*|volv*|me); no (les|os|te)? (volvere|vuelvo|volveremos|volvemos) (a|mas); me (doy|voy a dar|dare|di) de baja; me (cambio|voy|paso|he cambiado|cambie) (de|a) (compañia|operador*|la competencia|otra|otro|banco); he cambiado de (compañia|operador*|banco|seguro); (cancelo|cancelar|cancelare) (mi|la) (suscripcion|contrato|cuenta|poliza); me borro; ultima vez que (compr*|os|les|viaj*|contrat*); habeis perdido (un|a un|a una) client*; han perdido (un|una) client*; porto (el|mi) numero; me voy a (otra|la competencia)"},
    "repeat": {2: "(ya|he|hemos|les|os|le|te|lo|yo)? (llame|llamamos|escribi|escribimos|reclame|reclamamos|avise|avisamos|pregunte|preguntamos|conteste|hable|hablamos|contacte|contactamos|envie|enviamos|mande|mandamos|reporte|reportamos|solicite|insisti|denuncie|adverti|comunique|pedi|pedimos|notifique) ~ (veces|vez|ayer|lunes|martes|miercoles|jueves|viernes|semana|mes|atencion|cliente|soporte|call center|central|oficina|sucursal|tienda|correo*|mail*|email|whatsapp|chat|telefono|formulario|ustedes|nadie|nada|respuesta|y nada); (he|hemos|habia|llevo) (ya)? (llamado|escrito|reclamado|avisado|preguntado|hablado|contactado|enviado|mandado|reportado|solicitado|insistido|pedido|comunicado|ido|rellenado|abierto|puesto|presentado|notificado) ~ (veces|vez|ayer|semana|mes|nadie|nada|respuesta|correo*|reclamacion*|queja*|ticket*|incidencia*|formulario*|cliente|ustedes|oficina|tienda|sucursal|soporte|atencion); (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varias|varios|muchas|muchos|mil|infinidad de|decenas de) (llamadas|llamados|correos|mails|emails|mensajes|reclamos|reclamaciones|quejas|tickets|formularios|visitas|incidencias|cartas|whatsapps|solicitudes|burofax*|chats|agentes|operadores|telefonistas); (segunda|tercera|cuarta|quinta|sexta|septima|enesima) (llamada|vez que (llamo|escribo|reclamo|pregunto|pido|voy|os|les|aviso)|reclamacion|queja|visita|carta|incidencia); (segundo|tercer|cuarto|quinto|sexto|enesimo) (correo|mail|email|mensaje|reclamo|ticket|aviso|formulario|intento); (nadie|no) (me|nos)? (responde|responden|respondio|respondieron|contesta|contestan|contesto|contestaron|contestais|respondeis|devuelve|devuelven|llama|llaman|llamo|coge|cogen|cogeis|atiende|atienden|atendio|dan respuesta|da respuesta|ha contestado|ha respondido|han contestado|han respondido|habeis contestado|habeis respondido); (sin|ninguna|cero|ni una|sigo sin|seguimos sin) (respuesta|contestacion|noticias|respuestas|solucion); (esperando|espero|esperamos|a la espera de) (una|su|vuestra|la|que me|que nos|alguna)? (respuesta|contestacion|llamada|llamen|contesten|respondan|llameis); (me|nos) (dijeron|dijisteis|dijo|han dicho|habeis dicho|prometieron|prometisteis|prometio|aseguraron|cuelgan|colgaron|colgasteis|pasan|pasaron|mandaron|contestaron|respondieron|cerraron el ticket|marean|derivan|derivaron); como (ya)? (les|os|le)? (dije|comente|explique|indique|mencione|he dicho|comunique); (ticket|caso|incidencia|reclamo|reclamacion|expediente|queja) ~ (abiert*|puest*|cerrad*|presentad*); abri (una|un|ticket|caso|incidencia|disputa); (puse|he puesto|presente|he presentado) (una|un|la|dos|tres) (queja|reclamacion|reclamo|hoja|incidencia|ticket); llamo y llamo; escribo y escribo; (vuelvo|volvi|volvemos|he vuelto) a (llamar|escribir|reclamar|preguntar|insistir|pedir|ir); (llevo|llevamos) ~ (llamando|escribiendo|reclamando|insistiendo|esperando respuesta|pidiendo|avisando); (minutos|horas|rato|hora) (al telefono|en espera|de espera|con la musiquita|esperando que (contesten|cojan)|colgad*); (tercera|segunda|cuarta|quinta|enesima) vez; cada vez (que|q) (llamo|os|les|pregunto|escribo); (he|hemos) (llamado|escrito|reclamado|ido|enviado|hablado|puesto|contactado|mandado|avisado); os (llamo|escribo|he); (llevo|meses|dias|semanas|años) (llamando|reclamando|escribiendo|pidiendo); llamando; ya (llame|os escribi|he llamado|reclame|avise); llame (a|y|al|varias|ayer); (tres|cuatro|cinco|seis|varias|mil|muchas|5|6|10|20) llamadas; me (dijeron|dicen|dijisteis|decis|aseguraron) (que|q|una|en|lo); me pasan de; reclamacion (puesta|abierta|numero); fui a la tienda; (varios|tres|dos|cuatro|cinco) (correos|emails|mails|mensajes)"},
    "legal": {2: "denuncia*; denunciar*; abogad*; demanda*; tribunales; juzgado; (en|a) consumo; ocu; facua; profeco; defensor del (pueblo|cliente); banco de españa; hoja de reclamaciones; arbitraje; sernac; indecopi; por la via (legal|judicial); agencia de proteccion de datos; a la policia; a la prensa; guardia civil; a la tele; ministerio"},
    "stranded": {2: "(tirad*|colgad*|varad*|atrapad*) (en|aqui|sin|a|desde|dentro|entre|por|toda); (nos|me|les|la|lo) (dejaron|dejasteis|dejo|han dejado|habeis dejado|dejan) (tirad*|en medio|en la calle|en tierra|a mitad|abandonad*|plantad* en|colgad*|varad*); (como|por donde) (vuelvo|volvemos|llego|llegamos|regreso|regresamos) (a)? (casa)?; (no|sin) (tengo|tenemos|hay|poder|podemos|puedo)? (como|forma de|manera de|modo de) (volver|irme|irnos|salir|llegar|regresar|subir|bajar|entrar); no (puedo|podemos|pueden|hay forma de|me dejan|nos dejan) (entrar|salir|volver|llegar|subir) (en|a|de|al)? (mi|la|nuestra)? (casa|piso|hotel|isla|pueblo|coche|habitacion|apartamento|tren|avion|metro); (durmiendo|dormimos|dormir|pasar la noche|pasando la noche|pasamos la noche) en (el|la|un|los)? (suelo|aeropuerto|estacion|banco*|coche|calle|terminal|silla*); (arcen|cuneta); parad* en (el|la)? (tunel|via|arcen|medio de); encerrad* en (el|un) (ascensor|vagon|tren|parking|garaje|baño); tirad* en; tirados; tirada en; no puedo (volver|llegar|entrar) (a|en) (mi)? casa; no podemos (volver|salir|entrar); atrapad*; encerrad* en; atascad* en; (nos|me) (han|habeis) dejado (tirad*|en tierra|en la calle); parad* en medio; colgados en; sin (poder)? volver a casa; varad*; durmiendo en el aeropuerto; en medio de la nada"},
    "drained": {2: "(se (ha|me ha|le ha|nos ha)? (descargado|descarga|descargo|vaciado|vacia|vacio|agotado)); (bateria|coche|carro|auto|movil|celular|portatil) ~ (descargad*|agotad*|a cero); (perdio|pierde|ha perdido|perdido) (la|toda la|media|casi toda la|su) (carga|bateria|autonomia); (se queda|se quedo|se me queda|se me quedo) sin bateria; se descarg*"},
    "untold": {2: "(nadie|ninguno) (nos|me|te|les|os|se)? (ha|han)? (dijo|dice|dicho|aviso|avisa|avisado|informo|informa|informado|explico|explica|explicado|anuncio)"},
    "parting": {1: "adios; chao; chau; hasta luego; hasta nunca; que les vaya (bien|lindo|bonito); suerte; otra; otro; otras; otros; competencia; en otro (lado|sitio|lugar); otra parte; a partir de (ahora|hoy|mañana); desde hoy; desde ahora; de ahora en adelante; la proxima; el proximo; el mes que viene; el año que viene; la gota que (colmo|colma); basta; hasta aqui; me canse; estoy harto; estoy harta; harto; harta; se acabo; ya no; nunca; jamas; ultima; ultimo; baja; cancelo; cancele; cancelado; cambio; cambiar; portabilidad; permanencia; me voy; nos vamos; irme; irnos; prefiero; antes"},
    "faraway": {1: "ultimo (bus|tren|autobus|metro|vuelo|ferry|barco|colectivo|micro|regional|cercanias); ultima (lanzadera|lancha|combi|salida); sin (taxi*|hotel|transporte|autobus*|trenes|colectivos|cobertura|bateria|agua ni); ni (taxi*|hotel|bus|trenes); no hay (taxi*|hotel|bus|autobus*|trenes|tren|otro|nadie|mostrador); de noche; de madrugada; a oscuras; en la calle; en el suelo; descampado; arcen; cuneta; grua; carretera; gasolinera; aeropuerto; estacion; anden; muelle; portal; volver a casa; llegar a casa; km de; kilometros; tirado; tirados; tirada; con (dos|tres)? (niños|bebe|un bebe|mi madre|mi abuela|mi hijo|mi hija)"},
}

LEXICON = Lexicon(
    cues=_CUES,
    negators="no; sin; nunca; ni; ningun; ninguna; jamas; tampoco; nada",
    numbers={
        "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
        "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13,
        "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18,
        "diecinueve": 19, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
        "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "doscientos": 200,
        "trescientos": 300, "quinientos": 500, "medio": 0.5, "media": 0.5, "un par de": 2, "media docena de": 6, "una docena de": 12,
    },
    multipliers={"mil": 1_000, "millon": 1_000_000, "millones": 1_000_000, "k": 1_000},
    units={
        "minuto": 1 / 1440, "minutos": 1 / 1440, "min": 1 / 1440, "hora": 1 / 24, "horas": 1 / 24, "h": 1 / 24,
        "dia": 1, "dias": 1, "noche": 1, "noches": 1, "semana": 7, "semanas": 7, "quincena": 15, "mes": 30, "meses": 30, "año": 365, "años": 365,
    },
    halves="y media; y medio",
    weekdays=("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
    months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    since="desde; desde el; desde el pasado; desde la; desde el dia; desde principios de; desde finales de; (tenia|tenian|teniais) que (llegar|estar|venir|salir|entregar*); (iba|iban|ibais) a (llegar|estar|venir|entregar*); (debia|debian) (entregarse|llegar|estar|venir); (prometid*|prometieron|prometisteis) para; abiert*; (cancelaron|anularon|anulo|cancelo) ~ en; (cancelaron|anularon|anulo|cancelo) en",
    days_ago={"desde ayer": 1, "desde anteayer": 2, "desde antes de ayer": 2, "toda la semana": 7, "desde la semana pasada": 7, "desde el mes pasado": 30, "desde el año pasado": 365, "desde anoche": 1, "(llegar|llegaba|llegaban|entregar|entregarse|entregaban|venir|venia|venian|estar) ayer": 1, "(comente|avise|avisamos|reporte|despache|mande|envie|escribi|pedi|pedimos|etiquete|cayo|fue) (antes de ayer|anteayer|antier)": 2, "desde antier": 2, "desde el fin de semana": 2, "mes y medio (con|sin|en|esperando|llamando|de espera|de retraso)": 45, "(llevo|llevamos|lleva|hace|tras|retraso de|van) mes y medio": 45, "medio año (con|sin|esperando|llamando|del)": 182.5, "hora y media (y|el|con|sin|en|esperando|colgad*|tirad*|parad*|encerrad*|de (espera|retraso|cola))": 0.0625, "(llevo|llevamos|lleva|hace|tras|retraso de|cola de|van) hora y media": 0.0625, "hora y cuarto (y|el|con|sin|en|por|esperando|de (espera|retraso|cola))": 0.0521, "(llevo|llevamos|lleva|hace|tras|retraso de|cola de|van) hora y cuarto": 0.0521},
    lasting_before="llev* (ya|mas de|como|casi|unos|unas)?; llev* ~; desde hace; hace; hace ya; hace mas de; tras; despues de; van ya; ya van; tardo; tardaron; tardado; esperando; esperar; espera de; retraso de; ya; cola de; colas de; demora de; atraso de; parad*; retenid*; atrapad*; colgad*; bloquead*",
    lasting_after="de retraso; esperando; sin; tarde; llamando; pidiendo; reclamando; peleando; intentando; tirad*; despues; de espera; y (nada|sigo|sigue|seguimos); y yendo; parad*; de cola; al telefono; asi; con (este|el mismo|el) problema; que (no|os|les|estoy|espero|llevo); haciendo cola; encerrad*; aguantando; en cola; con (el|la|los|las); escribiendo; buscando; mirando; preguntando; insistiendo; discutiendo; aguardando; luchando; viendo; oyendo; escuchando; corriendo; viviendo; durmiendo; por (un|una|unos|unas); para (un|una); desde que; hoy desde; de (ida|peleas|llamadas|correos|emails|mensajes|tickets|silencio|reclamaciones|reclamos|largas|excusas|promesas); ya (con|en|sin|esperando); (averiad|rot|cerrad|bloquead|estropead|cortad|caid|retenid|suspendid)*",
    not_lasting_before="compre hace; comprado hace; compramos hace; contrate hace; reserve hace; compre ~ hace; mudamos hace; compre; compramos; cada; en; dentro de; hasta; tiene; tengo; proximos; duro; dura; duracion de; garantia de; cliente desde hace; cliente; bebe de; niñ* de; hij* de; de; vuelo de; viaje de; contrato de; linea; el; a los; a las; mayor de; menos de; murio hace; fallecio hace; reserv* hace; cierran; guardan; cargar; duran; faltan; falta; quedan; plazo de; plazo maximo de; valid* por",
    not_lasting_after="con vosotros; con ustedes; de edad; de garantia; de permanencia; pagando; de antelacion; antes; de antiguedad; de vida; de vuelo; de viaje; siendo client*; como client*; de client*; de bateria; encantad*; cargad*; de contrato; y nunca; seguidos; minim*; al volante; cuidando; cotizando; diari*; de excedencia; de prueba; gratis; de cortesia; de fianza; de coche; de margen; de castigo; de anuncios; de suspension; de multa; sin prestamos",
    not_bare_before="en; dentro de; tras; después de; cada; por; de; los; las; unos; con; a las; las; otros; otras; próximos; próximas; hasta; primeros; desde las; casi un; un; menos de; entre; a; solo; sólo; andando; caminando; conduciendo; piden; dice; quitan; dan; dais; regal*; ofrec*",
    not_bare_after="de edad; de skins; cotizando; antes; de garantía; de cliente; al volante; al mes; al día; por; a la; de permanencia; de experiencia; de antigüedad; de prueba; gratis; más; de vuelo; de viaje; después; más tarde; de más; seguidas de; seguidas; de hotel; de alojamiento; en (el|un) hotel; del; enteras; de curso; para (pagar|devolver|bajar|subir); minimo; reservad*; pagad*; tiene; tenia; a (2|3|4|5|6|7|8|9)*",
    nth_days="día #; # día (sin|con|que|de|y|en|esperando|*ando|*iendo|*ad*|*id*); (va|van|vamos|voy|llevo|llevamos|ya es el|hoy es el) (por|para)? (el)? # día; # (mañana|noche|tarde) (sin|con|en|sol*|*ando*|*iendo*)",
    times="veces; vez; ocasiones; ocasion; oportunidad; oportunidades",
    ordinals={"segundo": 2, "segunda": 2, "tercer": 3, "tercero": 3, "tercera": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6, "sexta": 6, "septimo": 7, "septima": 7, "octavo": 8, "octava": 8, "noveno": 9, "novena": 9, "decimo": 10, "decima": 10, "undecimo": 11, "undecima": 11, "duodecima": 12, "2ª": 2, "3ª": 3, "4ª": 4, "5ª": 5},
    counted_times={},
    contact_verbs="report*; denunci*; dije; dijimos; (he|hemos|habia|habiamos) dicho; digo; diciendo; lleve; (he|hemos|habia|habiamos) llevado; llevo llam*; (que|q) (lo|la|os|les)? llevo; insist*; llame; llamamos; llamado; llamando; llamar; (que|q|os|les|le|te|ya|y) llamo; telefone*; marque; escribi; escribimos; escribiendo; escrito; escribo; reclam*; contact*; pregunte; preguntamos; preguntado; preguntando; (que|q|os|les|le|te|ya|y) pregunto; explique; explicamos; explicado; explicando; explico; (que|q|os|les|le|te|ya|y) repito; repeti; (he|hemos|habia|habiamos) repetido; fui; fuimos; (he|hemos|habia|habiamos) ido; (he|hemos|habia|habiamos) vuelto; volvi por; volvi a (llamar|escribir|reclamar|preguntar|pedir|ir|la|el); volvimos; vuelvo (por|a (llamar|escribir|reclamar|preguntar|pedir|ir)); hable; hablo; hablamos; hablado; hablando; avise; avisamos; avisado; avisando; (que|q|os|les|le|te|ya|y) aviso; mande; mandamos; mandado; mandando; mando; envie; enviamos; enviado; enviando; (que|q|os|les|le|te|ya|y) envio; remiti*; pedi; pedimos; pido; (he|hemos|habia|habiamos) pedido; pidiendo; solicite; solicitamos; solicitado; solicito; solicitando; comunique; comunicamos; comunicado; me (he)? quej*; nos (hemos)? quejamos; quejado; me dirijo; pongo en contacto; puesto en contacto; puse en contacto; me acerque; me presente; me plante; acudi; acudimos; acudido; hago saber; reitero; reitere; notifique; notificado; comente; comentado; comentamos; relle*; consulte; consultado; (que|q|os|les|le|te|ya|y) recuerdo; (quede|quedamos|quedado) con; (he|hemos) (pasado|estado) (por|en); (doy|dado|di) de baja; en (el|su|vuestro) taller; en recepcion; en ventanilla; en (la|su|vuestra) (oficina|tienda); (que|q|os|les|le|te|ya|y) conte; (he|hemos) contado; (que|q|os|les|le|te|ya|y) cuento; (que|q|os|les|le|te|ya|y) paso; vine; vengo; venido; pase por; pasamos por; (que|os|les|ya) intento",
    contact_nouns="llamada; llamadas; llamados; telefonazos; correo; correos; email; emails; mail; mails; e-mail; e-mails; mensaje; mensajes; carta; cartas; reclamo; reclamos; queja; quejas; reporte; reportes; burofax; burofaxes; audios; reclamacion; reclamaciones; visita; visitas; solicitud; solicitudes; consulta; consultas; ticket; tickets; tuit; tuits; tweet; tweets; aviso; avisos; escrito; escritos; formulario; formularios; intento; intentos; faxes; recados; informes de error; chats; conversacion; conversaciones; hoja de reclamaciones; hojas de reclamaciones; peticion; peticiones; recordatorio; recordatorios; whatsapps; wasaps; dm; dms; incidencias; pqr; reuniones; denuncias; requerimientos; viajes (al taller|a la (tienda|oficina)); persona (que me atiende|a la que|con la que|con quien|a quien); (agentes|operadores|operadoras|personas|asesores|gestores|meseros|camareros|empleados|departamentos) (distintos|distintas|diferentes); agentes; operadores; operadoras; asesores; asesoras; chat; audio; incidencia; gestiones; comunicaciones; llamaditas; pqrs; derechos de peticion; radicados; contactos",
    currencies={"pesos mexicanos": "MXN", "pesos chilenos": "CLP", "pesos colombianos": "COP", "pesos uruguayos": "UYU", "pesos argentinos": "ARS", "eurazos": "EUR", "euritos": "EUR", "euro": "EUR", "euros": "EUR", "€": "EUR", "eur": "EUR", "dolares": "USD", "dolar": "USD", "usd": "USD", "us$": "USD", "libras": "GBP", "£": "GBP", "gbp": "GBP", "soles": "PEN", "pesos": None, "pavos": None, "$": None, "mxn": "MXN", "cop": "COP", "clp": "CLP", "ars": "ARS", "chf": "CHF"},
    place_before="barrio de; mostrador de; en; en el; en la; en los; en las; entre; tienda de; estacion de; hotel de",
    place_near="de; del; de la; desde; a; al; por; hacia; san",
    place_heads="aeropuerto (de|del|de la); calle; plaza; avenida; avda; paseo; playa de",
    place_tails="",
    not_places="whatsapp; twitter; facebook; instagram; google; enero; febrero; marzo; abril; mayo; junio; julio; agosto; septiembre; octubre; noviembre; diciembre; lunes; navidad; españa; consumo; internet; dm; bitcoin; gracias; hola; galaxy; iphone; samsung; cercanias; atencion; cliente; tres; dios; carmen",
    not_products="al telefono; por telefono; coger el telefono; cogen el telefono; coge el telefono; atencion telefonica; numero de telefono; el telefono de atencion; la tele",
    products="modem; router; movil; telefono; portatil; ordenador; tablet; television; televisor; lavadora; nevera; frigorifico; horno; caldera; datafono; impresora; lavavajillas; secadora; patinete; auriculares; aspiradora; cafetera; microondas; termo; smartwatch; reloj; decodificador; patin; freidora; tele; consola",
    articles=(
        "el; la; los; las; mi; mis; nuestro; nuestra; un; una; del; al; su; tu; este; esta; "
        "ese; esa; vuestro; vuestra; modelo"
    ),
    not_models=(
        "portal; puerta; sala; terminal; planta; aula; linea; calle; ruta; carretera; km; "
        "via; ventanilla; caja; fila; butaca; asiento; anden; zona; anillo; canal; radio; "
        "dia; martes; lunes; miercoles; jueves; viernes; sabado; domingo; enero; febrero; "
        "marzo; abril; mayo; junio; julio; agosto; septiembre; octubre; noviembre; diciembre; "
        "error; protocolo; reglamento; articulo; norma; euro; covid; formula; capitulo; "
        "temporada; grupo; nivel; bloque; piso; torre; poste; barrera; gran via; avenida; "
        "plaza; autobus; bus; tren; vuelo; autovia; vueling; seccion; modulo; sector"
    ),
    reference_words="pedido; folio; operacion; solicitud; compra; transaccion; siniestro; parte; envio; nº; guia; recurso; exp; lote; reporte; recibo; pir; reclamo; codigo; multa; referencia; ref; expediente; incidencia; reclamacion; numero; caso; localizador; reserva; ticket; factura; contrato; orden; poliza",
)
