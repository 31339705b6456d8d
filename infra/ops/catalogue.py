"""Every command by what one is about to do, and the module that holds it."""

# By what one is about to do. The summaries stand here too, so that `sixday --help` needn't import
# them all; a test holds the two together.
SECTIONS = {
    "Try it": {
        "parse": "Split a webhook's body into posts.",
        "verify": "Check a webhook's signature.",
        "classify": "Say what a post is, and by which words.",
        "voice": "Show and check what is said to customers.",
        "say": "Post a complaint to a stack on this machine and see it answered.",
    },
    "See": {
        "inbox": "Show what waits for a person: briefs, tasks, and drafts to approve.",
        "case": "Show everything about one case.",
        "explain": "Tell in a paragraph what came of an event, why, and what is next.",
        "timeline": "Show one event's way through all stages.",
        "promises": "Show everything that we have promised to customers, by date.",
        "correct": "Say what is right of a POST, so that the classifier can learn it.",
        "report": "Show whether everybody is treated alike.",
    },
    "Take down what a customer told somebody": {
        "open": "Take down a call, a letter, a visit or a page: it counts like a post.",
        "note": "Put TEXT on a case: a note for colleagues, or what the customer said.",
    },
    "Talk to a customer": {
        "reply": "Answer the customer in your own words.",
        "ask": "Ask the customer for details in private.",
        "progress": "Tell the customer what is new, in words for them.",
        "approve": "Let a draft leave, just as you have read it.",
        "edit": "Let a draft leave in your own words.",
        "reject": "Keep a draft from ever leaving; somebody must answer instead.",
    },
    "Say whose a case is": {
        "take": "Make a case yours: automation is silent until you give it back.",
        "give-back": "Let automation answer again.",
        "assign": "Give a case to PERSON of the policy, with what is promised.",
        "acknowledge": "Say that you have read the brief: nobody else is asked.",
    },
    "Find out": {
        "tried": "Record what the customer has tried already: nobody asks for it again.",
        "contact": "Record somebody else who may be asked, where the customer agreed.",
        "investigate": "Open an investigation: no denial can go out until it ends.",
        "evidence": "Add what was found to the open investigation.",
        "outcome": "End the investigation; the customer is told TEXT.",
    },
    "End a case, or say which it is": {
        "resolve": "Ask the customer whether it is fixed.",
        "close": "Close a case without asking.",
        "reopen": "Open a case again: it wasn't fixed.",
        "merge": "End the case OTHER in this one: they are one grievance.",
        "split": "Make a post of the case a case of its own: they are two grievances.",
        "link": "Say that the case OTHER is of the same person.",
    },
    "Refuse service, two people together": {
        "refuse": "Propose to refuse service; a second person must confirm it.",
        "confirm-refusal": "Confirm what somebody else proposed: from now on service is refused.",
        "lift-refusal": "Serve them again; one person is enough. Of a proposal: withdraw it.",
    },
    "Mend what many complain of": {
        "incidents": "List complaints of one cause, and what is done about it by when.",
        "action": "Decide what is done about an incident, within its six days.",
        "lessons": "Show what critics taught, and what changed because of it, in how many days.",
    },
    "Operate": {
        "doctor": "Examine a deployed stack; each finding names its remedy.",
        "alarms": "Show what fires, whom it hurts, and what to do first.",
        "policy": "Check, try, put and show who is told what, how fast, and by whom.",
        "queues": "Show what waits where, in flow order.",
        "dlq": "Show what stopped and why; send it on its way again, or drop it.",
        "replay": "Take in again what platforms sent in some hours, from the archive.",
        "cost": "Show what complaints cost on AWS, line by line, and what would cost less.",
        "mode": "Show or set whether answers are posted.",
        "reading": "Show or set whether a stage reads its queue.",
        "channels": "List and add the accounts that Sixday answers for.",
        "webhook": "Send a signed webhook, as a platform would.",
        "clock": "Show the deployment's clock, or move it on off production.",
        "follow-up": "Do now what is due, without waiting for the minute.",
        "decide": "Decide anything on a case, by the verb's own name.",
    },
    "Keep a person's rights, and a backup's": {
        "export": "Show everything that is held of a person, to hand it to them.",
        "erase": "Erase everything that is held of a person; only that it was done is kept.",
        "restore": "Come back from a backup without saying anything twice.",
    },
}
COMMANDS = {name: what for section in SECTIONS.values() for name, what in section.items()}
# Small ones live together: which module of infra/ops/commands holds them.
FAMILIES = {
    "talking": ("reply", "ask", "progress"),
    "drafts": ("approve", "edit", "reject"),
    "whose": ("take", "give-back", "assign", "acknowledge"),
    "casework": ("tried", "contact", "investigate", "evidence", "outcome"),
    "ends": ("resolve", "close", "reopen", "merge", "split", "link"),
    "refusing": ("refuse", "confirm-refusal", "lift-refusal"),
}
HOMES = {name: family for family, names in FAMILIES.items() for name in names}
