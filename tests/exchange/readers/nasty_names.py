"""Names that break exports which forget to escape: those that every output is tried with."""

import json
import pathlib

TABLE = pathlib.Path(__file__).resolve().parent.parent.parent / "hostile" / "names.json"
NASTY_NAMES = json.loads(TABLE.read_text())["names"]
