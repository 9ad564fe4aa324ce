"""What a vector is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Vector:
    """A file, the code a reader must give for it, and why.

    ``fault`` is the number of the case in the list of faults on the way of a bundle, 0 for none.
    """

    name: str
    expect: str
    about: str
    build: Callable[[], bytes]
    fault: int = 0


class Family:
    """Vectors of one kind, added by decorated functions that build the file."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.vectors: list[Vector] = []

    def add(self, expect: str, about: str, build: Callable[[], bytes], name: str, fault: int = 0) -> None:
        self.vectors.append(Vector(f"{self.prefix}_{name}.goi", expect, about, build, fault))

    def vector(
        self, expect: str, about: str, fault: int = 0
    ) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
        """Name the vector after the function."""

        def added(build: Callable[[], bytes]) -> Callable[[], bytes]:
            self.add(expect, about, build, build.__name__.strip("_"), fault)
            return build

        return added
