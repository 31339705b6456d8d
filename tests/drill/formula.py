"""Metric math, as far as our alarms use it: arithmetic, comparisons, AND, OR, IF and FILL.

A missing operand makes the result missing, but in FILL. A comparison is 1 or 0.
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

type Value = float | None

_ARITHMETIC: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARISONS: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class UnknownFormulaError(ValueError):
    """Something of metric math that no alarm of ours has used so far."""


def evaluate(expression: str, known: Mapping[str, Value]) -> Value:
    """The value of an expression for one period, given what each id is in it.

    Raises:
        UnknownFormulaError: it holds what isn't known here; never guessed at.
    """
    plain = re.sub(r"\b(AND|OR)\b", lambda m: m[1].lower(), expression)
    return _value(ast.parse(plain, mode="eval").body, known)


def _value(node: ast.AST, known: Mapping[str, Value]) -> Value:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return known[name]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            return _both(_value(left, known), _value(right, known), _ARITHMETIC[type(op)])
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _both(_value(left, known), _value(right, known), _COMPARISONS[type(op)])
        case ast.BoolOp(op=op, values=parts):
            return _logic(op, [_value(part, known) for part in parts])
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _call(name, arguments, known)
    raise UnknownFormulaError(ast.unparse(node))


def _both(left: Value, right: Value, apply: Callable[[float, float], Any]) -> Value:
    if left is None or right is None or (apply is operator.truediv and right == 0):
        return None
    return float(apply(left, right))


def _logic(op: ast.boolop, values: list[Value]) -> Value:
    if None in values:
        return None
    return float((all if isinstance(op, ast.And) else any)(values))


def _call(name: str, arguments: list[ast.expr], known: Mapping[str, Value]) -> Value:
    match name, arguments:
        case "FILL", [series, instead]:
            found = _value(series, known)
            return _value(instead, known) if found is None else found
        case "IF", [condition, then, otherwise]:
            holds = _value(condition, known)
            return None if holds is None else _value(then if holds else otherwise, known)
    raise UnknownFormulaError(name)
