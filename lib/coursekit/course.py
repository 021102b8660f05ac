"""Where the course lies and what course.toml says of it."""

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from coursekit.errors import CourseError

LIMITS = {  # defaults of [limits] in course.toml
    "cell_seconds": 20,
    "cell_cpu_seconds": 10,
    "total_seconds": 240,
    "total_cpu_seconds": 120,
    "memory_mb": 2048,
    "processes": 64,
    "disk_mb": 256,
    "output_mb": 1,
    "answers_mb": 8,
    "submission_mb": 20,
}
OF_AN_EXERCISE = {"cell_seconds", "cell_cpu_seconds", "memory_mb", "processes", "output_mb"}


@dataclass(frozen=True)
class UnitInfo:
    """One [[units]] table of course.toml."""

    name: str
    title: dict
    minutes: int = 60
    needs: tuple = ()
    gives: tuple = ()
    limits: dict = field(default_factory=dict)
    exercises: dict = field(default_factory=dict)  # {exercise: its own limits}

    def limits_of(self, exercise):
        """Return the limits of the cells of an exercise; of other cells, where it is None."""
        return {**self.limits, **self.exercises.get(exercise, {})}

    def largest(self, name):
        """Return the largest value of a limit in the unit."""
        return max([self.limits[name], *(own[name] for own in self.exercises.values() if name in own)])


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
        default = {**LIMITS, **_limits("the course", self.settings.get("limits", {}), LIMITS)}
        units = {}
        for table in self.settings.get("units", []):
            table = dict(table)
            name = table.get("name")
            unknown = set(table) - {"name", "title", "minutes", "needs", "gives", "limits", "exercises"}
            if not name or "title" not in table or unknown:
                raise CourseError(
                    f"course/course.toml: unit {name!r} lacks a name or title, "
                    f"or has unknown keys: {', '.join(sorted(unknown)) or 'none'}"
                )
            limits = {**default, **_limits(f"unit {name!r}", table.pop("limits", {}), LIMITS)}
            for exercise, own in table.get("exercises", {}).items():
                _limits(f"exercise {exercise!r} of {name!r}", own, OF_AN_EXERCISE)
            units[name] = UnitInfo(**table, limits=limits)
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


def _limits(whose, table, known):
    """Return a table of limits; raises CourseError where a name or a value cannot be one."""
    for name, value in table.items():
        if name not in known:
            raise CourseError(
                f"course/course.toml: {whose} has no limit {name!r}; expected one of: {', '.join(sorted(known))}"
            )
        if type(value) not in (int, float) or not 0 < value < 10**6:
            raise CourseError(f"course/course.toml: {name} of {whose} is {value!r}; expected a number above 0")
    return table
