"""`make fuzz`: trials for some minutes on all cores; what they find is reduced and left as folders."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.bases import bases
from tests.fuzz.campaign import Campaign
from tests.guides import ROOT


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--trials", type=int, default=0, help="so many for each process, in place of minutes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--output", type=Path, default=ROOT / "output" / "fuzz")
    options = parser.parse_args()
    shutil.rmtree(options.output, ignore_errors=True)
    end = time.monotonic() + options.minutes * 60
    children = [os.fork() or _work(options, job, end) for job in range(options.jobs)]
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    found = sorted(options.output.glob("*/what.txt"))
    print(f"{len(found)} findings in {options.output}" if found else "nothing found")
    return 1 if found or failed else 0


def _work(options: argparse.Namespace, job: int, end: float) -> int:
    """The trials of one process; never returns."""
    with tempfile.TemporaryDirectory() as scratch:
        chance = random.Random(f"{options.seed}/{job}")
        campaign = Campaign(bases(Path(scratch) / "bases"), Path(scratch), options.output, f"{options.seed}-{job}")
        while campaign.count < options.trials if options.trials else time.monotonic() < end:
            campaign.step(chance)
        print(f"process {job}: {campaign.count} inputs, {campaign.built} of them built, slowest {campaign.slowest}")
        sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
