"""What ``config.toml`` sets, as commands show it and complain of it."""

import pytest


@pytest.fixture
def config(program):
    folder = program.home / "coach" / "config"
    folder.mkdir(parents=True)
    return folder / "config.toml"


def test_keys_lists_the_keys_as_they_are_set(program, config):
    config.write_text('[keys]\n"home.new_interview" = "N"', encoding="utf-8")
    listed = program.run("keys")
    rows = {line.split()[0]: line.split()[1] for line in listed.out.splitlines()}
    assert rows["home.new_interview"] == "N"
    assert rows["home.quit"] == "q"
    assert (listed.code, listed.err) == (0, "")


def test_keys_lists_all_actions_although_one_was_misspelt_and_then_says_which(program, config):
    config.write_text('[keys]\n"home.new_interveiw" = "N"', encoding="utf-8")
    listed = program.run("keys")
    assert "home.new_interview" in listed.out
    assert listed.code == 1
    assert listed.err == (
        f"coach: {config}: there is no action 'home.new_interveiw'; did you mean 'home.new_interview'?\n"
    )


def test_a_wrong_profile_is_told_in_words(program, config):
    config.write_text('profile = "Mira"', encoding="utf-8")
    told = program.run("train", "list")
    assert told.code == 1
    assert "the profile 'Mira' cannot be used: use small letters" in told.err
