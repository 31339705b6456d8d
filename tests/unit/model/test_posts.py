"""The posts that the classifier learns from: none twice, none at odds, none of the stories."""

from collections import Counter
from functools import cache

import pytest

from infra.model.likeness import Texts, grams, near, story_texts
from infra.model.posts import (
    LANGUAGES,
    Example,
    contrasts,
    golden_posts,
    learnt_from,
    own_posts,
    unseen_posts,
)
from shared.messages import Labels

_ALIKE = 0.6  # Jaccard of character 4-grams: the guide's bound
_A_STORY = 0.45
_FEWEST = 500


@cache
def _posts() -> list[Example]:
    return own_posts()


@cache
def _alike() -> list[tuple[Example, Example]]:
    """Every pair of a language that is nearly the same, of all posts that there are."""
    by_language: dict[str, list[Example]] = {}
    for post in (*_posts(), *golden_posts(), *contrasts(), *unseen_posts()):
        by_language.setdefault(post.language, []).append(post)
    return [pair[:2] for posts in by_language.values() for pair in near(posts, _ALIKE)]


def _are_twins(one: Example, other: Example) -> bool:
    """One pair, or two of one post: as alike as a pair must be."""
    roots = ({one.id, one.twin_of} - {None}, {other.id, other.twin_of} - {None})
    return bool(roots[0] & roots[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_several_hundred_posts_of_a_dozen_industries(language: str) -> None:
    mine = [post for post in _posts() if post.language == language]
    assert len(mine) >= _FEWEST
    assert len({post.industry for post in mine}) >= 12


def test_no_two_posts_but_pairs_are_nearly_the_same() -> None:
    own = {post.id for post in _posts()}
    alike = [(a.id, b.id) for a, b in _alike() if not _are_twins(a, b)]
    assert not [pair for pair in alike if own.issuperset(pair)]


def test_near_duplicates_are_found() -> None:
    first = _posts()[0]
    again = Example("again", first.text + "!", first.posted_on, "es", "x", False, {})
    assert [(a.id, b.id) for a, b, _ in near([first, again], _ALIKE)] == [(first.id, "again")]


def test_the_same_words_never_get_two_labels() -> None:
    """A pair turns a label over by at least one word."""
    said: dict[frozenset[str], Example] = {}
    for post in _posts():
        other = said.setdefault(grams(post.text), post)
        assert other.labels == post.labels, (other.id, post.id)


def test_every_label_is_one_that_the_vocabulary_knows() -> None:
    for post in _posts():
        Labels.model_validate(post.labels)


def test_labels_that_only_complaints_have_stand_on_complaints() -> None:
    grave = [p.id for p in _posts() if p.labels["kind"] != "complaint" and _is_grave(p)]
    assert grave == []


def _is_grave(post: Example) -> bool:
    named = post.labels["waiting_days"] is not None or post.labels["contact_count"] is not None
    return post.labels["severity"] > 1 or post.labels["is_stranded"] or named


def test_what_is_named_stands_in_the_text() -> None:
    for post in _posts():
        for label in ("place", "product", "reference"):
            named = post.labels[label]
            assert named is None or named in post.text, post.id


def test_no_id_is_used_twice() -> None:
    assert Counter(post.id for post in _posts() + contrasts()).most_common(1)[0][1] == 1


def test_no_text_of_the_stories_teaches() -> None:
    told = story_texts()
    assert len(told) >= 5
    learnt = learnt_from(_posts()) + golden_posts() + contrasts()
    known = Texts([post.text for post in learnt])
    for story in told:
        alike = known.likeness(story)
        assert alike.max() < _A_STORY, learnt[alike.argmax()].id


def test_held_out_posts_are_never_learnt_from() -> None:
    assert not any(post.is_held_out for post in learnt_from(_posts()))
    assert {"furniture", "gyms"}.isdisjoint(post.industry for post in learnt_from(_posts()))


def test_no_unseen_post_is_like_one_that_is_learnt_from() -> None:
    measured = {post.id for post in unseen_posts()}
    learnt = {p.id for p in learnt_from(_posts()) + golden_posts() + contrasts()} | measured
    alike = [(a.id, b.id) for a, b in _alike() if learnt.issuperset((a.id, b.id))]
    assert len(measured) >= 4 * 100
    assert not [pair for pair in alike if measured & set(pair)]
