"""In which language a person's own words are: the option of every command that says some.

The door reads the words itself and refuses those in another language than the customer's, unless
this option says that it is meant.
"""

import click

language_option = click.option(
    "--language",
    metavar="CODE",
    help="TEXT is in it and meant so, though the customer reads another.",
)
