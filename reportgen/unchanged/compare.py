"""What has changed since a briefing was built: nothing, its texts alone, or more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen import compiled, contents
from reportgen.folders import TEXT_ENDINGS
from reportgen.frozen import frozen
from reportgen.outcome import Outcome
from reportgen.unchanged.digests import of_engine, of_file, of_sources
from reportgen.unchanged.record import BuildRecord, BuildState, place_of, read, write


@frozen
class Since:
    """What decides a build now, and the record of the last one that went well."""

    output: Path
    place: Path | None
    """The file of the record."""
    now: BuildState
    before: BuildRecord | None

    def outcomes(self) -> tuple[Outcome, ...]:
        """What the last build came to, where another one would come to the same; else ()."""
        before = self.before
        if before is None or before.state != self.now:
            return ()
        there = all(digest and of_file(path) == digest for path, digest in before.files.items())
        return before.outcomes if there else ()

    @property
    def changed(self) -> set[str]:
        """The names of the author's files that are new, gone or different."""
        before = self.before.state.sources if self.before else {}
        return {name for name, _ in before.items() ^ self.now.sources.items()}

    @property
    def more_than_texts(self) -> bool:
        """Whether more than texts has changed since a build: then most likely a chart has to be drawn anew.

        A paper that was never built, as far as anybody knows, has more than texts too.
        """
        before = self.before
        if before is None:
            return True
        return before.state.engine != self.now.engine or not all(
            name.lower().endswith(TEXT_ENDINGS) for name in self.changed
        )

    def remember(self, outcomes: Sequence[Outcome]) -> None:
        """Keep what a build of now came to; one that failed is not kept: it runs again.

        The digests of the sources were taken before the build read them: a file that is saved meanwhile has another.
        """
        if all(outcome.paper for outcome in outcomes):
            files = {str(path.absolute()): of_file(path) for one in outcomes for path in one.fonts}
            for one in outcomes:
                written = (path for path in (one.paper, *one.also) if path)
                files |= {str(path.absolute()): made for path, made in zip(written, one.digests, strict=True)}
            contents.keep()
            compiled.keep()
            write(self.place, self.output, BuildRecord(self.now, files, tuple(outcomes)))


def since(folder: Path, workspace: Path, output: Path, asked: str) -> Since:
    """What has changed since the briefing in `folder` was built to `output`; `asked` is what was asked for."""
    place = place_of(folder, output)
    now = BuildState(asked, of_engine(), of_sources(folder, workspace))
    return Since(output, place, now, read(place, output))
