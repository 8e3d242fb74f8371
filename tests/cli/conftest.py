"""The real program on small content."""

import pytest
from cli_kit import Program


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path)
