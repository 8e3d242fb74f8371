"""Where things are, and folders that only their owner can enter."""

import stat
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from coach.store.errors import FolderTrouble
from coach.store.paths import Folders, private_folder


def test_coach_home_holds_everything(tmp_path):
    folders = Folders.from_environment({"COACH_HOME": str(tmp_path)})
    assert folders == Folders(data=tmp_path / "data", config=tmp_path / "config", cache=tmp_path / "cache")
    assert folders.database == tmp_path / "data" / "coach.db"
    assert list(tmp_path.iterdir()) == []


def test_coach_home_may_be_relative_or_begin_with_a_tilde():
    assert Folders.from_environment({"COACH_HOME": "here"}).data == Path.cwd() / "here" / "data"
    assert Folders.from_environment({"COACH_HOME": "~/c"}).data == Path.home() / "c" / "data"


@pytest.mark.parametrize("environ", [{}, {"COACH_HOME": ""}])
def test_without_coach_home_the_places_of_the_system_are_used(environ):
    places = PlatformDirs("coach", appauthor=False)
    folders = Folders.from_environment(environ)
    assert [folders.data, folders.config, folders.cache] == [
        places.user_data_path,
        places.user_config_path,
        places.user_cache_path,
    ]


def test_every_folder_that_was_missing_is_private(tmp_path):
    folder = private_folder(tmp_path / "a" / "b")
    assert [stat.S_IMODE(each.stat().st_mode) for each in (folder, folder.parent)] == [0o700, 0o700]


def test_a_folder_that_exists_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    private_folder(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_a_file_in_the_way_is_said(tmp_path, below):
    (tmp_path / "file").touch()
    with pytest.raises(FolderTrouble, match=r"The folder .*file.* cannot be used: .*set COACH_HOME"):
        private_folder(tmp_path / "file" / below)


def test_a_name_the_system_cannot_take_is_said(tmp_path):
    with pytest.raises(FolderTrouble, match="too long"):
        private_folder(tmp_path / ("x" * 300))
