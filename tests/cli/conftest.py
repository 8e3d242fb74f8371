"""The real program on small content."""

import pytest
from cli_kit import HELD, NEW, Program


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path)


@pytest.fixture
def held(program):
    """A program with one submitted interview."""
    done = program.run(*NEW, lines=HELD)
    assert "The scorecard is submitted and locked." in done.out, done.out + done.err
    return program
