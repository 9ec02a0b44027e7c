"""What several tests share: the installed command, run as its users run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def biodocket() -> Command:
    """Run `biodocket` with arguments, standard input and environment; never waits longer than five minutes."""
    program = Path(sys.executable).with_name("biodocket")

    def run(*args: object, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program, *map(str, args)],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=300,
            env={**os.environ, "BIODOCKET_CONTACT": "tests@biodocket.example", **environment},
        )

    return run
