# Written as tables: a phrase a line would bury the whole.
# ruff: noqa: E501
# fmt: off
"""English, of anywhere."""

from functions.classification.lexicon.shape import Cues, Lexicon

_CUES: Cues = {
    "trouble": {
        2: """leak*; flooded; scratch*; dent*; gone off; went off; went out; unable; turns out; ended up in; not a peep; not one reply; neglected; overflow*; mould*; mouldy; mold*; stale; raw; burnt; soaked; torn; stained; filthy; dirty; expired; out of date; sailed (straight)? past; drove (straight)? past; late for work; has been out; (is|was|been) out for; misled; misleading; lied; lies; liar*; refusing; stuck; cut off; blocked; jammed; wobbl*; peeling; fell off; came off; came apart; snapped; bent; rusty; mistaken; no longer (works|able); gone missing; nowhere to be; no sign of; still hasn't; cold showers; unreadable; ripped; barely; gone up; hiked; (doesn't|does not|don't|won't|isn't|isnt|didn't|not|never|stopped) (work*|turn*|start|load*|charg*|connect*|
        arriv*|open*|show* up|come|came|respond*|answer*|reply|replied|help*|fixed|received|delivered|sync|play|send|let);
        not working; won't (pay|let|refund|turn|start|load|open|connect|charge|give|help|honour|honor); can't (log*|get|access|
        even|use|connect|work|make|ring|call|pay|book|open|believe|see|send|find|reach|do); cannot (log|get|access|use|
        connect|work|pay|book|open|see|send|find); can not get; unable to; couldn't (get|use|log|access|even); no (internet|power|water|
        signal|heating|service|reply|response|answer|refund|show|wifi|hot water|gas|connection|update|updates); nobody (picks|
        answers|knows|cares|replies|came|here|helps|has|can); no one (answers|replies|picks|knows|came|cares|has|can); not a single
        (person|member|reply); not one person; (charged|billed) (me)? (twice|double); double charged; overcharged; charged a; (broken|
        broke|faulty|defective|cracked|smashed|bricked|damaged|leaking|frozen|crashed|crashes|crashing|stuck|dead);
        out of order; out of service; cancelled; canceled; (worst|terrible|awful|horrible|horrendous|disgusting|appalling|pathetic|
        disgraceful|shocking|ridiculous|unacceptable|useless|shambles|disgrace|joke|shambolic|abysmal|dreadful|atrocious|
        outrageous|disappointed|disappointing|frustrated|frustrating|furious|fuming|annoyed|annoying|unhappy|nightmare|rubbish|
        crap|sucks|scam|rip off|ripoff|garbage|trash|fail|fails|failed|failure|farce|poor|shit|shite|bullshit); ashamed; shame on; hung up; hours late;
        delayed; delays; (power|service|network) (cut|outage); outage; bed bugs; cockroach*; want my money back; still (waiting|
        no|not|haven't|hasn't|says|don't|doesn't|havent|hasnt|nothing|getting|showing|down); never (showed|turned up|came|arrived|received|got|
        again|shopping|called|heard|works); wasted; waste of; (let|letting) (me|us) down; lost (my|our|its|the); ignored; fed up; sick of; had enough;
        (is|are|was|been|went|goes) down; waiting (for|on|since|over) ~ (hours|days|weeks|months|hour|mins|minutes|refund|reply|response); on hold; complain*; money back; not (acceptable|good enough|happy|impressed|
        received|arrived|emptied|fixed); keeps (saying|crashing|telling|failing|cutting|dropping|freezing|stopping); wrong (item|size|order|address|thing|one|product|colour|color);
        missing; (third|second|fourth|fifth|nth) time; killing me; told me one thing; brown water; smell* of; losing money; lost
        its charge; drove off; shouted at; laughed at me; why (was|am|were|have) (i|we) (been)? charged; have to pay; owed me; owe me; you've owed; without (telling|warning)""",
        1: """issue; issues; problem*; error; errors; slow; late; refund; wrong; bad; worse; cold; dirty; rude; broke; still; lost; stolen; unreal;
        ruined; appears; expired; again; hours; delay; fix; down; anyone there; why (is|does|do|has|can't|won't|isn't|are|did|have you|would you); was due; bug; glitch; trouble; strange; hidden;
        sort it out; sort this; useless; smashed; supposed to; meant to; promised; refuse*; refused; poorly; weak; drop*; unfair; mistake; incorrect; hassle; hassling; unresolved; broken; unhelpful; overpriced; unsafe; disgust*; i was told; even though; smoke;
        since when; told me; what's going on; whats going on; not; no longer; unfortunately; sadly; wtf; ffs; smh; seriously; won't; can't; cannot; didn't; doesn't; isn't; wasn't; couldn't; impossible; cuts; cut off; however; till now; yet; stop; stopped; had to; relentless; massive; cancel my; 😡; 🤬; 😤; 😠; 👎; 🙄; haven't; hasn't; never; any idea; sort out; twice; put ~ up from""",
    },
    "praise": {
        2: """deserves a (raise|medal|promotion|bonus); saved (our|my|the) (holiday|day|trip|life|wedding|bacon); credit to; big up; hats off; a genius; is a star; such a star; pleasantly surprised; haha; hilarious; funny; fair play; above and beyond; lifesaver; 10/10; faultless; flawless; restored my faith; thank goodness for; thrilled; gem; big thanks; props to; respect; sorted within; thank you (so|for|to|very); thanks (for|to|so); love (it|my|this|the|your|you); loves (his|her|the|it); shout out; absolute legend;
        amazing; awesome; brilliant; fantastic; excellent; great (service|job|work|experience|help|customer); well done; impressed; impressive;
        chuffed; spot on; top notch; lovely (crew|staff|people|service|lady|man|experience); happy (with|customer); highly recommend;
        keep it up; keep up the; never had a problem; no complaints; can't fault; outstanding; superb; perfect; best (service|
        customer|company|experience|airline|shop); a day early; spotless; hats off; kudos; so helpful; very helpful; made my day; delighted; wonderful; couldn't be happier; 5 stars; five stars""",
        1: "thanks; thank you; thankyou; thx; great; good; nice; lovely; happy; love; cheers; quick; helpful; best; early; ❤; 😍; 👏; ♥; 😊; cool; yay; excited; appreciate",
    },
    "greeting": {2: "great weekend; good morning; good night; happy (monday|friday|birthday|new year|christmas|easter|weekend); have a (great|good|nice|lovely) (day|week|weekend|evening|one)"},
    "solved": {2: "(all|now|finally)? sorted (now|out|thanks|it); all sorted; got it sorted; (now|been|is|got|all|finally) (fixed|resolved|sorted|solved); works now; working (again|now|fine); back up; problem solved; issue resolved; sorted my; sort my; fixed it for me; it's fixed; back online; is working again"},
    "question": {
        2: """how long (will|does|is|until); who (fixes|repairs|do i); does your; is your; do your; do the; do i need; is there; what's the; what is the; what are; are the; can my; can children; can we; will (the|you|there|it); what time; how (much|long|many|do|can|does|far|often) (is|does|do|can|would|i|you|it|are|to)?; when (does|do|will|is|are) ~; where (can|do|is|are); do you (have|sell|offer|accept|do|take|
        ship|deliver|know|stock|open); does the; are you (open|going|able); can (i|you|we) (change|get|use|pay|bring|take|still|tell|
        please|book|return|buy|order|confirm|dm|help|collect|upgrade|add); is there (a|any|free|parking|an); are there (any|still); are trains; could you (tell|
        confirm|please|let|help); would like to know; i'd like to know; wondering (if|when|what|how|whether|who); is it possible; which (one|is|model); any
        idea (when|if|where|how); quick question; question; does anyone know; is (this|it|your) (available|open|still|safe); any (news|plans|chance) (on|of|for|to); who (do|can|should) i""",
        1: "hi; hello; please; pls; hiya; what; when; how; which; where; can; do; does; could",
    },
    "suggestion": {2: "any chance (you'd|you could|you would|of adding|of a); let us (pay|choose|use|have|pick); would make (life|it|things) ~ (easier|better); have you (considered|thought about|thought of); (you|they) might want to; consider (adding|making|a|having|opening); it'd be (great|nice|good|lovely|handy|useful); could you add; if only you; would love (it if|to see|an option|a); bring back; more (bike racks|benches|seats|trains|chargers) (please|at|in|on); what about (a|an|adding); (it)? would be (great|nice|good|lovely|cool|handy|useful|helpful) (if|to); suggestion; you (should|could) (add|make|have|offer|put|let|consider|open|sell|bring|do|give|include|get|try|allow|introduce); why (not|don't you) (add|make|have|offer|put|let|open|sell|bring); please (add|bring back|make|consider|introduce); feature request; i suggest; (an|one|just an) idea; how about (adding|a|making); wish you (would|had|sold|could|did); needs a (dark|button|setting)"},
    "spam": {
        2: "(bitcoin|btc|crypto*|forex|trading signals|nft); (followers|likes) ~ (cheap|real|free|buy); (cheap|real|free|buy|gain) ~ (followers|likes); earn ~ (a|per) (day|week|hour); link in (my)? bio; giveaway; dm me (now|to|for) ~; make money; work from home; passive income; guaranteed (returns|profit); free iphone; you've won; claim your; click (here|the link|link); promo code; follow us and; follow me and win; onlyfans; sugar daddy; recover your (account|funds)",
        1: "bit.ly; t.me; wa.me; free; dm me; whatsapp me; inbox me; 🚀; 💰; 👉; win; telegram; profit",
    },
    "outside": {2: "my (neighbour|neighbor) *; my neighbour; my neighbor; my neighbours; neighbour; neighbor; my ex; my boss; my roommate; my brother; the government; the referee; my flatmate"},
    "billing": {
        3: "refund*; overcharged; charged (me)? (twice|double|again); charged ~ fee",
        2: "deposit; direct debits; tariff; standing charge; meter reading; top up; topped up; final bill; premium; surcharge; estimated bill; paying for; taken from my account; pay with; apple pay; charged (me)? (twice|double|for|a|extra|again|*)?; overcharged; bill; bills; billed; billing; refund*; invoice; fee; fees; membership up; price*; cost; costs; how much (is|does|do|are|for); direct debit; owed; owe; payment*; money back for; voucher; discount; quoted; deposit; put ~ up from; price increase; taken ~ out; compensation",
        1: "money; paid; pay; pounds; euros; dollars; expensive; credit; cash; charge; price; £; $",
    },
    "defect": {
        2: """leaking; website; site (is|has been) down; app (keeps|won't|is); pixel*; speaker; zip; hinge; sole; seam; charger cable; remote; fell off; came off; snapped; (phone|laptop|router|modem|dryer|washer|washing machine|fridge|freezer|oven|tv|telly|tablet|watch|car|battery|
        screen|app|printer|boiler|dishwasher|headphones|earbuds|console|reader|kettle|hoover|vacuum|scooter|software|update|camera|
        kindle|ipad|iphone|macbook) ~ (broke*|dead|broken|crash*|won't|stopped|doesn't|not|faulty|froze*|dies|keeps|smoking|lost|bricked|failed|cracked|leak*|bricked|overheat*); won't turn
        on; won't (start|charge|boot); bricked; faulty; defective; battery; lost its charge; firmware; update; bug; bugs; glitch*; crashes; crashing;
        screen; dark mode; stopped working; fell apart; broken (zip|phone|laptop|screen); sizing; stitching; ripped; torn; hole in""",
        1: "broke; broken; not working; app; phone; laptop; dead; error; device; machine; product; quality; website; site ~ down; dryer; reader; fix; ios; android; install*; software",
    },
    "service": {
        4: "not (emptied|collected); bins ~ (emptied|collected)",
        2: """garage; scratch; took my car; kitchen gave; a service; my car back; meal; steak; menu; table; waiting list; installer; installed; fitter; wrong meal; chef; kitchen; customer (service|services|care|support); helpline; chatbot; speak to a (human|person); on hold; engineer; technician; appointment; told me one
        thing; call centre; call center; food was; waiter; waitress; repair*; serviced; garage; tech support; heating; picks up; showed up; turned up; switched to; your support; nobody
        (answers|replies|picks); no (reply|response|answer); no one (answers|replies|picks); respond*; reply to; replied; callback; call back; reservation; restaurant; receptionist; complaint; plumber; gp; surgery; asked why; bins; advice line; ignored (my|me)""",
        1: "waiting; service; support; called; emails; emailed; calls; phone you; contact; help; email; dm; answer; waited; reply; response; speak; helpful; sorted; phoned; rang; hung up",
    },
    "delivery": {
        5: "stuck on the *",
        2: """sailed past; sailed straight past; tram*; stop; driver left it; left ~ (outside|in the rain|on the step); my stop; the 27; replacement bus; metro; tube; order; orders; ordered; parcel*; package*; deliver*; courier; shipping; shipped; ships; dispatch*; tracking; flight*; train*; bus; buses; landed; launch
        began; luggage; baggage; bag ~ lost; lost ~ bag; cancelled; canceled; delayed; delay; delays; stuck on the; strike; boarding; concert; event; departure; platform; journey; layover; ferry; coach; hours late; minutes late; late again; preorder; pre order; got a; packaging""",
        1: "late; arrive*; arrived; post; items; received; gatwick; heathrow; address; stock; ticket*; item; gate; plane; pilot; airport; collection; collect; tomorrow; runway; seat; hours",
    },
    "network": {
        2: "power just went; power went; power; hot water; blackout; brownout; gas supply; mains; no (internet|power|water|signal|wifi|connection|electricity|broadband|service|coverage); internet; broadband; wifi; wi-fi; signal; power (cut|outage|is out); outage; brown water; water (pressure|supply|off); electricity; 4g; 5g; 3g; lte; fibre; fiber; coverage; network; roaming; taps; line is dead; reception; bandwidth; buffering; lag; servers; server",
        1: "connection; connect; power; water; line; data; ring my; speed; modem; router; slow; texts; cable; disconnect*; streaming; online; dropped",
    },
    "site": {
        2: "lift; stairs; council building; changing rooms; car parks; platform ~ (crowded|dirty); benches; street light*; pothole*; playground; pavement; shop; store; stores; charger*; supercharger; charging station; station; car park; parking; gym; hotel; room; rooms; branch; toilet*; lift; elevator; escalator; queue*; changing room*; bed bugs; cockroach*; pool; bins; building; park; showers; atm; cash machine; playground; aisle; checkout*; till; tills; theatre; lobby; airport lounge; lounge",
        1: "full of; dirty; open; opening; filthy; crowded; heating; leeds; sunday; closed; noisy; carriage; air con; door",
    },
    "staff": {
        2: """(desk|counter|till|phone) ~ (rude|lovely|deserves|brilliant|cow|pig|star|helpful|nasty|patron*|smirk*); whoever runs the; parts desk; girl on the desk; should be sacked; needs sacking; patronis*; condescend*; rolled (his|her|their) eyes; swore at; deserves a (raise|medal); (driver|waiter|waitress|agent|operator|employee|cashier|attendant|guard|receptionist|manager|nurse|assistant|rep|clerk|
        conductor|courier|engineer|staff|barista|member of staff|steward|crew|lady|guy|man|woman) ~ (rude|shouted|yelled|laughed|swore|hung up|
        mocked|insulted|threatened|ignored|refused|drove off|lovely|helpful|kind|amazing|brilliant|attitude|unprofessional|rolled|snapped|patronising|
        legend|out of her way|out of his way|nasty|disrespect*|grabbed|smirked); rude; hung up on me; shout out to; out of (her|his|their) way; bad attitude; unprofessional; customer service ~ rude; train them; laughed at me; off your helpline""",
        1: "driver; staff; agent; employee*; manager; rep; attitude; waiter; crew; cashier; helpline; patient",
    },
    "account": {
        4: "log in; login; hacked; got into my account; locked out of my account; my password",
        2: "log in; login; logged out; log on; sign in; sign me in; password*; my account; locked out; hacked; my data; privacy; personal (data|details|information); verification; account (locked|suspended|blocked|disabled|is|has); access my; got into my account; gdpr; unsubscribe; spam emails; username; delete my; phishing; security code; 2fa; fraud line; identity",
        1: "account; access; profile; reset; registered; details; register",
    },
    "policy": {
        2: "exclusion; page *; travel insurance; insurance; student pass; pass cover; turns out there's; loophole; restriction*; rules say; expire*; age limit; only valid; t&c; ts and cs; cancellation (policy|fee); minimum (stay|spend|term); policy; policies; terms; rule; rules; conditions; wear and tear; to cancel a; small print; fine print; unfair; discriminat*; not covered; insurance won't; insurance; claim; since when; eligib*; allowed to; not allowed; entitled; existing customers; new customers only; loyalty; warranty (void|doesn't|won't|claim); ethical; contract; ban; racist (ad|policy); boycott",
        1: "require*; cancel; ridiculous rule; loyal; warranty; claims",
    },
    "harsh": {
        2: """how convenient; cow; charming; sort yourselves out; pull your finger out; absolute(ly)? (disgusting|useless|ridiculous); take the (piss|mick|biscuit); taking the (piss|mick|biscuit); about time; so much for; marvellous; slow handclap; give me strength; farcical; spineless; liars; robbery; daylight robbery; cowards; smart business model; nice touch; good luck getting; shame on; ashamed; disgrace*; joke of; a joke; what a joke; bloody; fuck*; fucking; fkn; effing; ffs; wtf; shit*; bullshit; crap; crappy; damn; bollocks; arse; asshole*; assholes;
        pathetic; ridiculous; disgusting; appalling; worst; idiot*; morons; moron; clowns; cowboys; thieves; robbing; crooks; scammers; con artists; sham;
        shambles; shambolic; unreal; top work; oh brilliant; oh great; oh good; well done (again)? for; nice one; brilliant another; thanks for nothing; great job ~ (again|ruining|losing|not); bunch of; incompetent*; garbage; rubbish company; trash; sucks; suck; hell;
        knock yourself out; have you no shame; piss*; hate; furious; fuming; livid; outrageous; laughable; terrible; horrible; horrendous; awful; abysmal; atrocious; how dare; greedy; rip off; ripoff; screw*; sort your; stupid; dumb; absolute (joke|disgrace|shambles); utter; fed up; sick of; wow just wow; unbelievable; slow clap""",
        1: "genius; useless; 🙄; 🤡; 🤬; 😡; 🖕; rubbish; shocking; lol; smh; seriously; nightmare; unacceptable; absolutely; another; 👏👏; never again; wow",
    },
    "insult": {2: "cow; pig; rat; snake; clown; brainless; witch; cretin; half wit; waste of space; airhead; idiot; moron; imbecile; stupid; dumb; clown; fool; incompetent; loser; jerk; dimwit; halfwit; muppet; numpty; twat; prick; useless (idiot|woman|man|*); dumbass; thick; brainless; pathetic little"},
    "vile": {2: "worthless (moron|piece*|*); subhuman; scum; scumbag; vermin; cunt*; bitch*; whore*; slut*; retard*; crawl back under; son of a bitch; sons of bitches; motherfucker*; piece of (shit|trash|garbage); filthy (animal*|pig*|rat*|*); parasite*; waste of (oxygen|skin|space); degenerate*; dickhead*; wanker*; asshole*; bastard*; fat (cow|pig); stupid cow; ugly (cow|bitch|*); kill yourself; monkey*; kys"},
    "slur": {2: "paki; pakis; nigger*; nigga scum; faggot*; fags; tranny; trannies; chink*; spic; spics; wetback*; gook*; kike*; raghead*; towelhead*; gypsies scum; filthy (immigrants|foreigners|gypsies|jews|muslims|blacks|indians|arabs|poles)"},
    "you": {2: "you are; you're; u r; ur; you"},
    "staffword": {1: "girl; bloke; lad; woman; man on; lady; desk; guard; doctor; nurse; teacher; manageress; steward; conductor; cashier; your *man; supervisor; driver*; waiter; waitress; operator*; agent*; employee*; receptionist; technician; engineer; courier*; manager; staff; helpline; call centre; your rep; ceo; dave; the (woman|man|guy|girl|lady) (on|at|behind)"},
    "threat": {2: """(i'll|i will|ill|i'm going to|i'm gonna|im gonna|im going to|i am going to|gonna|we'll|we will|we're going to|i swear i'll) (batter|strangle|hunt down|slaughter|stab|shoot|murder|slit|torch|firebomb|punch|slap|beat|choke|kill|end|gut|butcher|knife|hurt|bury|lynch) (you|u|ya|him|her|them|whoever|every one|every single|every last|the next|the lot|all of|that smug|that driver|your driver*|your staff|your manager*|your engineer*|your * driver|your people|your guy*|your throat*|his throat|her throat|the throat);
        (i'll|i will|i'm going to|i'm gonna|gonna|we'll|we will|we're going to) (break|smash|slash|wreck|cut|burn|torch|trash) (your|his|her|their|every|the whole|every last) ~ (legs|arms|neck|face*|teeth|head*|skull*|windows|window|tyres|tires|tyre|van*|bus|buses|office*|shop|store|warehouse|depot|van|place|hands|fingers|bones);
        kill (you|ya|every one of you|every single one of you|the lot of you|all of you) (all|lot|people|both|bastards|for *|if|when|one|and) ; pay ~ (in|with) blood; pay ~ (in|with) your (blood|life|lives); bleed for (this|what|it); (get|getting|knock|knocking|kick|kicking) (your|his|her|their) teeth ~ (in|out); (fist|boot|bullet|knife) (in|through|into) (your|his|her|their) ~ (face|head|skull|chest|back|ribs); you're all dead; (you|you all|you lot|you people) (are|r) dead; sleep with one eye open; running (him|her|you|them) over;
        (kick|beat|knock|smack|punch) the (shit|crap|hell|living daylights|head|life) (out of|off) (you|him|her|them|your|whoever|the next|the lad|the guy); (beat|knock|punch|smack|kick) (your|his|her|their) ~ (head in|head off|face in|lights out); i'll find you and; taking some of you with me;
        (i will|i'll|im gonna|i'm gonna|gonna|im going to|i'm going to|we will|we'll|i swear i'll) (kill|murder|shoot|stab|beat|hurt|hunt|smash|slaughter|strangle) (you|u|ya|them|him|her|your|ur|y'all|somebody|someone|every one of|all of|each of) ; """"(i'll|i will|i'm going to|im going to|i'm gonna|gonna|we'll|we will|going to|imma) (burn|kill|shoot|stab|beat|smash|bomb|blow up|firebomb|torch|break your|slit|strangle|hurt|murder|punch|set fire) (you|your|the|down|every*|his|her|him|them|up|that|this|to); (come|coming|back|over|there|here|round|down|bring|bringing) (with)? (a|my) (bat|knife|gun|baseball bat|shotgun|hammer|machete|rifle|crowbar); burn (your|the|that) ~ (down|to the ground); hope you (all)? (die|burn); you (will|are going to|deserve to) die; you're (all)? dead; i know where you live; we know where you live; put a bullet; break your (legs|neck|face|arms|windows); smash your (face|windows|head|skull); a brick through your; watch your back; bomb (your|the) (office|store|shop|hq)"""},
    "unusable": {
        2: """leak*; scratch*; went off; gone off; late for work; flooded; been out; can't buy; deposit; unable to; jammed; no sign of; nowhere to be; gone missing; still hasn't; never turned up; cold showers; snapped; came off; came apart; half a day; all (day|morning|afternoon|night); a whole (day|morning|evening); not working; (won't|doesn't|can't|cannot|isn't|didn't) (turn|start|load|charge|connect|open|log|work|working|get|access|use|ring|let|play|even|be|book|see|check|send); no (internet|power|water|signal|heating|service|wifi|hot water); cancelled; canceled; delayed; hours late; down; dead; broken;
        bricked; smashed; wasted; never (showed|arrived|came|turned|received); brown water; outage; bed bugs; power cut; stuck; out for delivery; always full; whole day; crash*; (third|fourth|fifth) time; still (waiting|no|not|haven't|hasn't); took (an|two|three|four|over) *; hours; lost; faulty; missing; wrong (item|size|order); ignored; was due; laughed at me; on hold for; locked out; won't pay; killing me; leak*; money back""",
    },
    "serious": {3: "can't work; cannot work; losing (money|customers|business|sales); lost (a client|clients|business|customers|wages|my job); business (is|has been)? (down|stopped|closed|shut|offline); my deadline; shop (is)? closed because; missed (my|the|our) (wedding|funeral|interview|operation|flight|surgery); unable to work"},
    "vulnerable": {3: "my (grandmother|grandma|nan|gran|grandad|grandfather|elderly *); my (mum|mom|dad|mother|father) is *; wheelchair; disabled; disability; pregnant; newborn; (new born|tiny)? baby; oxygen; dialysis; cancer; blind; elderly; autistic; dementia; insulin; pensioner; medication; diabetic"},
    "danger": {4: "resus; been admitted; one's been admitted; cpr; unconscious; passed out; seizure*; insulin; epipen; sesame in; raw sewage; sewage in; metal (shaving*|pieces|splinter*) *; shards of; syringe*; used needles; lead in; boil (the|our|your) water; listeria; salmonella; e coli; throwing up; vomit*; food poisoned; protection order; wheel (loose|came off|fell off); wouldn't stop bleeding; stitches; broke (his|her|my|their) (arm|leg|hip|wrist|ankle|nose); choked on; swallowed a; exploding; scald*; asbestos; mould in the (nursery|cot); (in|to) a&e; a & e; ended up in (hospital|a); coeliac; allergic to; peanut*; nut allergy; nearly (crashed|hit|drowned|choked|fell); could have been killed; sparks; shock; shocks; fire; gas; burst tyre; seat belt; airbag*; ceiling (fell|collapsed|came); smoke coming; smoking; smok* from; caught fire; on fire; burst into flames; smell* of (burning|gas|smoke); gas leak; left the gas on; sparks; sparking; electric shock; electrocuted; brakes failed; brakes (not|don't|didn't|stopped|gave|went|have failed); no brakes; exploded; explode*; could have (died|killed); nearly (died|killed); carbon monoxide; burning smell; melted; ambulance; food poisoning; anaphyla*; allergic reaction; live wire*; exposed wires; overheating; flames; steering (failed|locked); fell off while; choking; glass in (my|the); burned my; burnt my"},
    "recall": {3: "recall; recalled; safety notice; under recall; safety alert"},
    "crime": {4: "got into my account; hacked (my|into); stole (my|from|money|*); stolen from; (been)? defrauded; fraudulent*; identity (theft|stolen); assaulted; attacked me; groped; in my name; emptied my; took ~ pounds from; hacked and; robbed me; harassed; scammed out of; money (was)? stolen; unauthorised (transaction*|payment*); unauthorized (transaction*|charge*|payment*)"},
    "churn": {2: "i'm gone; we're gone; i'm out; we're out; (i'm|im|i am|we are) (leaving|moving on|switching|off to|done with|out of here); not coming back; (never|won't be|will not be|wont be|won't|wont|not) (coming|going) back; (won't|will not|wont|never) (be)? (returning|return|come back|go back|renew|renewing|try again|set foot); not renewing; (i'm|we're|am) not renewing; didn't renew; (that|this|it) (was|is) (my|our) last *; (my|our) last (order|stay|visit|booking|flight|trip|purchase|parcel|appointment|renewal|season|year|time) ~ (with|from|at|here|ever|you); for the last time; last (order|stay|flight|visit|booking) (ever|with you|here|from you); uninstalled; uninstalling; (deleted|deleting|binned) (it|the app|your app|my account|my profile); (cancelled|canceled|cancelling|canceling) (my|our|the|both|all|everything) ~ (subscription*|membership*|account*|contract*|polic*|plan|direct debit|standing order); cancelling (today|tomorrow|everything|the lot|both); (i've|i have|we've|just) (cancelled|canceled) (my|our|the|both|everything|it); (moved|moving|taken|taking|took|take) ~ (elsewhere|over the road|to another|to a different|to a rival|to your competitor*); (gone|going|go|shop|shopping|buy|buying|order|ordering|eat|eating|bank|banking|fly|flying|book|booking|try|trying|look|looking) (somewhere|anywhere) else; (shop|shopping|order|ordering|bank|fly|flying|eat|buy|buying|book|looking|going|went) elsewhere; (find|finding|found|looking for|look for|chosen|joined|joining|signed up with) (a|another|someone|a new|a different) (new|different|other)? (provider|bank|dentist|place|supplier|insurer|school|vet|company|network|operator|garage|salon|chain|nursery|surgery|practice); (switched|switching|moved|moving|gone|going|changed|changing|defected) (over)? to (your)? (a|the|another|your) (competitor*|rival*|competition|other lot|other crowd|other one); with (your|a|the) (competitor*|rival*|competition); (closed|closing|close|shut) (my|our|both|all my|the) ~ account*; (handed|handing|handed in) ~ (notice|keys|card); (given|gave|giving|hand|handing) ~ notice; (lost|losing) (me|us|my custom|our custom|our business|my business|a customer|a loyal|a regular|a family|yourselves); you (just|have|have just|'ve just)? lost (me|us|my|our|a|another); former (customer|subscriber|member|client); ex customer; never (using|use|ordering|order|booking|book|flying|fly|buying|buy|shopping|shop|going|go|eating|eat|staying|stay|coming|come|returning|return|renting|rent|dealing|deal|touching|spending|trusting|setting foot) ~ (again|you|your|here|there|with); (won't|will not|wont) (ever|be)? (use|using|order|ordering|book|booking|fly|flying|buy|buying|shop|shopping|eat|stay|staying|rent|recommend) ~ (again|you|here|anymore|any more); not (spending|giving you) (another|one more|a single) *; another (penny|cent|euro|pound|dime) ~ (from me|out of me|of mine); porting (out|my|away); part ways; parting ways; voting with my (feet|wallet); (dropping|dumping|dumped|ditching|ditched|quitting|leaving) you; (my|our) (business|custom|money) (is going|goes|will go|now goes); contract is up; i'm gone; (i|we)'ll be (gone|off|leaving|switching|going elsewhere); going elsewhere; gone elsewhere; looking elsewhere; off to (another|a); you've lost; won't see me; good riddance; deleting (my account|the app); deleted (my account|the app); ported; switching; leaving (as soon|when|once); never (shopping|buying|using|flying|ordering|going|booking|staying|coming|again) (with|from|your|you|again|here|there|*)?; never (shop|buy|use|fly|order|book|stay) ~ (again|you); never again; (switched|switching|moving|moved|going|changing|leaving) to (ee|o2|bt|sky|vodafone|verizon|tmobile|another|a different|a competitor|your competitor*); (cancelling|canceling|cancel|cancelled) my (subscription|membership|account|contract|policy); leaving you; lost (a|me as a|yourself a|yourselves a|this) (loyal)? customer; taking my (business|custom|money) elsewhere; won't be (back|using|buying|shopping|flying|ordering|returning); last time (i|we); closing my account; closing (our|both) accounts; (i'm|im|we are) (leaving|off|done|out); take my business elsewhere; not (buying|flying|using|shopping) ~ again; won't (buy|use|fly|shop|order) ~ again; done with (you|this|your); find another"},
    "repeat": {2: "(i|we|i've|i have|we've|we have|have|already|had) (also|already|now|since|even|just)? (rang|rung|phoned|called|emailed|mailed|messaged|written|wrote|texted|chased|complained|reported|contacted|dm'd|dmed|flagged|raised|asked|queried|reminded) ~ (you|them|your|to|in|about|back|again|twice|yesterday|last|on|support|customer|this|it); (wrote|written|writing|emailed|called|rang|rung|phoned|messaged|chased|reported|reminded|asked|complained|told|sent) ~ (twice|again|three times|four times|five times|six times|several times|multiple times|many times|repeatedly|every day|every week|yesterday|last week|last month); (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|2nd|3rd|4th|5th) (call|email|e-mail|letter|message|ticket|complaint|form|chat|tweet|post|reminder|request|report|visit|phone call); (two|three|four|five|six|seven|eight|nine|ten|several|many|countless|endless|multiple|dozens of|numerous) (calls|emails|e-mails|mails|letters|messages|tickets|complaints|forms|chats|webchats|tweets|reminders|requests|visits|voicemails|phone calls|support tickets|agents|dms); as i (told|said|explained|wrote|mentioned|already); like i (told|said|explained); told your (colleague*|agent*|staff|manager|team|driver|rep|desk|support|people|branch|chat); your (colleague|agent|rep|chat|hotline|helpline|support|advisor|adviser|manager|team|call centre|call center|customer service) (said|says|told|promised|keeps|kept|assured|hung|swore); (nobody|no one|no-one|noone|never) (has)? (answers|answered|replies|replied|responds|responded|called back|calls back|call back|calling back|rang back|rings back|phoned back|got back|gets back|picked up|wrote back|returned my); (still)? waiting (for|on) (a|your|the|an|my|any|someone to) (reply|response|answer|callback|call back|call); (still)? (no|without a|without any|zero) (reply|replies|response|answer|answers|callback|call back|feedback); haven't (heard|had a reply|had an answer|received a reply); (not|never) heard (back|anything); hung up on (me|us); (passed|bounced|sent|transferred) (from|around|between); (hours|minutes|mins|hour) on hold; on hold (for|again|with|listening|since); (spoke|spoken|talked|speaking) (to|with) (someone|somebody|a|an|your|three|four|five|two|several|customer|support|one of|him|her|them|the manager|reception); (ticket|case|complaint|reference) (number|no|ref|id|#)? ~ (open|opened|closed|raised|logged|unanswered|ignored); (opened|raised|logged|lodged|submitted|filed) (a|the|an|this|my|two|three|four|it|another) ~ (ticket*|case*|complaint*|claim*|request*|report*|dispute*|form*|this|it); (went|been|gone|drove|walked|came|come) (back|in|down|over)? (to)? (in|the|your) (shop|store|branch|office|desk|counter|dealer*|garage|salon|clinic|reception|surgery) ~ (twice|again|yesterday|three|times|about|to ask|to complain); following up (on|again|about); (my)? (previous|earlier|last) (email|e-mail|message|letter|call|complaint|ticket|post|tweet|dm); asking again; asked again; writing again; calling again; calling (you)? (every|for|since|all); ringing (you)? (every|for|since|all); ring every; i call and call; ignored (my|our|all my) (email*|call*|message*|letter*|complaint*|dms); ignoring (my|our) (email*|call*|message*|letter*|complaint*|dms); (keep|keeps|kept) (calling|ringing|emailing|asking|writing|chasing|explaining|being told|getting told|getting passed|telling me); promised (me|us) (a|to|that|it|he|she|they); (third|second|fourth|fifth|nth|umpteenth) time (i've|i|writing|calling|asking|contacting|emailing|ringing|we|trying|*); (called|rang|rung|phoned|emailed|written|contacted|messaged|complained|tweeted|asked|reported|spoken) (you|to|about|in|several|many|multiple|* times|twice|and|customer|your|it|back|this); i've (called|emailed|rung|phoned|contacted|spoken|written|messaged|reported|complained|asked|tried calling|sent|been in); i (called|emailed|phoned|contacted|messaged|spoke|rang|wrote|reported); * (calls|emails|phone calls|visits|tickets|messages|letters) (and|later|about|to|in); (months|weeks|days|weeks) of (emails|calls|calling|emailing|chasing|phone calls|waiting on hold); told (me|us) (one|that|it|i|they|he|she|to|by|last|yesterday); was told; keep (telling|being told|calling|getting told); still no (reply|response|answer); nobody picks up; every time i (call|ring|phone|email|ask|contact); no (reply|response|answer) (to|from); (sent|filed|opened) (a|an|two|three|several|my|you a) (email|dm|message|ticket|complaint|emails|claim|letter); on hold for; on (the)? phone (for|with); follow up; chasing"},
    "legal": {2: "lawyer*; solicitor*; attorney; sue; suing; small claims; see you in court; court; legal action; ombudsman; trading standards; ofcom; ofgem; regulator; fca; ftc; fcc; bbb; better business bureau; report* you to; the press; the papers; newspaper; watchdog; consumer (rights|protection|affairs); (going to|calling|call) the police; police report; class action; attorney general; citizens advice; chargeback; ico; data protection"},
    "stranded": {2: "(how|any idea how) (do|am|are|can|will|would) (i|we) (supposed to)? (get|getting|gettin) home; can't get (back|home|in|out|off|to work|anywhere); cannot get (back|in|out|off); no (way|means) (to get)? (back|home|out|off|of getting); stranded (at|in|on|here|without|with); (we're|we are|i'm|i am|been|still|sat|sitting|me and) ~ stuck (at|in|on|outside|here|inside|between); stuck (at|in|inside|on|outside) (the|a|an)? (airport|station|train|lift|elevator|tunnel|platform|motorway|roadside|hard shoulder|lay-by|car park|ferry|boat|plane|tarmac|bus); (locked|shut) (in|out) (of)? (my|our|the)? (own)? (house|home|flat|car|apartment|room|building|garage)?; (hard shoulder|lay-by|layby|roadside|side of the (road|motorway|motorway)); (sleeping|slept|sleep|spending the night|spend the night) (at|in|on) (the|a) (airport|station|floor|bench|chair|car|terminal|platform|lobby); left (me|us|him|her|them|my * ) (stranded|at the|by the|on the|in the middle|miles); stranded; stuck (at|in|on|outside|overnight|here) ~; can't get (home|in|into my (house|flat|home)|to my); cannot get home; no way (home|of getting home); locked (out of my (house|home|flat|car)|in the); trapped (in|on|at|inside); sleeping (at|in|on) the (airport|station|floor); left us (at|on|in) ~ (roadside|airport|station); broken down on; broke down on"},
    "drained": {2: "(lost|loses|losing|lose) (its|all its|half its|most of its|a third of its) ~ (charge|range); (lost|loses|losing) (charge|range); (car|ev|battery|batteries|phone|laptop|vehicle) ~ (drained|drains|draining|discharged|discharges|discharging); battery (is|was|went|gone|keeps going)? (dead|flat|empty); (drained|drains) (itself|overnight|by itself|on its own|while parked)"},
    "untold": {2: "(nobody|no one|noone|not one person|not a soul) (has|had|even|ever|could)? (told|tells|tell|informed|inform|said|says|say|announced|warned|explained)"},
    "parting": {1: "elsewhere; somewhere else; someone else; somebody else; competitor*; competition; rival*; goodbye; bye; bye bye; farewell; cheerio; ta ra; ta ta; adios; so long; good luck; all the best; enough is enough; last straw; had enough; that's it; from now on; from here on; from today; from tomorrow; from monday; next time; next year; in future; instead; done; gone; deleted; cancelled; cancelling; closed; closing; moved; switched; switching; bought; signed up; last one; last time; anymore; any more; never again; used to; (lidl|aldi|tesco|asda|ryanair|easyjet|uber|bolt|netflix|spotify|amazon|vodafone|ee|o2|monzo|revolut|starling)"},
    "faraway": {1: "last (bus|train|ferry|boat|tram|flight|shuttle|one|coach); no (taxi*|buses|bus|trains|train|hotel*|rooms|room|signal|ferry|cab*|cabs|lift home|other way); get home; getting home; way home; how do (i|we) get; miles (from|to go|away|out|off); in the dark; at night; midnight; middle of nowhere; nowhere to (sleep|stay|go); roadside; shoulder; breakdown; broke down; broken down; recovery; tow truck; towed; aa says; rac; flat battery; cancelled flight; flight cancelled; hours at; sat on; sitting on; still here; we're at; i'm at; kids (with|in); toddler in the back; freezing; in the rain; doors shut; locked; trapped; stuck; airport; station; platform; kerb; floor"},
}

