"""`sixday open`: what a customer told somebody begins a case, like a post."""

import click

from infra.ops.desk import SECONDS, How, brand_of, how, take_down
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command("open")
@click.argument("text")
@click.option("--brand", help="Whose customer; else of the only brand.")
@click.option("--seconds", default=SECONDS, show_default=True, help="How long to wait for it.")
@json_option
@located
@how
def command(
    site: Site, text: str, brand: str | None, seconds: float, as_json: bool, came: How
) -> None:
    """Take down a call, a letter, a visit or a page: it counts like a post.

    TEXT is what they said, in their words and language: it is read as any post is. Without
    --letter, --counter or --page it was a call. --when: their waiting began then.

    \b
    Examples:
      sixday open "Llevo tres meses sin poder enviar correo." --phone --contact "+34 600 000 000"
      sixday open "She writes that her modem sends no mail." --page https://blog.example/modem
    """
    surface = came.surface or "telephone"
    wish = {"verb": "open", "brand": brand_of(site.deployment, brand), "text": text}
    take_down(site.deployment, seconds, wish | came.fields | {"surface": surface}, as_json=as_json)
