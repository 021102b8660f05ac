"""Errors that people read: one sentence each, no traceback."""


class CourseError(Exception):
    """Something about the course, a submission or the machine is wrong; str() is one sentence."""


class LessonError(CourseError):
    """A lesson has errors; each is a line with file and line number."""

    def __init__(self, errors):
        self.errors = list(errors)
        super().__init__("\n".join(self.errors))
