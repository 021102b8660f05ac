"""A verdict as people read it: HTML for JupyterLab and feedback, plain text for a terminal."""

import unicodedata
from html import escape

import numpy as np

from nnexam.model import Text

WORDS = {
    "undone": Text("not done yet", "아직 풀지 않았습니다"),
    "points": Text(" points", "점"),
    "pass": Text("pass", "통과"),
    "fail": Text("fail", "실패"),
    "in": Text("input", "입력"),
    "expected": Text("expected", "기대한 값"),
    "given": Text("yours", "내 답"),
    "line": Text("line {}: {}", "{}번째 줄: {}"),
    "above": Text("The same cause as above.", "위와 같은 원인입니다."),
    "scalar": Text("() (a single number)", "()(수 하나)"),
    "largest": Text("largest difference", "가장 큰 차이"),
    "hint": Text("Look here", "살펴볼 곳"),
    "table": Text("the table above says what failed", "실패한 항목은 위의 표에 있습니다"),
    "printed": Text("Your code printed (costs no points)", "코드가 출력한 내용(점수와 무관)"),
    "warned": Text("Your code caused a warning (costs no points)", "코드에서 경고가 났습니다(점수와 무관)"),
    "advice": Text("Advice (costs no points)", "조언(점수와 무관)"),
    "seed": Text("The same cases again", "같은 사례로 다시 확인하기"),
    "needs": Text(
        "This exercise builds on {}, which has not passed: look there first.",
        "이 문제는 {}을(를) 바탕으로 합니다. 아직 통과하지 못했으니 그쪽부터 살펴보십시오.",
    ),
    "regraded": Text(
        "Checked again with {} given from the course: what then passed counts.",
        "{}을(를) 강의의 풀이로 바꾸어 다시 채점했고, 그때 통과한 항목은 점수에 넣었습니다.",
    ),
    "exercise": Text("exercise", "문제"),
    "total": Text("so far", "지금까지"),
    "hand": Text(
        "Written answers are graded by your instructor and are not counted here.",
        "서술형 답안은 강사가 채점하므로 여기에 들어 있지 않습니다.",
    ),
}

FINDINGS = {
    "undone": Text("Not done yet.", "아직 풀지 않았습니다."),
    "calls_undone": Text(
        "Your code calls {given}, which is not done yet.",
        "코드가 호출하는 {given}을(를) 아직 풀지 않았습니다.",
    ),
    "error": Text("Your code stopped with {given}", "코드가 오류로 멈췄습니다: {given}"),
    "nothing": Text(
        "Your code gave None where a result was expected; is there a return?",
        "결과가 있어야 할 곳에 None이 나왔습니다. return을 빠뜨리지 않았습니까?",
    ),
    "none": Text("The result{path} is None; expected {expected}.", "결과{path}가 None입니다. 기대: {expected}."),
    "type": Text(
        "The result{path} is of another type: expected {expected}, got {given}.",
        "결과{path}의 자료형이 다릅니다. 기대: {expected}, 내 답: {given}.",
    ),
    "length": Text(
        "The result{path} has another length: expected {expected}, got {given}.",
        "결과{path}의 길이가 다릅니다. 기대: {expected}, 내 답: {given}.",
    ),
    "shape": Text(
        "The result{path} has the shape {given}; expected {expected}.",
        "결과{path}의 shape이 {given}입니다. 기대한 shape은 {expected}입니다.",
    ),
    "dtype": Text(
        "The result{path} holds numbers of kind {given}; expected {expected}.",
        "결과{path}의 자료형이 {given}입니다. 기대한 자료형은 {expected}입니다.",
    ),
    "value": Text(
        "The result{path} is {given}; expected {expected}{size}.",
        "결과{path}의 값이 {given}입니다. 기대한 값은 {expected}입니다{size}.",
    ),
    "nonfinite": Text(
        "The result{path} is {given}; expected {expected}.",
        "결과{path}의 값이 {given}입니다. 기대한 값은 {expected}입니다.",
    ),
    "timeout": Text(
        "Your code did not finish in time; is there a loop that never ends?",
        "코드가 제한 시간 안에 끝나지 않았습니다. 끝나지 않는 반복문이 있습니까?",
    ),
    "memory": Text(
        "Your code took more memory than it may; is there an array or a list that keeps growing?",
        "코드가 허용된 것보다 많은 메모리를 썼습니다. 계속 커지는 배열이나 리스트가 있습니까?",
    ),
    "processes": Text(
        "Your code started more processes or threads than it may.",
        "코드가 허용된 것보다 많은 프로세스나 스레드를 만들었습니다.",
    ),
    "died": Text(
        "Python itself stopped while your code ran (an exit, or a crash).",
        "코드를 실행하던 파이썬이 멈췄습니다(종료 명령이나 비정상 종료).",
    ),
    "notime": Text(
        "The time for the whole notebook was used up before this check.",
        "이 검사에 이르기 전에 노트북 전체의 제한 시간을 다 썼습니다.",
    ),
    "refused": Text("The check could not run: {given}", "검사를 실행하지 못했습니다: {given}"),
    "noerror": Text(
        "A {expected} should be raised here; your code went on and gave {given}.",
        "여기서는 {expected}가 발생해야 합니다. 코드는 그대로 진행해 {given}을(를) 냈습니다.",
    ),
    "later": Text(
        "This counts once one of the rows with values holds.",
        "값을 보는 항목이 하나라도 맞으면 점수에 들어갑니다.",
    ),
    "changed": Text(
        "Your code changed its argument{path}: it was {expected} there, afterwards {given}. Work on a copy.",
        "코드가 인수{path}의 값을 바꾸었습니다. {expected}이던 값이 {given}(으)로 바뀌었습니다. 복사본에서 계산하십시오.",
    ),
    "unstable": Text(
        "Two calls with the same input gave different results{path}: first {expected}, then {given}.",
        "같은 입력으로 두 번 호출했더니 결과{path}의 값이 처음에는 {expected}, 다음에는 {given}입니다.",
    ),
}


