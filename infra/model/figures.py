"""All that is measured of the shipped classifier, for the card and for `make bench`."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from functions.classification.classify import classify
from functions.classification.heads import FLAGS
from functions.classification.language import identify
from infra.model import measure, sets
from infra.model.measure import Told, told
from infra.model.posts import LANGUAGES, Example, mood, own_posts, unseen_posts
from infra.model.shown import percent, shares

type Rows = list[tuple[str, ...]]

_SOME_DAY = date(2025, 1, 1)
_FAR = ("furniture", "gyms")
_FEWEST = 30  # of fewer no figure says anything


def held_out() -> list[Told]:
    """Every post that nothing was learnt from, with what is said of it."""
    return told(post for post in own_posts() if post.is_held_out)


def unseen() -> list[Told]:
    """The same of every post by somebody who saw nothing of ours."""
    return told(unseen_posts())


def judged(found: Sequence[Told]) -> Rows:
    """By language, then in the industries that nothing was learnt of: macro F1 of each label."""
    rows: Rows = [("", "posts", "language", "complaint or not", *measure.JUDGED)]
    for name, some in _groups(found):
        pairs = measure.pairs(some, "kind")
        yes: list[measure.Pair] = [(e == "complaint", f == "complaint") for e, f in pairs]
        right = sum(e == f for e, f in measure.pairs(some, "language")) / len(some)
        macro = [measure.macro_f1(measure.pairs(some, label)) for label in measure.JUDGED]
        scores = map(percent, (right, measure.macro_f1(yes), *macro))
        rows.append((name, str(len(some)), *scores))
    return rows


def told_apart(found: Sequence[Told]) -> Rows:
    """By language: precision / recall of tones and flags, and real complaints called abusive."""
    names = ("abusive or threat", "threat", *FLAGS)
    rows: Rows = [("", *names, "complaints called abusive")]
    for name, some in _groups(found):
        tones = measure.pairs(some, "tone")
        cells = [shares(tones, "abusive", "threat"), shares(tones, "threat")]
        cells += [shares(measure.pairs(some, flag), True) for flag in FLAGS]
        mild = [one.labels.tone for one in some if _is_mild_complaint(one.post)]
        called = sum(tone in {"abusive", "threat"} for tone in mild) / len(mild)
        rows.append((name, *cells, percent(called)))
    return rows


def _is_mild_complaint(post: Example) -> bool:
    return post.labels["kind"] == "complaint" and post.labels["tone"] in {"calm", "harsh"}


def named(found: Sequence[Told]) -> Rows:
    """By language: exact, of all posts; and of those where either side names something."""
    rows: Rows = [("", *measure.FACTS)]
    for name, some in _groups(found):
        cells = []
        for label in measure.FACTS:
            right, asked = measure.exact(some, label)
            everywhere = 1 - (asked - right) / len(some)
            cells.append(f"{percent(everywhere)} ({right} of {asked})")
        rows.append((name, *cells))
    return rows


def calibration(found: Sequence[Told]) -> Rows:
    """By language: expected calibration error, in points."""
    labels = ("kind", "topic", "severity", "tone", "sentiment", *FLAGS)
    rows: Rows = [("", *labels)]
    for name, some in _groups(found):
        rows.append((name, *(percent(measure.calibration_error(some, la)) for la in labels)))
    return rows


def languages(root: Path) -> Rows:
    """Right, by language: whole sentences, and social text."""
    written, social = sets.sentences(root), sets.social(root)
    rows: Rows = [("", "sentences", "social")]
    for code in sorted(written.keys() | social.keys()):
        cells = [percent(_told_language(code, texts.get(code, []))) for texts in (written, social)]
        rows.append((code, *cells))
    return rows


def _told_language(code: str, texts: Sequence[str]) -> float:
    found = [identify(text).language == code for text in texts if text]
    return sum(found) / len(found) if found else float("nan")


def complaints(root: Path) -> Rows:
    """The shipped classifier on ACL 2019, of which it has seen nothing: macro F1."""
    found = [
        (is_complaint, _is_complaint(text), is_annotated)
        for text, is_complaint, is_annotated in sets.complaints(root)
    ]
    groups: dict[str, Callable[[bool], bool]] = {
        "annotated rows": lambda is_annotated: is_annotated,
        "all rows": lambda _: True,
    }
    rows: Rows = [("", "rows", "macro F1")]
    for name, belongs in groups.items():
        pairs: list[measure.Pair] = [(e, f) for e, f, annotated in found if belongs(annotated)]
        if pairs:
            rows.append((name, str(len(pairs)), percent(measure.macro_f1(pairs))))
    return rows


def _is_complaint(text: str) -> bool:
    labels = classify(text, posted_on=_SOME_DAY, fallback_language="en")
    return labels.kind == "complaint"


def sentiment(root: Path) -> Rows:
    """Macro F1 of three classes on validation posts."""
    rows: Rows = [("", "posts", "macro F1")]
    for code in LANGUAGES:
        posts = sets.felt(root, code)
        if posts:
            pairs: list[measure.Pair] = [(mood(p.labels["sentiment"]), _felt(p)) for p in posts]
            rows.append((code, str(len(posts)), percent(measure.macro_f1(pairs))))
    return rows


def _felt(post: Example) -> str:
    labels = classify(post.text, posted_on=post.posted_on, fallback_language=post.language)
    return mood(labels.sentiment)


def dialect(root: Path, most: int = 600) -> Rows:
    """What tone davidson's tweets get, by what people had called them."""
    rows: Rows = [("", "tweets", "calm", "harsh", "abusive", "threat")]
    for name, texts in sets.dialect(root).items():
        some = texts[:: max(1, len(texts) // most)][:most]
        tones: Counter[str] = Counter(
            classify(text, posted_on=_SOME_DAY, fallback_language="en").tone for text in some
        )
        cells = (percent(tones[tone] / len(some)) for tone in rows[0][2:])
        rows.append((name, str(len(some)), *cells))
    return rows


def _groups(found: Sequence[Told]) -> list[tuple[str, list[Told]]]:
    groups = [(code, [one for one in found if one.post.language == code]) for code in LANGUAGES]
    far = [one for one in found if one.post.industry in _FAR]
    groups += [("all", list(found)), ("new industries", far)]
    return [(name, some) for name, some in groups if len(some) >= _FEWEST]
