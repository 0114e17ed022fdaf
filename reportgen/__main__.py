"""The command `reportgen`, and `python -m reportgen`: a process of our own, which runs one command and ends."""

import gc
import sys

from reportgen.cli import main

# A build makes large trees and keeps them until it ends. Python's collector walks them again and again for cycles that
# are few: that took a quarter of a long paper's time. With these thresholds the peak of its memory stays as it was;
# without any collection it rises by a sixth.
_THRESHOLDS = (50_000, 20, 100)


def run() -> int:
    """Run the command of the command line and give its exit status."""
    gc.set_threshold(*_THRESHOLDS)
    return main()


if __name__ == "__main__":
    sys.exit(run())
