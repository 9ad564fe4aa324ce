"""Where a command's words and figures go: lines for people, or one JSON document for programs."""

from __future__ import annotations

import json
import sys
from typing import TextIO

from desktop.cli import words
from desktop.cli.words import Speaker
from desktop.domain.errors import SoSenError

DONE = 0
NOT_UNDERSTOOD = 2
REFUSED = 3
"""Exit statuses."""


class Console:
    """Prints to ``out``; refusals go to ``err``, and with JSON into the document as well."""

    def __init__(
        self, speaker: Speaker, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None
    ) -> None:
        self.as_json = as_json
        self._speaker = speaker
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def say(self, source: str, **values: object) -> None:
        """A line in the language of the program; nothing when a JSON document is wanted."""
        if not self.as_json:
            print(self.words(source).format(**values), file=self._out)

    def words(self, source: str) -> str:
        """A source in the language of the program."""
        return self._speaker.translate(source)

    def why(self, error: SoSenError) -> str:
        """A refusal in one line."""
        return " ".join(self._speaker.explain(error))

    def document(self, content: object) -> None:
        """The JSON document, when one is wanted."""
        if self.as_json:
            json.dump(content, self._out, ensure_ascii=False, indent=1)
            self._out.write("\n")

    def wrong_usage(self, program: str, usage: str, message: str) -> None:
        """Say that something typed is no command, how the command is used, and what was wrong with it."""
        print(self.words(words.NOT_UNDERSTOOD).format(program=program), file=self._err)
        print(f"{usage}{message}", file=self._err)

    def refuse(self, error: SoSenError) -> None:
        """Say a refusal: its code first, then what happened, what is safe, what to do next."""
        self.document({"error": {"code": str(error.code), "detail": error.detail}})
        print(str(error.code), file=self._err)
        if not self.as_json:
            for line in self._speaker.explain(error):
                print(line, file=self._err)
