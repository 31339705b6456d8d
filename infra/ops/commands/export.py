"""`sixday export`: everything that is held of a person, for them to have."""

import json
from pathlib import Path

import click

from infra.ops import controls, held, person, show
from infra.ops.held_page import page
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command("export")
@click.argument("whom", metavar="PERSON")
@click.option(
    "--to", "folder", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False),
    help="Write held.json and held.md there, for nobody else to read.",
)  # fmt: skip
@json_option
@located
def command(site: Site, whom: str, folder: Path | None, as_json: bool) -> None:
    """Show everything that is held of a person, to hand it to them.

    PERSON is a case of theirs (c-…), PLATFORM:ID, PLATFORM:@handle, or PLATFORM/POST_ID. Each entry
    says where it came from and when it is forgotten; what isn't held is said too. Other people's
    data in it (whom a case names as a contact, which colleague decided) is withheld.

    \b
    Examples:
      sixday export x:1234567890 > held.md
      sixday export c-0123456789 --to ana
      sixday export facebook:@ana --json | jq '.posts[].text'
    """
    now = controls.now(site.deployment)
    named = person.find(site.deployment, whom, now)
    document = held.document(site.deployment, person.held(site.deployment, named, now), now)
    if folder is not None:
        _write(folder, document)
    elif as_json:
        show.put_json(document)
    else:
        click.echo(page(document), nl=False)


def _write(folder: Path, document: held.Json) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    whole = json.dumps(document, ensure_ascii=False, indent=2)
    for path, text in ((folder / "held.json", whole), (folder / "held.md", page(document))):
        path.touch(mode=0o600)
        path.write_text(text, "utf-8")
        show.put(str(path))
