"""Whether a paper that was built is still what a build would make: then nothing is built.

`digests` has what decides a paper, `record` what is kept of a build, `compare` holds the two against each other.
Nothing here loads a briefing or any library: a build that has nothing to do is done before they would be imported.
"""

from reportgen.unchanged.compare import Since, since

__all__ = ["Since", "since"]
