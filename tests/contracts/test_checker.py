"""pydantic_core is imported without the descriptions of its schemas, and nobody who asks for them misses any."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

_OF_A_PACKAGE = {
    "_pydantic_core.py": "class ArgsKwargs: ...\nclass SchemaValidator: ...\nclass ValidationError: ...\n",
    "core_schema.py": "class CoreSchema: pass\nclass News(dict): pass\n",
}


def _printed(program: str, *, path: Path | None = None) -> str:
    """What a Python of its own prints, with what stands at `path` found first."""
    first = f"import sys; sys.path.insert(0, {str(path)!r})\n" if path else "import sys\n"
    done = subprocess.run([sys.executable, "-c", first + dedent(program)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_plan_is_read_without_the_descriptions() -> None:
    program = """
        from mvo_tui.storage.loading import load
        print("pydantic_core.core_schema" in sys.modules)
    """
    assert _printed(program) == "False"


@pytest.mark.parametrize("name", ["CoreConfig", "CoreSchema", "CoreSchemaType", "ErrorType"])
def test_whoever_asks_afterwards_gets_what_pydantic_core_holds(name: str) -> None:
    program = f"""
        import mvo_tui.plan.model, pydantic_core
        from pydantic_core import core_schema
        print(pydantic_core.{name} is core_schema.{name}, pydantic_core.core_schema is core_schema)
    """
    assert _printed(program) == "True True"


def test_pydantic_itself_works_beside_the_plan() -> None:
    program = """
        import mvo_tui.plan.model, pydantic
        class Crew(pydantic.BaseModel):
            people: list[int] | None = None
        print(Crew(people=["2"]).people, "properties" in Crew.model_json_schema())
    """
    assert _printed(program) == "[2] True"


def test_what_is_not_there_is_missed_as_ever() -> None:
    program = """
        import mvo_tui.plan.model, pydantic_core
        print(hasattr(pydantic_core, "nothing_of_that_name"))
    """
    assert _printed(program) == "False"


def test_a_release_that_takes_more_from_the_descriptions_is_imported_as_it_is(tmp_path: Path) -> None:
    package = tmp_path / "pydantic_core"
    package.mkdir()
    for name, text in _OF_A_PACKAGE.items():
        (package / name).write_text(text)
    (package / "__init__.py").write_text(
        "from ._pydantic_core import ArgsKwargs, SchemaValidator, ValidationError\n"
        "from .core_schema import CoreSchema, News\n"
        "class ErrorDetails(News): pass\n"
    )
    program = """
        from mvo_tui.plan.checker import ErrorDetails
        import pydantic_core
        print(issubclass(ErrorDetails, dict), pydantic_core.CoreSchema.__name__)
    """
    assert _printed(program, path=tmp_path) == "True CoreSchema"
