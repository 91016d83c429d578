"""Write the JSON Schema of the plan file to schemas/, or tell with --check whether the file there is fresh."""

import argparse
import json
import sys
from pathlib import Path

from mvo_tui.interview.plan_schema import plan_schema

TARGET = Path(__file__).resolve().parent.parent / "schemas" / "mvo-plan-1.schema.json"


def schema_text() -> str:
    return json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Write or check the file; 1 says that it is not fresh."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the file is not fresh")
    args = parser.parse_args()
    text = schema_text()
    if args.check:
        is_fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        print(f"{TARGET.name} is {'fresh' if is_fresh else 'not fresh: run python tools/generate_schema.py'}")
        return 0 if is_fresh else 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"Wrote schemas/{TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
