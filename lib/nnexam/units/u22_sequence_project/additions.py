"""Are two lists of additions what make_additions promises? Any draw is right that keeps the rules."""

import re

from nnexam.model import Case, Text, script

QUESTION = re.compile(r"(0|[1-9]\d*)\+(0|[1-9]\d*)")


def broken_additions(given, case):
    """Say what is wrong with two lists of additions, drawn twice with one seed and once with another."""
    N, digits, test = (case.secret[name] for name in ("N", "digits", "test"))
    train, tested = given["train"], given["test"]
    sizes = len(train), len(tested)
    if sizes != (N - test, test):
        return Text(
            f"The lists hold {sizes[0]} and {sizes[1]} pairs; expected {N - test} and {test}.",
            f"두 리스트의 짝이 {sizes[0]}개와 {sizes[1]}개입니다. {N - test}개와 {test}개여야 합니다.",
        )
    pairs = [*map(tuple, train), *map(tuple, tested)]
    broken = broken_questions(pairs) or broken_answers(pairs)
    if broken is not None:
        return broken
    questions = [question for question, _ in pairs]
    if set(questions[: N - test]) & set(questions[N - test :]):
        return Text(
            "A question stands in both lists: the test would only ask what was learnt by heart.",
            "두 리스트에 모두 들어 있는 질문이 있습니다. 그러면 외운 것을 시험하게 됩니다.",
        )
    if len(set(questions)) < N:
        return Text("A question stands twice in a list.", "한 리스트에 같은 질문이 두 번 있습니다.")
    return broken_range(questions, digits) or broken_chance(given, test)


def broken_questions(pairs):
    if all(QUESTION.fullmatch(question) for question, _ in pairs):
        return None
    if any(" " in question for question, _ in pairs):
        return Text(
            'A question holds blanks; it should be like "7+85".',
            '질문에 빈칸이 있습니다. "7+85"처럼 쓰십시오.',
        )
    if all(re.fullmatch(r"\d+\+\d+", question) for question, _ in pairs):
        return Text(
            'A question has a zero in front of a number; it should be like "7+85".',
            '질문에 나오는 수 앞에 0이 붙어 있습니다. "7+85"처럼 쓰십시오.',
        )
    return Text(
        'A question is two numbers with a + between, such as "7+85", and nothing else.',
        '질문은 "7+85"처럼 두 수 사이에 +만 있는 것입니다. 다른 문자는 없어야 합니다.',
    )


def broken_answers(pairs):
    if not all(isinstance(answer, str) for _, answer in pairs):
        return Text("An answer is not a str.", "답이 문자열이 아닙니다.")
    for question, answer in pairs:
        if answer != str(sum(map(int, question.split("+")))):
            return Text(
                "An answer is not the sum of its question, written without blanks and zeros in front.",
                "답이 질문의 합이 아니거나, 빈칸이나 앞에 붙은 0이 있습니다.",
            )
    return None


def broken_range(questions, digits):
    summands = [tuple(map(int, question.split("+"))) for question in questions]
    if max(map(max, summands)) >= 10**digits:
        return Text("A summand has too many digits.", "자릿수가 너무 많은 수가 있습니다.")
    for place in (0, 1):
        column = [pair[place] for pair in summands]
        if min(column) >= 10 ** (digits - 1) or max(column) < 10**digits * 0.8:
            return Text(
                "The summands do not run from 0 to the largest number: `digits` is the most that a summand has.",
                "더하는 수가 0부터 가장 큰 수까지 고루 나오지 않습니다. digits는 자릿수의 최댓값입니다.",
            )
    if all(a <= b for a, b in summands) or all(a >= b for a, b in summands):
        return Text(
            '"85+7" and "7+85" are two questions: both orders must occur.',
            '"85+7"과 "7+85"는 다른 질문입니다. 두 순서가 모두 나와야 합니다.',
        )
    return None


def broken_chance(given, test):
    if not given["same"]:
        return Text(
            "The same rng gives other lists the second time: all chance must come from rng.",
            "같은 rng인데 두 번째 결과가 다릅니다. 난수는 모두 rng에서 얻어야 합니다.",
        )
    if test and given["alike"]:
        return Text(
            "Another rng gives the same test questions: they must be drawn by chance, not cut off at one end.",
            "다른 rng인데 테스트 질문이 같습니다. 한쪽 끝을 자르지 말고 무작위로 골라야 합니다.",
        )
    return None


def additions(seed, N, digits, test, share=None):
    """A case that draws N additions three times, with `test` of them in the second list: round(N * share)."""
    make = f"make_additions(np.random.default_rng({{}}), {N}, {digits}, {share or test / N})"
    lines = f"""
        train, test = {make.format(seed)}
        again = {make.format(seed)}
        other = {make.format(seed + 1)}
    """
    lines += "same = sorted(map(tuple, again[1])) == sorted(map(tuple, test))\n"
    lines += "alike = sorted(map(tuple, other[1])) == sorted(map(tuple, test))"
    question = script(lines, ("train", "test", "same", "alike"))
    return Case("additions", question, secret={"N": N, "digits": digits, "test": test})
