"""`hear`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from reportgen.cli.usage import DONE, UsageError


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.commands.hear import hear

    try:
        said = hear(options.pdf)
    except OSError as error:
        raise UsageError(f"'{options.pdf}' can't be read: {(error.strerror or str(error)).lower()}") from None
    if options.json:
        print(json.dumps([asdict(one) for one in said], indent=2, ensure_ascii=False))
    else:
        print("\n".join(f"{one.page:4}  {one}" for one in said))
    return DONE
