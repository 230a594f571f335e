"""The pages of the site, each a module with a `PAGE`."""

from __future__ import annotations

from pipeline.publish.page import Page
from pipeline.publish.pages import home, person

PAGES: tuple[Page, ...] = (home.PAGE, person.PAGE)