TRUTH = ("True", "False")


def word(key, lang):
    return WORDS[key].in_(lang)


def number(value):
    """Write 2.0 as 2 and 0.5 as 0.5."""
    return f"{value:g}"


def headline(verdict, lang):
    """One line: the exercise and its points."""
    if verdict.undone:
        return f"{verdict.exercise}: {word('undone', lang)} (0 / {number(verdict.points)}{word('points', lang)})"
    return f"{verdict.exercise}: {number(verdict.earned)} / {number(verdict.points)}{word('points', lang)}"


def sentence(finding, lang):
    """Say what is wrong, in one sentence."""
    index = "[" + ", ".join(map(str, finding.index)) + "]" if finding.index else ""
    place = f" {finding.path}{index}" if finding.path or index else ""
    size = f" ({word('largest', lang)} {finding.size:.3g})" if finding.size and finding.expected not in TRUTH else ""
    said = (finding.said or FINDINGS[finding.kind]).in_(lang)
    expected, given = (word("scalar", lang) if text == "()" else text for text in (finding.expected, finding.given))
    text = said.format(path=place, expected=expected, given=given, size=size)
    if finding.kind == "error" and finding.code:
        text += f" ({word('line', lang).format(finding.line, finding.code) if finding.line else finding.code})"
    return text


def called(question):
    """Write a question as the code that a student would type."""
    if question["probe"] == "script":
        values = [f"{name} = {_short(value)}"[:140] for name, value in question["args"].items()]
        return "\n".join([*values, *question["lines"]])
    arguments = [_short(value) for value in question["args"]]
    arguments += [f"{key}={_short(value)}" for key, value in question.get("kwargs", {}).items()]
    return f"{question['subject']}({', '.join(arguments)})"[:800]


def _short(value):
    if isinstance(value, np.ndarray) and value.ndim and not value.size:
        dtype = "" if value.dtype == np.float64 else f", dtype={value.dtype}"
        return f"np.zeros({value.shape}{dtype})"
    if isinstance(value, np.ndarray):
        rows_are_short = value.ndim > 1 and value.shape[-1] <= 6
        text = np.array2string(
            value,
            threshold=12,
            edgeitems=3 if rows_are_short else 2,
            separator=", ",
            max_line_width=10_000,
            formatter={"float_kind": "{:.4g}".format},
        )
        dtype = "" if value.dtype == np.float64 else f" {value.dtype}"
        return " ".join(text.split()).replace("[ ", "[") + (dtype if value.ndim else "")
    return repr(value)


def _details(result, lang):
    """The lines below a failed aspect: (label, text) pairs."""
    rows = [("", sentence(result.finding, lang))]
    if result.finding.kind == "undone":
        return rows
    if result.case is not None:
        rows.append((word("in", lang), called(result.case.question)))
    if result.why is not None:
        rows.append((word("hint", lang), result.why.in_(lang)))
    return rows


def _notes(verdict, lang):
    """The lines below the table."""
    notes = []
    if verdict.undone:
        return notes
    if verdict.regraded:
        notes.append(word("regraded", lang).format(", ".join(verdict.regraded)))
    elif verdict.failed_needs and not verdict.passed:
        notes.append(word("needs", lang).format(", ".join(verdict.failed_needs)))
    notes += [f"{word('advice', lang)}: {text.in_(lang)}" for text in verdict.advice]
    notes += [f"{word('warned', lang)}: {'; '.join(verdict.warnings)}"] if verdict.warnings else []
    if verdict.printed:
        lines = verdict.printed.strip().splitlines()
        notes.append(f"{word('printed', lang)}: " + " / ".join(lines[:3]) + (" …" if len(lines) > 3 else ""))
    if verdict.seed is not None and not verdict.passed:
        subjects = ", ".join(verdict.subjects)
        notes.append(f'{word("seed", lang)}: check("{verdict.exercise}", {subjects}, seed={verdict.seed})')
    return notes


