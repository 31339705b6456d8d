"""The scenario's switches: faults, limits, the clock."""

from flask import Blueprint, Response, jsonify

from .faults import Fault, Faults
from .limits import Limit, Limits
from .orders import ClockOrder, FaultOrder, LimitOrder, ordered
from .world import World
from .writing import UnknownError


class Switches:
    """Each answers with what now holds."""

    def __init__(self, world: World, faults: Faults, limits: Limits) -> None:
        self._world = world
        self._faults = faults
        self._limits = limits

    def blueprint(self) -> Blueprint:
        blueprint = Blueprint("switches", __name__, url_prefix="/sandbox")
        blueprint.post("/faults")(self.add_fault)
        blueprint.delete("/faults")(self.clear_faults)
        blueprint.post("/limits")(self.limit)
        blueprint.post("/clock")(self.clock)
        return blueprint

    def add_fault(self) -> Response:
        order = ordered(FaultOrder)
        self._faults.add(Fault(**order.model_dump()))
        return jsonify(order.model_dump())

    def clear_faults(self) -> Response:
        self._faults.clear()
        return jsonify({})

    def limit(self) -> Response:
        order = ordered(LimitOrder)
        try:
            self._limits.override(order.route, Limit(order.calls, order.seconds, order.scope))
        except KeyError as error:
            raise UnknownError(f"no limit for route {order.route}") from error
        return jsonify(order.model_dump())

    def clock(self) -> Response:
        self._world.advance(ordered(ClockOrder).advance_seconds)
        return jsonify({"now": self._world.now().isoformat()})
