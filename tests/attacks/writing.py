"""Writing what is not theirs."""

from tests.attacks.model import ALL, NOTHING, Attack, but, cell_of, code_cell, notebook, write

BOOK = "Only grading writes to the gradebook; a submission cannot reach it."
FILES = "Files of other submissions, of the course and of the tool stay as they are."
LINKS = "Links that lead out of a submission are not followed; odd file names reach nothing."
LEFT = "No process of a notebook outlives it."
PAGES = "Nothing that a submission holds can run in the browser of whoever reads feedback or a graded notebook."

ROWS = """
import os, sqlite3
folder = PLACE + "/course"
for path in (folder + "/gradebook.db", "/proc/1/root" + folder + "/gradebook.db", "../gradebook.db", "gradebook.db"):
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with sqlite3.connect(path, timeout=0.1) as book:
            book.execute("update grade set auto_score = 1000, manual_score = 1000, extra_credit = 1000")
            book.execute("delete from student")
            book.execute("drop table grade_cell")
    except (sqlite3.Error, OSError):
        pass
"""

LOCK = """
import fcntl, os, sqlite3
held = []
for path in (PLACE + "/course/gradebook.db", "/proc/1/root" + PLACE + "/course/gradebook.db"):
    try:
        held.append(open(path, "r+b"))
        fcntl.lockf(held[-1], fcntl.LOCK_EX)
        held.append(sqlite3.connect(path, timeout=0.1))
        held[-1].execute("begin exclusive")
    except (sqlite3.Error, OSError):
        pass
"""

OVERWRITE = """
import glob, os, shutil
tops = [PLACE, "/proc/1/root" + PLACE]  # harm is done here alone; elsewhere it is only asked for
names = ["source/u03_activation/u03_activation.ipynb", "release/en/u03_activation/u03_activation.ipynb"]
names += ["submitted/amy_right/u03_activation/u03_activation.ipynb", "course/course.toml", "nbgrader_config.py"]
names += [".grading-secret", "autograded/amy_right/u03_activation/u03_activation.ipynb", "grades.csv"]
for path in [f"{top}/course/{name}" for top in tops for name in names]:
    for harm in (lambda: open(path, "wb").write(b"written"), lambda: os.remove(path), lambda: os.chmod(path, 0o777)):
        try:
            harm()
        except OSError:
            pass
for top in tops:
    shutil.rmtree(top, ignore_errors=True)
asked = [f"{top}/written" for top in ("/usr", "/lib", "/bin", "/nnlab/cases", "/nnlab/packages/numpy")]
present = ["/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/sys/fs/cgroup/cgroup.procs", "/etc/ld.so.cache"]
present += glob.glob("/nnlab/**/*.py", recursive=True)[::20] + glob.glob("/nnlab/cases/*") + glob.glob("/usr/bin/py*")
for path in [*asked, *filter(os.path.isfile, present)]:
    try:
        with open(path, "ab"):
            print("REACH" + "ED for writing:", path)
    except OSError:
        pass
"""

DAEMON = """
import os, signal, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        os.execvp("sleep", ["sleep", "611"])
    os._exit(0)
"""

SUBPROCESSES = """
import subprocess
for _ in range(3):
    subprocess.Popen(["setsid", "nohup", "sleep", "612"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
"""

SCRIPT = '<script>alert(1)</script><img src=x onerror="alert(1)"><a href="javascript:alert(1)">x</a>'

SHOWN = f'''
from IPython.display import HTML, SVG, IFrame, Javascript, Latex, Markdown, display
page = """{SCRIPT}<iframe srcdoc="x"></iframe>"""
display(HTML(page), Javascript("alert(1)"), Markdown(page), Latex("$\\\\href{{javascript:alert(1)}}{{x}}$"))
display({{"text/html": page, "image/svg+xml": "<svg onload='alert(1)'/>"}}, raw=True)
display({{"application/javascript": "alert(1)"}}, raw=True)
display({{"image/png": '"><script>alert(1)</script>', "text/plain": page, page: page}}, raw=True)
display({{"application/vnd.jupyter.widget-view+json": {{"model_id": page}}, "text/latex": page}}, raw=True)
print(page, "\\x1b]8;;javascript:alert(1)\\x1b\\\\link\\x1b]8;;\\x1b\\\\", "\\x1b[31m</pre>" + page)
page
'''

FAILED = f'''
raise type("<script>alert(2)</script>", (Exception,), {{}})("""{SCRIPT}""")
'''

