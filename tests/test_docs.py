"""What the documents say is so."""

import re
import tomllib
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.store import open_store

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
QUESTIONS = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return open_store(tmp_path_factory.mktemp("docs") / "x.db", create=True)


def test_the_readme_asks_five_questions() -> None:
    assert len(QUESTIONS) == 5


@pytest.mark.parametrize("sql", QUESTIONS)
def test_each_question_is_answered(db: Database, sql: str) -> None:
    assert db.conn.execute(sql).description


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    needed = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    names = [re.split(r"[<>=]", requirement)[0] for requirement in needed]
    assert [name for name in names if not re.search(rf"(\| |, |`){re.escape(name)}( \||,|`)", reasons)] == []


def test_the_lock_pins_every_dependency_and_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    for requirement in PROJECT["dependencies"]:
        assert re.search(rf"^{re.split(r'[<>=]', requirement)[0]}==", lock, re.MULTILINE), requirement
    pinned = re.findall(r"^[a-z].*", lock, re.MULTILINE)
    assert lock.count("\\\n    --hash=sha256:") >= len(pinned)


def test_links_between_documents_lead_somewhere() -> None:
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            if "/" in target or "." in target:
                assert (document.parent / target).exists(), (document.name, target)
