"""What people write in the lives: a few of everything that the rules tell apart."""

TEXTS = (
    "Llevo tres meses llamando por un módem que no envía correo. Nadie contesta.",
    "My charger has been dead for two days and nobody answers.",
    "It smells of burning and there is smoke coming out of the charger!",
    "Is the shop open on Sunday?",
    "Thank you, the technician was wonderful.",
    "No, it still doesn't work.",
    "Yes, it works now, thanks!",
    "Stop messaging me",
    "The app charged me 90 euros twice, I will call my lawyer.",
    "I know where your technicians park and I will break their legs.",
    "Buy followers now, cheap, link in my profile!!!",
    "hm",
    "The charger is always full of cars that stay for hours when they are full.",
    "30,000 dollars for a battery that is under recall!",
)
DANGER, THREAT = 2, 9
OF_A_CASE = (0, 1, 8, 13)  # each a grievance of its own, which is answered
