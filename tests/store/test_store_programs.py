"""Several programs, sudden ends, and a disk without room: what was acknowledged stays."""

import re

import pytest
from store_kit import rollback_journal, start, texts, write_ahead_log

VERSIONS = {"journal": "3.51.2", "wal": "3.51.3"}


@pytest.fixture(params=VERSIONS)
def version(request):
    return VERSIONS[request.param]


@pytest.fixture
def reopened(tmp_path, version):
    opener = rollback_journal if version == VERSIONS["journal"] else write_ahead_log
    opened = []

    def reopen():
        opened.append(opener(tmp_path))
        return opened[-1]

    yield reopen
    for log in opened:
        log.close()


def test_of_two_programs_that_begin_a_stream_exactly_one_wins(path, version, reopened):
    programs = [start("race.py", path, me, version) for me in ("left", "right")]
    streams = [f"interview/{number}" for number in range(25)]
    for program in programs:
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.stdin.write("\n".join(streams))
    results = [program.communicate(timeout=60)[0].split() for program in programs]
    log = reopened()
    for stream, left, right in zip(streams, *results, strict=True):
        assert {left, right} == {"won", "lost"}
        assert texts(log, stream) == ["left" if left == "won" else "right"]
    assert log.verify() == ()


@pytest.mark.parametrize("reach", [2, 40])
def test_a_program_killed_in_the_middle_loses_nothing_it_acknowledged(path, version, reopened, reach):
    program = start("append_for_ever.py", path, version)
    told = 0
    while told < reach:
        told = int(program.stdout.readline())
    program.kill()
    told = int([told, *program.stdout.read().split()][-1])
    program.communicate(timeout=60)
    log = reopened()
    held = texts(log, "interview/a")
    assert len(held) in {told, told + 2}, "whole steps only, and none that was told is gone"
    assert held == [str(number) for number in range(1, len(held) + 1)]
    assert log.verify() == ()


def test_a_full_disk_is_said_and_harms_nothing(path, version, reopened):
    output = start("fill_the_disk.py", path, version).communicate(timeout=60)[0]
    saved, kind, sentence = output.splitlines()
    assert kind in {"DiskFull", "DiskTrouble"}
    assert re.search(r"What was saved before is safe, the last step .* not .*saved", sentence)
    assert re.search(r"make room|free space", sentence)
    log = reopened()
    assert 0 < int(saved) == len(log.read("interview/a")) < 1000
    assert log.verify() == ()
