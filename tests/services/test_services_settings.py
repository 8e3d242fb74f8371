from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.services.bindings import check_keys, check_theme
from coach.services.settings import Settings, SettingsError, load


def write(folder, text):
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_everything_is_at_its_default(tmp_path):
    assert load(tmp_path) == Settings()


def test_preferences_are_read(tmp_path):
    found = load(
        write(tmp_path, 'name = "Mira"\ntheme = "coach-light"\n[keys]\n"home.new_interview" = "N"\n')
    )
    assert (found.name, found.theme, found.keys) == ("Mira", "coach-light", {"home.new_interview": "N"})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = \n", "config.toml:1:8 cannot be read: this is not TOML."),
        ("theme = coach-light", "config.toml:1:9 cannot be read: this is not TOML."),
        ("[keys", "config.toml, at its end, cannot be read: this is not TOML."),
        ('name = "A"\nname = "B"\n', "config.toml:2:11 cannot be read: this is set a second time."),
        ("colour = 'red'", "there is no setting 'colour'; known here: profile, name"),
        ("temhe = 'coach-light'", "there is no setting 'temhe'; did you mean 'theme'?"),
        ("name = 3", 'name must be a text in quotes, such as name = "Mira"; it is the number 3'),
        ("profile = 'Mira'", "the profile 'Mira' cannot be used: use small letters, digits and hyphens"),
        ("keys = 'N'", "keys must be a table with a line [keys] above its lines; it is the text 'N'"),
        ("[keys]\n'home.quit' = 3", "'home.quit' in [keys] must be a text in quotes; it is the number 3"),
        ("[keys]\nhome.quit = 'Q'", 'put the id of an action in quotes, such as "home.quit" = "N"'),
        ("[profiles]\nMira = 'Mira'", "the profile 'Mira' in [profiles] cannot be used"),
        ("[profiles]\nmira = true", "it is the word true without quotes"),
    ],
)
def test_a_wrong_file_is_named_with_what_to_do(tmp_path, text, says):
    with pytest.raises(SettingsError) as error:
        load(write(tmp_path, text))
    assert says in str(error.value)
    assert "config.toml" in str(error.value)


def test_a_file_in_another_encoding_is_told_without_talk_of_codecs(tmp_path):
    (tmp_path / "config.toml").write_bytes('name = "J\xf6rg"'.encode("latin-1"))
    with pytest.raises(SettingsError) as error:
        load(tmp_path)
    assert str(error.value).endswith(
        "config.toml cannot be read: its letters are not UTF-8. Save it as UTF-8."
    )


def test_a_folder_in_the_files_place_is_told_without_the_systems_numbers(tmp_path):
    (tmp_path / "config.toml").mkdir()
    with pytest.raises(SettingsError) as error:
        load(tmp_path)
    assert "config.toml cannot be read: is a directory." in str(error.value)
    assert "Errno" not in str(error.value)


ACTIONS = {
    "everywhere.help": "question_mark,f1",
    "home.new_interview": "i",
    "home.quit": "q",
    "step.hint": "h,f2",
}


def check(**keys):
    check_keys(
        Settings(keys={name.replace("__", "."): key for name, key in keys.items()}), Path("at"), ACTIONS
    )


def test_an_unknown_theme_is_told_with_the_one_that_may_be_meant():
    with pytest.raises(SettingsError, match=r"no theme 'coach-lihgt'; did you mean 'coach-light'\?"):
        check_theme(Settings(theme="coach-lihgt"), Path("at"), ["coach-dark", "coach-light"])
    check_theme(Settings(theme="coach-light"), Path("at"), ["coach-dark", "coach-light"])


def test_an_unknown_action_is_told_with_the_one_that_may_be_meant():
    with pytest.raises(SettingsError, match=r"config.toml: there is no action .*did you mean 'home.quit'\?"):
        check(home__qiut="Q")


@pytest.mark.parametrize(
    "key", ["N", "n", "7", "/", "space", "f12", "ctrl+n", "shift+tab", "alt+x", "n, ctrl+n", "ü"]
)
def test_keys_that_every_terminal_sends_can_be_set(key):
    check(home__quit=key)


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("ctrl+shift+n", "terminals do not send a key 'ctrl+shift+n', set for home.quit"),
        ("ctrl+enter", "terminals do not send a key 'ctrl+enter'"),
        ("cmd+q", "terminals do not send a key 'cmd+q'"),
        ("entr", "terminals do not send a key 'entr'"),
        ("", "terminals do not send a key ''"),
        ("x,", "terminals do not send a key ''"),
        ("ctrl+i", "terminals cannot tell ctrl+i, set for home.quit, from tab"),
        ("shift+n", "the key 'shift+n' for home.quit is written 'N'"),
    ],
)
def test_keys_that_no_terminal_sends_are_told(key, says):
    with pytest.raises(SettingsError) as error:
        check(home__quit=key)
    assert says in str(error.value)


@pytest.mark.parametrize("key", ["i", "?", "f1", "x,i"])
def test_a_key_that_is_taken_in_the_same_place_or_everywhere_is_told(key):
    with pytest.raises(SettingsError, match="as well; choose another"):
        check(home__quit=key)


def test_the_same_key_may_do_different_things_in_different_places():
    check(home__quit="h", step__hint="q")
    check(home__quit="i", home__new_interview="q")


@given(st.text(max_size=20))
def test_whatever_stands_for_a_key_is_taken_or_refused_in_a_sentence(key):
    said = ""
    try:
        check(home__quit=key)
    except SettingsError as error:
        said = str(error)
    assert said.isprintable()
