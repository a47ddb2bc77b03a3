"""What each action of the menus does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from redactor.ui import theme
from redactor.ui.scope import SCOPES

if TYPE_CHECKING:
    from redactor.publish.plan import Style
    from redactor.ui.review import ReviewScreen
    from redactor.ui.window import Window

STYLES: dict[str, Style] = {"as_labels": "pseudonym", "as_boxes": "blackout"}
"""How confirmed words are shown, by the action that chooses it."""


def connect_actions(window: Window) -> None:
    """Have the actions of a window do what they say."""
    session, doors, menus = window.session, window.doors, window.menus
    menus.on(
        open=doors.choose_draft, carry_on=doors.choose_case, sample=window.open_sample, keep_case=doors.keep,
        preview=window.show_preview, publish=doors.publish,
        forget=window.forget_recent, close=window.close_case, quit=window.close,
        undo=session.undo, redo=session.redo, remove=session.remove,
        reopen=session.reopen,
        keys=window.show_keys, back=window.back,
        settings=partial(doors.settings, lambda scheme: menus[f"theme_{scheme}"].trigger()),
    )  # fmt: skip
    menus.on(**window.case_doors.actions())
    menus.on(**window.two_pairs.actions())
    in_review = partial(_in_review, window)
    menus.on(
        find=in_review(lambda review: review.ask_find()),
        add=in_review(lambda review: review.mark_selected()),
        mark_offered=in_review(lambda review: review.panes.offer.accept()),
        area=in_review(lambda review: review.draw_area()),
        label=in_review(lambda review: review.panes.panel.ask_label()),
        reason=in_review(lambda review: review.panes.panel.ask_reason()),
        comment=in_review(lambda review: review.panes.panel.ask_comment()),
        role=in_review(lambda review: review.panes.panel.ask_role()),
        retype=in_review(lambda review: review.panes.panel.ask_kind()),
        merge=in_review(lambda review: review.panes.things.ask_merge()),
        split=in_review(lambda review: review.panes.things.split_off()),
        confirm=in_review(lambda review: review.panes.panel.bulk.confirm()),
        keep=in_review(lambda review: review.panes.panel.bulk.keep()),
        keep_worded=in_review(lambda review: review.panes.panel.bulk.keep_worded()),
        keep_shown=in_review(lambda review: review.panes.panel.bulk.keep_shown()),
        next_shown=in_review(lambda review: review.panes.panel.bulk.step(1)),
        previous_shown=in_review(lambda review: review.panes.panel.bulk.step(-1)),
        next_place=in_review(lambda review: review.go_to_place(1)),
        previous_place=in_review(lambda review: review.go_to_place(-1)),
        zoom_in=in_review(lambda review: review.pages.zoom_in()),
        zoom_out=in_review(lambda review: review.pages.zoom_out()),
        fit_width=in_review(lambda review: review.pages.fit_width()),
    )
    _connect_choices(window)


def _connect_choices(window: Window) -> None:
    session, menus = window.session, window.menus
    for scope in SCOPES:
        menus.on(**{f"scope_{scope}": partial(session.set_scope, scope)})
        menus[f"scope_{scope}"].setChecked(session.scope == scope)
    for name, style in STYLES.items():
        menus.on(**{name: partial(session.set_style, style)})
        menus[name].setChecked(session.style == style)
    for scheme in (theme.SYSTEM, *theme.SCHEMES):
        menus.on(**{f"theme_{scheme}": partial(_dress, window, scheme)})
        menus[f"theme_{scheme}"].setChecked(session.preferences.theme == scheme)


def _in_review(window: Window, act: Callable[[ReviewScreen], object]) -> Callable[[], None]:
    """Do something on the review screen, where it is the one shown."""

    def do() -> None:
        if window.review and window.stack.currentWidget() is window.review:
            act(window.review)

    return do


def _dress(window: Window, scheme: str) -> None:
    window.session.preferences.theme = scheme
    theme.dress(scheme)
