"""Where the course lies and what course.toml says of it."""

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from coursekit.errors import CourseError

LIMITS = {"cell_seconds": 10, "total_seconds": 120, "memory_mb": 4096, "output_mb": 1, "submission_mb": 20}


@dataclass(frozen=True)
class UnitInfo:
    """One [[units]] table of course.toml."""

    name: str
    title: dict
    minutes: int = 60
    needs: tuple = ()
    gives: tuple = ()
    limits: dict = field(default_factory=dict)


class Course:
    """The course whose top folder is `root`."""

    def __init__(self, root):
        self.root = Path(root).resolve()

    @classmethod
    def find(cls, start=None):
        """Return the course that `start` (default: the current folder) lies in."""
        start = Path(start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            if (folder / "course" / "course.toml").is_file():
                return cls(folder)
        raise CourseError(
            f"no course found in {start} or above it; expected a folder with course/course.toml: cd into it"
        )

    @cached_property
    def settings(self):
        path = self.root / "course" / "course.toml"
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise CourseError(f"course/course.toml cannot be read: {error}") from None

    @property
    def editions(self):
        return tuple(self.settings["editions"])

    @cached_property
    def units(self):
        """Return {name: UnitInfo} in the order of the course."""
        default = {**LIMITS, **self.settings.get("limits", {})}
        units = {}
        for table in self.settings.get("units", []):
            table = dict(table)
            limits = {**default, **table.pop("limits", {})}
            unknown = set(table) - {"name", "title", "minutes", "needs", "gives"} | set(limits) - set(LIMITS)
            if "name" not in table or "title" not in table or unknown:
                raise CourseError(
                    f"course/course.toml: unit {table.get('name')!r} lacks a name or title, "
                    f"or has unknown keys: {', '.join(sorted(unknown)) or 'none'}"
                )
            units[table["name"]] = UnitInfo(**table, limits=limits)
        return units

    def choose(self, names):
        """Return the UnitInfos of `names`, or all of them; raises CourseError for an unknown name."""
        unknown = [name for name in names if name not in self.units]
        if unknown:
            raise CourseError(f"there is no unit {unknown[0]!r}; expected one of: {', '.join(self.units)}")
        return [self.units[name] for name in names or self.units]

    def lesson(self, unit):
        return self.root / "course" / "units" / unit / "lesson.py"

    def source(self, unit):
        return self.root / "source" / unit / f"{unit}.ipynb"

    def release(self, unit, edition):
        return self.root / "release" / edition / unit / f"{unit}.ipynb"
