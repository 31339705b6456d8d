"""Puts the sandbox together: one Flask application for both platforms, the control and the page."""

from flask import Flask, Response, g, jsonify, request
from pydantic import ValidationError
from werkzeug.exceptions import NotFound

from .control import Control
from .deliver import Courier
from .faults import Faults
from .limits import Limits
from .meta_api import meta_api
from .refusals import GraphRefused, RefusedError, XRefused
from .scenes import Scenes
from .switches import Switches
from .world import World
from .writing import UnknownError
from .x_api import x_api
from .x_oauth import x_oauth


def create_app(world: World, courier: Courier) -> Flask:
    """The whole sandbox as one application; state lives in the world that is handed in."""
    app = Flask("sandbox", static_folder=None)
    limits, faults, scenes = Limits(), Faults(), Scenes(world, courier)
    app.register_blueprint(x_api(world, limits, scenes.echo))
    app.register_blueprint(x_oauth(world))
    app.register_blueprint(meta_api(world, limits, scenes.echo))
    app.register_blueprint(Control(world, scenes).blueprint())
    app.register_blueprint(Switches(world, faults, limits).blueprint())
    app.before_request(lambda: faults.before_call() if _is_platform() else None)
    app.after_request(faults.after_call)
    _answer_errors(app, world)
    return app


def _answer_errors(app: Flask, world: World) -> None:
    def refused(error: RefusedError) -> Response:
        call = f"{request.method} {request.path}"
        platform = g.get("platform") or ("x" if isinstance(error, XRefused) else "facebook")
        world.refuse(platform, call, error.status, error.code, error.reason)
        return Response(error.text(), error.status, mimetype=error.mimetype)

    app.register_error_handler(RefusedError, refused)
    app.register_error_handler(UnknownError, lambda error: _told(404, str(error)))
    app.register_error_handler(ValidationError, lambda error: _told(422, str(error)))
    app.register_error_handler(NotFound, lambda _: refused(_no_such_route()))


def _is_platform() -> bool:
    return not request.path.startswith(("/sandbox", "/page")) and request.path != "/"


def _no_such_route() -> RefusedError:
    if request.path.startswith("/2/"):
        return XRefused(404, "about:blank", "Not Found", "Not Found")
    return GraphRefused(2500, f"Unknown path components: {request.path}")


def _told(status: int, reason: str) -> Response:
    answer = jsonify({"error": reason})
    answer.status_code = status
    return answer
