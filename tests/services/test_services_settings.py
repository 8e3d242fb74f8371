import pytest

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
        ("name = ", "cannot be read"),
        ("colour = 'red'", "unknown field `colour`"),
        ("name = 3", "Expected `str`"),
        ("profile = 'No Such Id'", "profile"),
    ],
)
def test_a_wrong_file_is_named_with_what_to_do(tmp_path, text, says):
    with pytest.raises(SettingsError) as error:
        load(write(tmp_path, text))
    assert says in str(error.value)
    assert "config.toml" in str(error.value)
