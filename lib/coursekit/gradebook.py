"""nbgrader's gradebook, opened once: what its steps open and commit many times becomes one transaction."""

import sqlite3
from contextlib import ExitStack, contextmanager
from unittest import mock

from nbgrader import api, dbutil
from nbgrader.api import Gradebook
from nbgrader.preprocessors import getgrades, latesubmissions, saveautogrades, savecells
from nbgrader.utils import parse_utc
from sqlalchemy import Engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import joinedload

from coursekit.errors import CourseError

BUSY_SECONDS = 60  # how long a gradebook that somebody else has locked is waited for


@event.listens_for(Engine, "connect")
def _wait_for_locks(connection, _):
    """nbgrader gives up after five seconds and ends the whole batch."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


def timestamp_of(folder):
    """Return the UTC time in nbgrader's timestamp.txt, or None where there is none that can be read."""
    path = folder / "timestamp.txt"
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > 1000:
            return None
        return parse_utc(path.read_text(encoding="utf-8").strip())
    except (OSError, ValueError, OverflowError):
        return None


@contextmanager
def opened(url):
    """Open the gradebook at `url`; database errors become one sentence."""
    try:
        with mock.patch.object(api, "get_alembic_version", schema_version):
            gradebook = Gradebook(url)
        with gradebook:
            yield gradebook
    except OperationalError as error:
        raise CourseError(
            f"the gradebook cannot be used ({error.orig}); close what else has it open, see whether its folder can be "
            "written, and run the command again: it goes on where it stopped"
        ) from None
    except DatabaseError as error:
        raise CourseError(
            f"the gradebook is damaged ({error.orig}); put back a copy that works, then run the command again"
        ) from None


def schema_version():
    """Return the version of nbgrader's tables; nbgrader starts the alembic command for it, which takes seconds."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory(dbutil.ALEMBIC_DIR).get_current_head()


@contextmanager
def one_transaction(gradebook):
    """Within it, nbgrader's steps work on `gradebook`; all that they write is kept at the end, or nothing."""
    shared, db = _Shared(gradebook), gradebook.db
    try:
        with ExitStack() as stack:
            stack.enter_context(mock.patch.object(db, "commit"))  # queries and the real one write what is new
            for module in (savecells, saveautogrades, latesubmissions, getgrades):
                stack.enter_context(mock.patch.object(module, "Gradebook", lambda url: shared))
            yield
        db.commit()
    except BaseException:
        db.rollback()
        raise
    finally:
        db.expunge_all()  # else each submission makes the next one slower


class _Shared:
    """A Gradebook that stays open when a step leaves it, and fetches all of a notebook's grades or comments at once."""

    def __init__(self, gradebook):
        self._gradebook, self._fetched = gradebook, {}

    def __getattr__(self, name):
        return getattr(self._gradebook, name)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def find_grade(self, grade_cell, *where):
        return self._all_of(api.Grade, where).get(grade_cell) or self._gradebook.find_grade(grade_cell, *where)

    def find_comment(self, solution_cell, *where):
        return self._all_of(api.Comment, where).get(solution_cell) or self._gradebook.find_comment(
            solution_cell, *where
        )

    def _all_of(self, kind, where):
        """Return {name of a cell: what it has of a kind} for `where`, (notebook, assignment, student)."""
        if (kind, where) not in self._fetched:
            notebook = self._gradebook.find_submission_notebook(*where)
            rows = self.db.query(kind).options(joinedload(kind.cell)).filter(kind.notebook_id == notebook.id)
            self._fetched[kind, where] = {row.name: row for row in rows}
        return self._fetched[kind, where]
