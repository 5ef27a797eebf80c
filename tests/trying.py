"""How often a thing is tried: a few times with every test, and until one believes it where ASKBACK_TEST_LONG is set."""

import os

LONG = bool(os.environ.get("ASKBACK_TEST_LONG"))


def times(short: int, long: int) -> int:
    """How often, now."""
    return long if LONG else short
