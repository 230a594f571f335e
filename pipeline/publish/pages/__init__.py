"""The pages of the site, each a module with a `PAGE`."""

from __future__ import annotations

from pipeline.publish.page import Page
from pipeline.publish.pages import (
    document,
    event,
    geography,
    home,
    lists,
    network,
    organisation,
    person,
    questions,
    search,
    timeline,
    venue,
    year,
)

PAGES: tuple[Page, ...] = (
    home.PAGE,
    document.PAGE,
    event.PAGE,
    person.PAGE,
    organisation.PAGE,
    venue.PAGE,
    venue.PLACE,
    year.PAGE,
    *lists.PAGES,
    search.PAGE,
    questions.PAGE,
    network.PAGE,
    geography.PAGE,
    timeline.PAGE,
)