IN_ERRORS = f'''
def sigmoid(x):
    import warnings
    warnings.warn("""{SCRIPT}""")
    print("""{SCRIPT}""")
    raise type("<script>alert(3)</script>", (Exception,), {{}})("""{SCRIPT}""")
'''

IN_TYPES = f'''
def softmax(x, axis=-1):
    return {{"""{SCRIPT}""": type("""<script>alert(4)</script>""", (), {{}})(), "b": """{SCRIPT}"""}}
'''


def linked(target, name, solved=False):
    """Return a hand_in with a link beside or in place of the notebook; `target` is relative to where all lies."""

    def hand_in(course, unit, folder):
        notebook(solved=solved)(course, unit, folder)
        path = folder / name.format(unit=unit)
        path.unlink(missing_ok=True)
        path.symlink_to(course.root.parent / target.format(unit=unit))

    return hand_in


def linked_folder(course, unit, folder):
    folder.parent.mkdir(parents=True)
    folder.symlink_to(course.root / "submitted" / "amy_right" / unit)


def odd_names(course, unit, folder):
    notebook()(course, unit, folder)
    for name in ("..\\..\\gradebook.db", "..%2f..%2fx", "-rf", "$(touch x)", "a\nb", " ", "~", "é" * 60, "<b>.html"):
        write(folder, name, "x")
    write(folder, "folder/..x/deep", "x")
    (folder / "dangling").symlink_to("../../../../../../nowhere")
    (folder / "loop").symlink_to(".")


def html_in_written_answer(tree):
    cell = cell_of(tree, "saturation")
    cell["source"] = (
        f"{SCRIPT}\n\n[x](javascript:alert(1)) ![y](attachment:../../y.png) ![z](attachment:z.png)\n\n<svg/onload=a>"
    )
    cell["attachments"] = {
        "z.png": {"image/png": "iVBORw0KGgo=", "text/html": SCRIPT},
        "../../y.png": {"image/png": "iVBORw0KGgo="},
        SCRIPT: {"image/svg+xml": "<svg onload='alert(1)'/>"},
    }


def html_in_metadata(tree):
    tree["metadata"] |= {"title": SCRIPT, "authors": [{"name": SCRIPT}], "widgets": {"state": SCRIPT}}
    tree["cells"].insert(0, code_cell(f'"""</pre></script>{SCRIPT}"""', name=SCRIPT) | {"id": SCRIPT})


OPEN = "could not be read"
ATTACKS = (
    Attack("rows_of_the_gradebook", (28,), BOOK, notebook(solved=False, added=ROWS), NOTHING),
    Attack("overwriting", (29,), FILES, notebook(added=OVERWRITE), ALL),
    Attack(
        "linked_classmate",
        (30,),
        LINKS,
        linked("course/submitted/amy_right/{unit}/{unit}.ipynb", "{unit}.ipynb"),
        NOTHING,
        OPEN,
    ),
    Attack("linked_solution", (30,), LINKS, linked("course/source/{unit}/{unit}.ipynb", "{unit}.ipynb"), NOTHING, OPEN),
    Attack("linked_folder", (30,), LINKS, linked_folder, NOTHING, OPEN),
    Attack("linked_token", (30,), LINKS, linked("home/token", "data.txt", solved=True), ALL),
    Attack("linked_timestamp", (30,), LINKS, linked("home/token", "timestamp.txt", solved=True), ALL),
    Attack("odd_timestamp", (30,), LINKS, notebook(files={"timestamp.txt": "9" * 400}), ALL),
    Attack("odd_names", (30,), LINKS, odd_names, ALL),
    Attack("daemon", (31,), LEFT, notebook(added=DAEMON), ALL),
    Attack("subprocesses", (31,), LEFT, notebook(added=SUBPROCESSES), ALL),
    Attack("html_in_outputs", (32,), PAGES, notebook(added=(SHOWN, FAILED)), ALL),
    Attack(
        "html_in_errors", (32,), PAGES, notebook(sigmoid=IN_ERRORS, softmax=IN_TYPES), but(sigmoid=0.0, softmax=0.0)
    ),
    Attack("html_in_written_answer", (32,), PAGES, notebook(change=html_in_written_answer), ALL),
    Attack("html_in_metadata", (32,), PAGES, notebook(change=html_in_metadata), ALL),
    Attack("locking_the_gradebook", (39,), BOOK, notebook(added=LOCK), ALL),
)
