"""Write the pictures of the docs from the running program; with --check, only say whether they are fresh.

The pictures are what Textual exports, without the web fonts that it links to: they look the same offline.
"""

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PATIENCE = 1000
"""Rounds of the event loop before a picture is taken as it is."""
TARGET = ROOT / "docs" / "screens"
SHOTS = {
    # name: sample, screen, size, keys
    "workbench": ("repair-shop", "workbench", (120, 36), ("f8",)),
    "board": ("agency", "workbench", (120, 40), ("b", "right", "right", "right", "down", "down", "down")),
    "interview": ("blank-but-started", "interview", (80, 24), ()),
    "without": ("repair-shop", "workbench", (120, 36), ("5", "down", "down", "down", "down", "down", "T")),
    "narrow": ("sunday-box", "workbench", (80, 24), ("3", "down", "enter", "down")),
    "load": ("sunday-box", "workbench", (110, 28), ("o", *["plus"] * 4, *["down"] * 10, "right", "enter", "down")),
}


async def picture(sample: str, screen: str, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """One screen as SVG."""
    from mvo_tui.ui.app import MvoApp

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{sample}.mvo.toml"
        path.write_text((ROOT / "sample_plans" / path.name).read_text(encoding="utf-8"), encoding="utf-8")
        app = MvoApp(path, screen=screen)
        async with app.run_test(size=size) as pilot:
            for _ in range(PATIENCE):
                if len(app.screen_stack) > 1 and app.focused and getattr(app.screen, "has_editor", True):
                    break
                await pilot.pause(0.01)
            for key in keys:
                await pilot.press(key)
            await pilot.pause()
            svg = app.export_screenshot(title="mvo-tui")
    return re.sub(r"@font-face\s*\{[^}]*\}", "", svg).replace("Fira Code", "monospace")


def main() -> int:
    os.environ["MVO_TUI_STATE_DIR"] = tempfile.mkdtemp()
    os.environ.pop("NO_COLOR", None)
    is_check, stale = "--check" in sys.argv[1:], []
    for name, shot in SHOTS.items():
        svg, file = asyncio.run(picture(*shot)), TARGET / f"{name}.svg"
        if not file.is_file() or file.read_text(encoding="utf-8") != svg:
            stale.append(name)
            if not is_check:
                TARGET.mkdir(parents=True, exist_ok=True)
                file.write_text(svg, encoding="utf-8")
    if is_check:
        print(f"stale: {', '.join(stale)}: run python tools/generate_screens.py" if stale else "the pictures are fresh")
    return 1 if is_check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
