"""The platforms that intake serves. To add one: a module like `x.py`, a line here, and the name of
its secret in `settings.py` and `template.yaml`; `adapter.py` says what the module must hold."""

from collections.abc import Mapping

from functions.intake.platforms import facebook, instagram, x
from functions.intake.platforms.adapter import Adapter

PLATFORMS: Mapping[str, Adapter] = {"x": x, "facebook": facebook, "instagram": instagram}
