"""What stands round the pages on the review screen; each part follows the session by itself."""

from __future__ import annotations

from redactor.ui.find_bar import FindBar
from redactor.ui.mark_panel import MarkPanel
from redactor.ui.offer_bar import OfferBar
from redactor.ui.progress_strip import ProgressStrip
from redactor.ui.session import Session
from redactor.ui.things_list import ThingsList


class Panes:
    """People and things, the find bar, this mark, and how far it is."""

    def __init__(self, session: Session) -> None:
        self.things = ThingsList(session)
        self.find_bar = FindBar(session)
        self.offer = OfferBar(session)
        self.panel = MarkPanel(session)
        self.strip = ProgressStrip(session)