def _details_by_aspect(verdict, lang):
    """Return {aspect name: lines below it} for the failed aspects: each cause once, and four at the most."""
    shown, seen = {}, set()
    for result in verdict.results:
        if result.finding is None:
            continue
        subject = result.case.question.get("subject") if result.case else None
        cause = result.mistake or (result.finding.kind, result.finding.said, subject, result.why)
        if cause in seen:
            shown[result.aspect.name] = [("", word("above", lang))]
        else:
            full = _details(result, lang)
            if seen:  # the lines of one script are enough for a screen
                full = [(label, said) for label, said in full if "\n" not in said]
            shown[result.aspect.name] = full if len(seen) < 4 else full[:1]
        seen.add(cause)
    return shown


def html(verdict, lang):
    """The verdict as an HTML table; every text in it is escaped."""
    color = "#1a7f37" if verdict.passed else "#6e7781" if verdict.undone else "#cf222e"
    rows = [
        f'<div style="border-left:4px solid {color};padding:2px 10px;max-width:60em">',
        f"<strong>{escape(headline(verdict, lang))}</strong>",
    ]
    details = _details_by_aspect(verdict, lang)
    if not verdict.undone:
        rows.append('<table style="margin:4px 0;border-collapse:collapse;width:100%">')
        for result in verdict.results:
            rows += _html_rows(result, lang, details.get(result.aspect.name, []))
        rows.append("</table>")
    rows += [f'<div style="font-size:90%">{escape(note)}</div>' for note in _notes(verdict, lang)]
    return "\n".join([*rows, "</div>"])


def _html_rows(result, lang, details):
    passed = result.finding is None
    left = 'style="text-align:left;padding:2px 8px;vertical-align:baseline;white-space:nowrap"'
    yield (
        f'<tr style="background:none"><td {left}>'
        f"{'✓' if passed else '✗'} {word('pass' if passed else 'fail', lang)}</td>"
        f'<td style="text-align:left;padding:2px 8px;vertical-align:baseline;width:80%">{escape(result.aspect.title.in_(lang))}</td>'
        f"<td {left}>{number(result.earned)} / {number(result.aspect.points)}</td></tr>"
    )
    lines = []
    for label, text in details:
        if label == word("in", lang):
            code = escape(text).replace("\n", "<br>")
            lines.append(f"<div>{escape(label)}: <code>{code}</code></div>")
        elif label:
            lines.append(f"<div><strong>{label}: {escape(text)}</strong></div>")
        else:
            lines.append(f"<div>{escape(text)}</div>")
    if lines:
        yield f'<tr style="background:none"><td></td><td colspan="2" style="text-align:left;padding:0 8px 6px">{"".join(lines)}</td></tr>'


def text(verdict, lang):
    """The verdict for a terminal."""
    lines = [headline(verdict, lang)]
    details = _details_by_aspect(verdict, lang)
    width = max(_width(result.aspect.title.in_(lang)) for result in verdict.results)
    for result in [] if verdict.undone else verdict.results:
        passed = result.finding is None
        title = result.aspect.title.in_(lang)
        title += " " * (width - _width(title))
        mark = word("pass" if passed else "fail", lang)
        lines.append(f"  {mark}  {title}  {number(result.earned)} / {number(result.aspect.points)}")
        for label, said in details.get(result.aspect.name, []):
            said = said.replace("\n", "\n          ")
            lines.append(f"        {label + ': ' if label else ''}{said}")
    return "\n".join(lines + [f"  {note}" for note in _notes(verdict, lang)])


def _width(string):
    """Columns in a terminal: Hangul takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in string)


def score_table(rows, lang):
    """Return (html, text) of the points so far; rows are (exercise, earned or None, points)."""
    total, of = sum(row[1] or 0 for row in rows), sum(row[2] for row in rows)
    shown = [(name, "–" if earned is None else number(earned), number(points)) for name, earned, points in rows]
    shown.append((word("total", lang), number(total), number(of)))
    left = "text-align:left;padding:2px 12px"
    cells = "".join(
        f'<tr><td style="{left}">{escape(name)}</td><td style="{left}">{got} / {points}</td></tr>'
        for name, got, points in shown
    )
    note = word("hand", lang)
    html = f'<table style="border-collapse:collapse">{cells}</table><div style="font-size:90%">{escape(note)}</div>'
    width = max(_width(name) for name, _, _ in shown)
    lines = [f"{name}{' ' * (width - _width(name))}  {got} / {points}" for name, got, points in shown]
    return html, "\n".join([*lines, note])
