"""DynamoDB's expressions, as far as `shared/cases` uses them: conditions and updates.

A fake because the real interpreter is a service. What isn't known here raises, so that an
expression that nobody has tried can't pass for one that works.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

type Attribute = dict[str, Any]
type Item = dict[str, Attribute]

_TOKEN = re.compile(r"[#:]?\w+|<=|>=|<|>|=|[(),+]")
_CLAUSE = re.compile(r"\b(SET|ADD|REMOVE)\b")
_COMMA = re.compile(r",(?![^(]*\))")  # not one between a function's arguments
_IF_NOT_EXISTS = re.compile(r"if_not_exists\(([#\w]+), *(:\w+)\)")
# DynamoDB's own list: what it reserves may stand in an expression only behind a placeholder.
_RESERVED = frozenset(Path(__file__).with_name("reserved_words.txt").read_text("utf-8").split())


class WrongExpressionError(Exception):
    """DynamoDB would call it a ValidationException."""


@dataclass
class Scope:
    """The placeholders of one request. Like DynamoDB it minds those that nothing uses."""

    names: Mapping[str, str]
    values: Mapping[str, Attribute]
    used: set[str] = field(default_factory=set)

    def name(self, token: str) -> str:
        if token.lower() in _RESERVED:
            raise WrongExpressionError(f"reserved word: {token}")
        return str(self._find(self.names, token)) if token.startswith("#") else token

    def value(self, token: str, item: Item) -> Attribute | None:
        if token.startswith(":"):
            return dict(self._find(self.values, token))
        return item.get(self.name(token))

    def close(self) -> None:
        unused = (set(self.names) | set(self.values)) - self.used
        if unused:
            raise WrongExpressionError(f"unused in expressions: {sorted(unused)}")

    def _find(self, where: Mapping[str, Any], token: str) -> Any:  # noqa: ANN401
        if token not in where:
            raise WrongExpressionError(f"not defined: {token}")
        self.used.add(token)
        return where[token]


def holds(expression: str | None, item: Item, scope: Scope) -> bool:
    """Whether a condition is true of an item."""
    if expression is None:
        return True
    parser = _Condition(list(_tokens(expression)), item, scope)
    result = parser.either()
    if parser.tokens:
        raise WrongExpressionError(f"not understood: {parser.tokens}")
    return result


def updated(expression: str, item: Item, scope: Scope) -> Item:
    """The item after an update; the given one stays as it is."""
    after = dict(item)
    for clause, action in _actions(expression):
        _CLAUSES[clause](action, item, after, scope)
    return after


@cache
def _tokens(expression: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(expression))


@cache
def _actions(expression: str) -> tuple[tuple[str, str], ...]:
    _, *parts = _CLAUSE.split(expression)
    return tuple(
        (clause, action)
        for clause, body in zip(parts[::2], parts[1::2], strict=True)
        for action in filter(None, map(str.strip, _COMMA.split(body)))
    )


@dataclass
class _Condition:
    """Recursive descent: OR over AND over NOT over a function, a comparison or brackets."""

    tokens: list[str]
    item: Item
    scope: Scope

    def either(self) -> bool:
        result = self._both()
        while self._took("OR"):
            result = self._both() or result
        return result

    def _both(self) -> bool:
        result = self._one()
        while self._took("AND"):
            result = self._one() and result
        return result

    def _one(self) -> bool:
        if self._took("NOT"):
            return not self._one()
        if self._took("("):
            result = self.either()
            self._expect(")")
            return result
        first = self.tokens.pop(0)
        if first == "size":
            return self._size()
        return self._function(first) if self._took("(") else self._comparison(first)

    def _function(self, name: str) -> bool:
        arguments = list(self._arguments())
        known = self.scope.value(arguments[0], self.item)
        match name, arguments[1:]:
            case "attribute_exists", []:
                return known is not None
            case "attribute_not_exists", []:
                return known is None
            case "contains", [wanted]:
                value = _plain(self.scope.value(wanted, self.item))
                return known is not None and value in _plain(known)
            case "begins_with", [start]:
                value = _plain(self.scope.value(start, self.item))
                return known is not None and str(_plain(known)).startswith(value)
        raise WrongExpressionError(f"no such function here: {name}")

    def _size(self) -> bool:
        self._expect("(")
        (path,) = self._arguments()
        self._expect("=")
        known, wanted = (self.scope.value(t, self.item) for t in (path, self.tokens.pop(0)))
        return known is not None and len(_plain(known)) == _plain(wanted)

    def _comparison(self, left: str) -> bool:
        operator, right = self.tokens.pop(0), self.tokens.pop(0)
        if operator == "BETWEEN":
            self._expect("AND")
            return self._is_between(left, right, self.tokens.pop(0))
        one, other = (self.scope.value(token, self.item) for token in (left, right))
        if one is None or other is None or one.keys() != other.keys():
            return False
        match operator:
            case "=":
                return bool(_plain(one) == _plain(other))
            case "<=":
                return bool(_plain(one) <= _plain(other))
            case "<":
                return bool(_plain(one) < _plain(other))
        raise WrongExpressionError(f"no such comparison here: {operator}")

    def _is_between(self, *tokens: str) -> bool:
        found = [self.scope.value(token, self.item) for token in tokens]
        known, low, high = (_plain(attribute) for attribute in found)
        return known is not None and bool(low <= known <= high)

    def _arguments(self) -> Iterator[str]:
        while not self._took(")"):
            yield self.tokens.pop(0)
            self._took(",")

    def _took(self, token: str) -> bool:
        is_next = bool(self.tokens) and self.tokens[0] == token
        if is_next:
            self.tokens.pop(0)
        return is_next

    def _expect(self, token: str) -> None:
        if not self._took(token):
            raise WrongExpressionError(f"{token} is missing")


def _set(action: str, before: Item, after: Item, scope: Scope) -> None:
    path, _, expression = action.partition("=")
    terms = [_term(term.strip(), before, scope) for term in expression.split("+")]
    if None in terms:
        raise WrongExpressionError(f"an attribute of {action} isn't there")
    found = [term for term in terms if term is not None]
    after[scope.name(path.strip())] = found[0] if len(found) == 1 else _sum(*found)


def _term(term: str, before: Item, scope: Scope) -> Attribute | None:
    default = _IF_NOT_EXISTS.fullmatch(term)
    if default is None:
        return scope.value(term, before)
    known, given = (scope.value(token, before) for token in default.groups())
    return given if known is None else known


def _add(action: str, before: Item, after: Item, scope: Scope) -> None:
    path, token = action.split()
    name, more = scope.name(path), scope.value(token, before)
    old = before.get(name)
    if more is None or (old is not None and old.keys() != more.keys()):
        raise WrongExpressionError(f"{name} holds something else")
    if "SS" in more:
        after[name] = {"SS": sorted({*more["SS"], *(old["SS"] if old else ())})}
    else:
        after[name] = _sum(old or {"N": "0"}, more)


def _remove(action: str, _before: Item, after: Item, scope: Scope) -> None:
    after.pop(scope.name(action), None)


_CLAUSES = {"SET": _set, "ADD": _add, "REMOVE": _remove}


def _sum(*numbers: Attribute) -> Attribute:
    return {"N": str(sum(int(number["N"]) for number in numbers))}


def _plain(attribute: Attribute | None) -> Any:  # noqa: ANN401
    if attribute is None:
        return None
    ((kind, value),) = attribute.items()
    return float(value) if kind == "N" else value
