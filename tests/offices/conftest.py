"""See the module that is taken in."""

from tests.helpers.collecting import pytest_collection_finish

__all__ = ["pytest_collection_finish"]
