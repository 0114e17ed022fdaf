"""How the change of one value is put: "3 to 14", "now 14 (3 before)", "3, now revised"; in one pair of brackets."""

from __future__ import annotations

from reportgen.document.data.forms import Form
from reportgen.editions.wording import ValueInWords, Wording
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.marks import Mark
from reportgen.source.model import Cell

_NO_SPAN = ("date", "year", "period", "boolean")
"""What is no quantity and no name: from one to the other would read as a period."""


@frozen
class Dates:
    """The days to which two values are known, in words; "" where rows have none."""

    before: str = ""
    after: str = ""


_NONE = Dates()


@frozen
class Values:
    """Puts changes of values in the words of a document's language."""

    wording: Wording

    @property
    def words(self) -> Words:
        """The words of the document's language."""
        return self.wording.words

    def between(self, old: Cell, new: Cell, forms: tuple[Form, Form], dates: Dates = _NONE) -> str:
        """From one value to another; what it was is not told where the new one is suppressed as confidential."""
        said, now = self.wording.pair(old, new, *forms)
        was, is_now = said.and_told(dates.before), now.and_told(dates.after)
        if dates.after and (old.value, old.mark) == (new.value, new.mark):
            return self._aside("still", is_now.more, new=now.text or self._none())
        if new.mark is Mark.SUPPRESSED:
            return self._aside("suppressed", is_now.more)
        if not now.text:
            return self.gone(was)
        if said.text == now.text and not dates.after:
            if not now.more:
                return self.words.say("differences.unmarked", value=now.text, mark=", ".join(said.more))
            told = self.words.say("differences.marked", value=now.text, mark=", ".join(now.more))
            return self.wording.aside(told, self._earlier(ValueInWords(", ".join(said.more))) if said.more else "")
        if old.value is None or new.value is None or forms[1].type in _NO_SPAN:
            more = self.words.parted(filter(None, (", ".join(is_now.more), self._earlier(was))))
            return self._aside("now", (more,), new=now.text)
        return self.words.say(
            "differences.between", old=self.wording.bracketed(was), new=self.wording.bracketed(is_now)
        )

    def gone(self, was: ValueInWords) -> str:
        """A value that is given no more."""
        return self._aside("gone", (self._earlier(was),))

    def come(self, now: ValueInWords) -> str:
        """A value that is given for the first time."""
        return self.wording.bracketed(
            ValueInWords(now.text or self._none(), now.more).and_told(self.words.say("differences.new"))
        )

    def _earlier(self, was: ValueInWords) -> str:
        """What it was before, within brackets."""
        told = ", ".join((was.text or self._none(), *was.more))
        return self.words.say("differences.before-told" if was.more else "differences.before", old=told)

    def _aside(self, key: str, more: tuple[str, ...], **values: str) -> str:
        return self.wording.aside(self.words.say(f"differences.{key}", **values), ", ".join(more))

    def _none(self) -> str:
        return self.words.say("differences.none")
