"""The program's own colours: one accent, calm surfaces, and contrast enough to read all day."""

from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    primary="#7aa2d6",
    secondary="#5c7594",
    accent="#e0af68",
    foreground="#d8dee6",
    background="#14181d",
    surface="#14181d",
    panel="#1e242b",
    success="#8fc28a",
    warning="#e0af68",
    error="#e08a85",
    dark=True,
    variables={"border-blurred": "#2c343d", "text-muted": "#97a2ae"},
)
LIGHT = Theme(
    name="coach-light",
    primary="#1f5fa8",
    secondary="#6b7f96",
    accent="#9a5b00",
    foreground="#1d232a",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#eeece6",
    success="#2f6f2b",
    warning="#8a5200",
    error="#a3262a",
    dark=False,
    variables={"border-blurred": "#d9d6cd", "text-muted": "#5f6a75"},
)
THEMES = (DARK, LIGHT)
