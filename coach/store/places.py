"""Where things are on this machine: the three folders, worked out without anything heavy."""

from collections.abc import Mapping
from pathlib import Path


def places(environ: Mapping[str, str]) -> tuple[Path, Path, Path]:
    """Return the folders for data, configuration and cache.

    ``COACH_HOME`` holds one for each; else they are where the system has such things. The system's own
    variables (such as ``XDG_DATA_HOME``) are read by platformdirs from the process and not from ``environ``.
    """
    if home := environ.get("COACH_HOME", ""):
        root = Path(home).expanduser().absolute()
        return root / "data", root / "config", root / "cache"
    from platformdirs import PlatformDirs

    found = PlatformDirs("coach", appauthor=False)
    return found.user_data_path, found.user_config_path, found.user_cache_path