LEXICON = Lexicon(
    cues=_CUES,
    negators="no; not; never; without; don't; doesn't; didn't; isn't; wasn't; won't; can't; hardly; aren't; haven't; hasn't; nor; neither; wouldn't; couldn't; cannot; nothing",
    numbers={
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90, "a couple of": 2, "couple of": 2, "half a": 0.5, "half an": 0.5, "a dozen": 12, "half a dozen": 6, "a hundred": 100, "two hundred": 200, "fortnight": 14,
        "one and a half": 1.5, "two and a half": 2.5, "three and a half": 3.5,
        "four and a half": 4.5,
    },
    multipliers={"hundred": 100, "thousand": 1_000, "grand": 1_000, "k": 1_000, "million": 1_000_000, "m": 1_000_000},
    units={
        "minute": 1 / 1440, "minutes": 1 / 1440, "min": 1 / 1440, "mins": 1 / 1440, "hour": 1 / 24, "hours": 1 / 24, "hr": 1 / 24, "hrs": 1 / 24,
        "day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "fortnight": 14, "month": 30, "months": 30, "year": 365, "years": 365, "yr": 365, "yrs": 365,
        "(full|whole|solid) (hour|hours)": 1 / 24, "(full|whole|solid) (day|days)": 1,
        "mornings": 1,
        "(full|whole|solid) (week|weeks)": 7, "(full|whole|solid) (month|months)": 30,
    },
    halves="and a half",
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    months=("(january|jan)", "(february|feb)", "(march|mar)", "(april|apr)", "may", "(june|jun)", "(july|jul)", "(august|aug)", "(september|sept|sep)", "(october|oct)", "(november|nov)", "(december|dec)"),
    since="since; since last; since the; since early; since late; ever since; (reply|answer|response) to; (reply|answer|response) to my",
    days_ago={"since yesterday": 1, "since this time yesterday": 1, "since last night": 1, "all week": 7, "since last week": 7, "since last month": 30, "since last year": 365},
    lasting_before="""for; and took; for over; for more than; for about; for at least; for nearly;
        for almost; for the (last|past); over; waited; waiting; taken; been; it's been; its
        been; now; delayed; delay of; late by; on hold; wait; down; stood; stood here; stand
        here; standing here; sat here; sitting here; queued; queuing; in the queue;
        (calls|emails|mails|letter|letters|messages|tickets|agents|visits|no show|no
        shows|nothing|replies|reply|engineer|engineers|chats|forms) in; (not back|nothing|no
        reply|no answer|no response|no refund|no
        update|still|arrived|replied|answered|finally|fixed|repaired|refunded) ~ after; arrived
        after; finally after; back after; nothing after; fixed after; answered after; replied
        after; (request|ticket|case|complaint|claim|email|letter|message|query|appeal) ~ is;
        nearly; almost; well over; close to; going on; coming up to; coming up on; best part of;
        the (last|past); (no|not|nothing|haven't|hasn't|hadn't|without|never) ~ in; timing out;
        timed out; frozen; offline; kept me; kept us; held; waits; wait of; wait is""",
    lasting_after="""ago; late; since; into; on from; behind; and counting; overdue; with
        no; with a; delay; delayed; without; waiting; wait; on hold; of
        (emails|calls|waiting|calling|chasing|trying|this|no|nothing|phone); now and; and
        (still|counting|nothing|no|nobody); later; and (i'm|im|i am|we're) still; no
        (internet|power|water|signal|reply|response|heating); in (a|the) queue; queue; in this;
        behind schedule; trying; not (emptied|working); now; back; on (the|a|your) (list|waiting
        list|phone|line); after (i|we|my|our)
        (sent|filled|filed|asked|reported|raised|wrote|called|rang|emailed|complained); to
        (reply|respond|answer|assess|get (a|an|my|through|back|an answer)); for (a|an)
        (reply|answer|response|refund); and (i|we) (have|had) heard; still; and no; and not; of
        silence; on end; in a row; straight; stood; sat; sitting; standing; in the
        (cold|rain|dark|queue); so far; past due; unanswered; ignored; pending; and
        (you|they|it) still; but (still|nothing|no); in and (still|no|nothing); of
        (excuses|promises|being ignored|hold music|cold showers); to (arrive|come|turn up|be
        told|be answered|answer the phone|pick up); of (music|panpipes|pan pipes|muzak|ringing|*
        music); (in|on) your (queue|line|phone line|call queue); listening; holding""",
    not_lasting_before="""bought ~; bought this; got it; joined; installed; lasts; lasts me;
        paid in for; paying; customer for; within; in; every; next; up to; at least; bought it;
        guarantee*; warranty; contract for; parked ~ for; (car|it|van|bike) (at|in) ~ for;
        (car|it|van|bike) (at|in) ~ (airport|station) for; last; lasted; with you for; been with
        you; been with you for; customer of; member for; open for; flight of; loyal for; used
        for; lived here; worked here; be; been a customer for; in the next; married for;
        another; bought; valid; valid for; free for; was here for; was there for; were here for;
        were there for; (lost|charged|fined|fine|fee|penalty|billed|refused|cancelled) for
        being; charged; charged for; billed for; charge; minimum; paid for; signed; signed for;
        sign up for; renewed for; ban* ~ for; banned; suspended for; employed; self employed;
        (freeze|pause|frozen|paused) ~ for; pay for; parked it; parked; parked for; always;
        ride; for my; for our; for her; for his; with my; booked for; stayed for; lived here
        for; there for""",
    not_lasting_after="""a day; ahead; before; ago i bought; guarantee; warranty; contract; as
        a customer; customer; loyal; with you; flight; drive; trip; in advance; from now;
        battery; a week; of battery; journey; earlier; membership; loyalty; notice; pregnant;
        slot; slots; a year; a month; without a claim; olds; charge; limit; binding; minimum;
        over the limit; over time; drop off; drop off zone; zone; hotline; helpline; left;
        remaining; left on; scan; maximum; max; to get there; lesson; holiday; in every; for
        free; grace""",
    not_bare_before="""after; in; within; every; each; per; another; next; last; only; just;
        under; over; than; than the; by; a; from; extra; first; of; half; ate; with; lasted;
        least; those; my; our; these; to; between; says; say; said; the same; same; allow; at;
        signed; all; charged; exactly; maximum; minimum; inside; lasts; took; took us; took me;
        got; get; gets; gave; given; gives; banned; needs; takes; take; told; quoted; promised;
        promises; estimated; eta; expect; until""",
    not_bare_after="""old; late fee; ahead; apart; long; walk; away; from; guarantee;
        notice; free; trial; ride; flight; drive; and you; per; deal; pass; ticket;
        subscription; more; later; show; shift; course; plan; minutes; to; a; after; work;
        maximum; parked; before; max; worth; early; older; younger""",
    nth_days="""day #; #(th|st|nd|rd)? day (of|without|in|now|with);
        # day (without|now|in a row|of no|of this);
        for the #(th|st|nd|rd)? day; for the # day""",
    times="times; time; goes; occasions; (separate|different|other) (times|occasions)",
    ordinals={"eleventh": 11, "sixth": 6, "eighth": 8, "ninth": 9, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "seventh": 7, "tenth": 10, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10, "11th": 11, "12th": 12, "twelfth": 12, "thirteenth": 13},
    counted_times={"once": 1, "twice": 2, "thrice": 3, "both times": 2,
        "(second|2nd) go": 2, "(third|3rd) go": 3, "(fourth|4th) go": 4, "(fifth|5th) go": 5,
        "(two|2) (of you|of ye|of y'all|of your *)": 2,
        "(two|2) (different|separate) (people|agents|advis*|members of staff|departments)": 2,
        "(three|3) (of you|of ye|of y'all|of your *)": 3,
        "(three|3) (different|separate) (people|agents|advis*|members of staff|departments)": 3,
        "(four|4) (of you|of ye|of y'all|of your *)": 4,
        "(four|4) (different|separate) (people|agents|advis*|members of staff|departments)": 4,
        "(five|5) (of you|of ye|of y'all|of your *)": 5,
        "(five|5) (different|separate) (people|agents|advis*|members of staff|departments)": 5,
        "(never|not|more than|at|for) once": 0,
        "once (a|again|more|upon|in a)": 0, "(charged|billed) twice": 0,
        "twice a (day|week|month|year)": 0},
    contact_verbs="""explain*; remind*; told; sent; returned; tried; asked; chased;
        raised; submitted; went in; call*; rang; ring*; rung; email*; writ*; wrote; contact*;
        ask*; complain*; tweet*; report*; visited; dm*; chas*; spoke*; been in; been to; mailed;
        mailing; messaged; messaging; phoned; phoning; phone (you|your|up|in|every); on the
        phone*; by your (claims|support|service|team|staff|agent*|desk|office|complaints); set
        (this|it|that) out; (log|logged|logging) (it|this|that|them); been through ~
        (form|menu|process|chat*|security|script); walked (down|in|over|round|up);
        (came|come|coming) in; came by; (i|we) (came|come|went|go) back; (i|we) went
        (to|into|down|back|round); went (to|into|down to|back to|over to|round to) (the|your)?
        (shop|store|branch|desk|counter|reception|office|surgery|garage|clinic|kiosk|dealer*|salon);
        popped in; dropped in; dropped ~ in; been on to; by (phone|email|letter|post); on to
        you; (i've|we've|i have|we have) been (in|to|on to|back|down to|round to|at|there|on);
        back for; in for; at ~ desk; at ~ counter; chatted; talked (to|with); texted; filed;
        flagged; escalated; queried; requested; begged; (i've|we've|i have|we have) gone
        (in|back|to|into); queued; (took|taken|brought) (it|them|her|him|this|the *)
        (in|back|down); had (this|it) out; reached out; follow* up; nagged; pestered; faxed;
        appealed; dialled; nudged; resubmitted; resent; reuploaded; uploaded; stopped by; turned
        up at; (driven|drove) (down|over|out|in|back); lodged; pointed (it|this|that)? out; let
        (you|them) know; handed (it|this|them)? in; filled (in|out); hung up on; spoken;
        enquired; inquired; (i've|i have|we've|we have)
        (report*|ask*|told|sent|call*|email*|phoned|raised|tried|contacted); had to
        (call|ring|phone|write|email|ask|chase|report|contact|message|go back|explain|come)""",
    contact_nouns="""call; email; letter; reply; replies; report; reports; voicemail;
        voicemails; reminder; reminders; webchats; chat; phone call; visit; meetings; support
        tickets; forms; requests; calls; phone calls; emails; letters; visits; messages;
        tickets; complaints; tweets; dms; chats; e-mail; e-mails; mail; mails; message;
        complaint; dm; form (to|about|for|sent|asking); webchat; request; chaser; chasers;
        uploads; appeal; appeals; rma; rmas; phonecall; phonecalls; ticket
        (opened|open|raised|logged); trips to your *; trips to the
        (shop|store|branch|desk|kiosk|counter|office|garage|dealer*|clinic|surgery); claim form;
        claim forms; follow ups; queries; faxes; phone messages; attempts to
        (reach|contact|call|get|ring|speak); conversations; enquiries;
        (polite|secure|unanswered|unread|long|separate|different|further|support|angry)
        (calls|emails|e-mails|letters|messages);
        (recorded|registered|formal|written|unanswered|separate|support)
        (letters|requests|complaints|tickets|chats); attempt to
        (reach|contact|call|ring|speak|get)""",
    currencies={"aussie dollars": "AUD", "aussie dollar": "AUD", "buck": None, "euro": "EUR", "euros": "EUR", "€": "EUR", "eur": "EUR", "dollars": None, "dollar": None, "$": None, "usd": "USD", "us dollars": "USD", "us$": "USD", "pounds": "GBP", "quid": "GBP", "£": "GBP", "gbp": "GBP", "bucks": None, "cad": "CAD", "aud": "AUD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "canadian dollars": "CAD", "australian dollars": "AUD", "nok": "NOK", "kr": None, "₹": "INR", "rupees": "INR", "inr": "INR", "chf": "CHF", "sek": "SEK", "dkk": "DKK", "yen": "JPY", "jpy": "JPY"},
    place_before="across; all over; around; in; at; at the; in the; near; outside; on; on the",
    place_near="from; to; your; of the; out of the; into; for; your; the",
    place_heads="",
    place_tails="airport; road; street; station; avenue; lane; square; park; mall; centre; terminal; hospital; stadium; rd; st; ave",
    not_places="whatsapp; twitter; facebook; instagram; google; january; february; march; april; may; june; july; august; september; october; november; december; monday; tuesday; wednesday; thursday; friday; saturday; sunday; christmas; easter; boxing; i; bitcoin; dm; uk; you; iphone; galaxy; android; customer; ios; japan; usa; us; black; new year; english; american; amazon; ee; o2; bt; sky; vodafone; verizon; apple; samsung; order; the; wifi; ccs; dave; elm street stop",
    not_products="on the phone; phone (you|calls|call|us|line|number|up|numbers); by phone; over the phone; pick up the phone; phone support; phone company; phone contract; phone bill; customer phone",
    products="modem; router; phone; laptop; tablet; tv; telly; washing machine; washer; dryer; fridge; freezer; oven; boiler; card reader; printer; dishwasher; scooter; headphones; earbuds; vacuum; hoover; coffee machine; microwave; smartwatch; thermostat; console; kettle; toaster; smart meter; meter; camera; set top box",
    articles="the; my; our; your; his; her; their; a; an; new; this; that; for; on my; two; old",
    not_models=(
        "gate; room; bay; platform; terminal; screen; tower; junction; ward; level; year; "
        "season; page; radio; channel; error; pot; court; lab; number; stage; hall; unit; "
        "flat; apartment; floor; route; bus; line; train; flight; zone; exit; car park; "
        "section; act; rule; form; day; week; sunday; monday; tuesday; wednesday; thursday; "
        "friday; saturday; january; february; march; april; may; june; july; august; "
        "september; october; november; december; euro; covid; top; formula; highway; "
        "interstate; class; grade; key stage; clause; article"
    ),
    reference_words="order; file; rma; receipt; bill; referral; letter; request; transcript request; acct; card; booking ref; code; invoice; job; parcel; reference; ref; case; ticket; claim; booking; confirmation; account; policy; complaint; tracking; number; incident",
)
