"""The command `python -m benchmarks`: measure the rows, print one table, write JSON on request.

python -m benchmarks                          everything, at 100, 1,000 and 10,000 items
python -m benchmarks --quick                  a rough look, in a quarter of the rounds
python -m benchmarks --rows start keys --sizes 1000
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks import rows
from benchmarks.results import Result, Skipped, as_json, table
from benchmarks.settings import ALL_SIZES, Settings


def main() -> int:
    """Measure what the command line asks for. Returns 1 when a goal is missed and --strict was given."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="mvo-tui-benchmarks-") as folder:
        settings = Settings(Path(folder), tuple(options.sizes), is_quick=options.quick)
        results, skipped = _measure(options.rows, settings)
    print(table(results, skipped))
    if options.json:
        chosen: dict[str, object] = {"sizes": options.sizes, "quick": options.quick}
        options.json.write_text(as_json(results, skipped, chosen), encoding="utf-8")
    is_all_well = not skipped and all(result.verdict != "over" for result in results)
    return 0 if is_all_well or not options.strict else 1


def _measure(names: Sequence[str], settings: Settings) -> tuple[list[Result], list[Skipped]]:
    """Measure each row in a process of its own: what one leaves in memory must not weigh on the next."""
    results: list[Result] = []
    skipped: list[Skipped] = []
    for name in names:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
            try:
                results += process.submit(rows.measure, name, settings).result()
            except Exception as error:  # one row that fails must not cost the others
                skipped.append(Skipped(name, f"{type(error).__name__}: {error}{settings.last_fault()}"))
    return results, skipped


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Ratios, measured side by side.")
    parser.add_argument(
        "--rows",
        nargs="+",
        choices=rows.names(),
        default=rows.names(),
        metavar="ROW",
        help=f"which rows to measure: {', '.join(rows.names())}",
    )
    parser.add_argument(
        "--sizes",
        nargs="+",
        type=int,
        default=list(ALL_SIZES),
        metavar="N",
        help="items in the plans (default: 100 1000 10000)",
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a rough look")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there as well")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a goal is missed")
    return parser


if __name__ == "__main__":
    sys.exit(main())
