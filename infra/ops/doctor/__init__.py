"""`sixday doctor`: is a deployed stack as it was deployed, and can it do its work?

finding.py      what was asked, and what came of it
blueprint.py    the deployed template with its resources' names: what ought to be
template.py     a template, in whatever form it comes back
deploying.py    how the last deployment ended
functions.py    the functions run what was deployed, with the settings that were
permissions.py  their roles may do what the template gives them
feeding.py      what calls them: queues, mappings, the clock
keeping.py      table, archive, logs
secrets_held.py secrets: there, in shape, and of every account
accounts.py     tokens that live, subscriptions, webhooks that answer
watching.py     alarms, and somebody who hears them and the briefs
switches.py     mode, clock, policy
examine.py      all of it, each part for itself
"""
