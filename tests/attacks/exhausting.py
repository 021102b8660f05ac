"""Taking everything down."""

from tests.attacks.model import ALL, MAYBE, Attack, add, but, notebook, only, position

TIME = "An exercise that never ends costs itself; what else the notebook earns stays."
CELLS = "A cell that hangs, dies or takes too much is left out, and the rest is graded."
DEATHS = "An exercise that ends its interpreter costs itself; what else the notebook earns stays."
PROCESSES = "The number of processes and threads is limited; grading goes on."
MEMORY = "Memory is limited for the notebook as a whole; grading goes on."
DISK = "A notebook's files vanish with it, and their size and number are limited."
OUTPUT = "Output is cut off; grading goes on."
TOTAL = "The time of a notebook as a whole is limited; what it earned before stays."
INPUT = "Nobody answers input(): it fails at once."

DEAF = """
import signal, time
def sigmoid(x):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
"""

ENDLESS = "def tanh(x):\n    while True:\n        pass"
IN_C = "import itertools\ndef relu(x):\n    return max(itertools.count())"
ASLEEP = "import time\ndef softmax(x, axis=-1):\n    time.sleep(10**6)"
BACKTRACKING = 'import re\nre.match("(a|a)*b", "a" * 60)'
SLOW_CELL = "import time\ntime.sleep(3)"

DEATHS_IN_ANSWERS = {
    "sigmoid": "import sys\ndef sigmoid(x):\n    sys.exit(0)",
    "tanh": "import os\ndef tanh(x):\n    os._exit(0)",
    "relus": "import os\ndef relu(x):\n    os.kill(0, 9)",
    "softmax": "import ctypes\ndef softmax(x, axis=-1):\n    return ctypes.string_at(0)",
}
DEATHS_IN_CELLS = (
    "import os\nos._exit(0)",
    "import os\nos.kill(os.getpid(), 9)",
    "import os\nos.kill(0, 9)",
    "import ctypes\nctypes.string_at(0)",
    "raise SystemExit(3)",
    "raise KeyboardInterrupt",
    "raise GeneratorExit",
)
LEAVES = ("exit()", "quit()")
STOPS = "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)"
RECURSION = """
import sys
def d_tanh(x):
    sys.setrecursionlimit(10**8)
    return sorted([x], key=d_tanh)
"""

# Only where it can reach nothing but its own sandbox: the machine of whoever runs this must survive a broken one.
KILL_ALL = """
import os, time
if os.getuid() != 0 and sum(name.isdigit() for name in os.listdir("/proc")) < 40 and not os.path.exists(PLACE):
    if os.fork() == 0:  # the one who calls it is spared
        os.kill(-1, 9)
        os._exit(0)
    time.sleep(10)
"""

FORKS = """
import os, time
parent, end = os.getpid(), time.monotonic() + 20
for _ in range(8):  # doubles each time, up to 256
    try:
        os.fork()
    except OSError:
        pass
if os.getpid() != parent:
    while time.monotonic() < end:
        time.sleep(0.5)
    os._exit(0)
"""

THREADS = """
import threading, time
end = time.monotonic() + 20
for _ in range(1500):
    try:
        threading.Thread(target=lambda: time.sleep(max(0, end - time.monotonic())), daemon=True).start()
    except RuntimeError:
        pass
"""

HOARD = """
import numpy as np
def hoard(megabytes):
    kept = []
    for _ in range(megabytes // 32):
        kept.append(np.ones(2**22))
    return kept
"""

HOARDS = "def softmax(x, axis=-1):\n    return hoard(3000)"
HOARD_IN_CHILDREN = """
import os, time
for _ in range(8):
    try:
        child = os.fork()
    except OSError:
        break
    if child == 0:
        try:
            kept = hoard(350)
            time.sleep(2)
        finally:
            os._exit(0)
time.sleep(2)
"""

FOLDERS = """
import os, sys
folders = [".", "/tmp", "/home", "/dev/shm", "/var/tmp", "/run", "/nnlab", "/nnlab/cases"]
folders += [os.path.dirname(part) for part in sys.argv if os.path.isabs(part)]
try:
    from ipykernel import get_connection_file
    folders.append(os.path.dirname(get_connection_file()))
except Exception:
    pass
folders = [folder for folder in dict.fromkeys(map(os.path.abspath, folders)) if os.access(folder, os.W_OK)]
"""

FULL_DISK = """
left = 3000  # megabytes
for folder in folders:
    for number in range(40):
        try:
            with open(f"{folder}/full-{number}", "wb") as target:
                for _ in range(90):
                    if left > 0:
                        target.write(bytes(2**20))
                        left -= 1
        except OSError:
            break
"""

FILES = """
for number in range(10**6 // max(1, len(folders))):
    for folder in folders:
        try:
            os.close(os.open(f"{folder}/{number}", os.O_CREAT))
        except OSError:
            folders = [other for other in folders if other != folder]
"""

DEEP = """
for folder in folders:
    try:
        os.chdir(folder)
        for _ in range(3000):
            os.mkdir("d")
            os.chdir("d")
    except OSError:
        pass
os.chdir(folders[0])
"""

CLOSED = """
for folder in folders:
    try:
        os.makedirs(f"{folder}/closed/inner")
        open(f"{folder}/closed/inner/file", "w").close()
        os.mkfifo(f"{folder}/pipe")
        os.symlink(PLACE, f"{folder}/link")
        os.symlink("/", f"{folder}/closed/root")
        os.chmod(f"{folder}/closed/inner", 0)
        os.chmod(f"{folder}/closed", 0)
    except OSError:
        pass
"""

PRINTS = 'for _ in range(1000):\n    print("x" * 10**6)'
LONG_LINE = 'print("x" * 30 * 10**6)'
MESSAGES = "from IPython.display import display\nfor i in range(10**6):\n    display(i)"
LONG_VALUE = 'class Long:\n    def __repr__(self):\n        return "x" * 30 * 10**6\nLong()'
LONG_ERROR = 'raise ValueError("x" * 30 * 10**6)'
DESCRIPTORS = 'import os\nfor _ in range(1000):\n    os.write(1, b"x" * 10**6)\n    os.write(2, b"x" * 10**6)'
PRINTS_IN_ANSWER = """
def sigmoid(x, ordinary=sigmoid):
    for _ in range(30):
        print("x" * 10**6)
    return ordinary(x)
"""

ASKS = 'name = input("Your name? ")\nimport getpass, sys\ngetpass.getpass()'
STDIN = "import os, sys\nsys.stdin.read()\nos.read(0, 1)"
ASKS_IN_ANSWER = 'def sigmoid(x):\n    return float(input("sigmoid? "))'

LONGER = "was stopped: it took longer"
ENDED = "was stopped: Python ended"
MORE = "processes or threads"


def slow_cells(tree):
    """More time in the middle than the whole notebook has, though no cell takes too long."""
    add(tree, position(tree, "softmax"), *[SLOW_CELL] * 30)


ATTACKS = (
    Attack("deaf_loop", (33,), TIME, notebook(sigmoid=DEAF), but(sigmoid=0.0), f"sigmoid {LONGER}"),
    Attack("endless_loop", (33,), TIME, notebook(tanh=ENDLESS), but(tanh=0.0), f"tanh {LONGER}"),
    Attack("loop_in_c", (33,), TIME, notebook(relus=IN_C), but(relus=0.0), f"relus {LONGER}"),
    Attack("asleep", (33,), TIME, notebook(softmax=ASLEEP), but(softmax=0.0), f"softmax {LONGER}"),
    Attack("endless_cell", (33,), CELLS, notebook(added=BACKTRACKING), ALL, LONGER),
    Attack(
        "slow_cells",
        (33,),
        TOTAL,
        notebook(change=slow_cells),
        but(softmax=0.0, derivatives=0.0),
        "softmax did not run",
        True,
    ),
    Attack(
        "deaths_in_answers",
        (34,),
        DEATHS,
        notebook(derivatives=RECURSION, **DEATHS_IN_ANSWERS),
        only(steps=3.0),
        f"tanh {ENDED}",
    ),
    Attack("deaths_in_cells", (34,), CELLS, notebook(added=DEATHS_IN_CELLS), ALL, ENDED),
    Attack("leaves", (34,), CELLS, notebook(added=LEAVES), ALL),
    Attack("stops", (34,), CELLS, notebook(added=STOPS), ALL, LONGER),
    Attack("kills_everything", (34,), CELLS, notebook(added=KILL_ALL), ALL, ENDED),
    Attack("forks", (35,), PROCESSES, notebook(added=FORKS), ALL, MAYBE),
    Attack("threads_without_end", (35,), PROCESSES, notebook(added=THREADS), ALL, MORE),
    Attack("memory_in_a_cell", (36,), MEMORY, notebook(added=(HOARD, "len(hoard(3000))")), ALL, MAYBE),
    Attack("memory_in_an_answer", (36,), MEMORY, notebook(added=HOARD, softmax=HOARDS), but(softmax=0.0), MAYBE),
    Attack("memory_in_children", (36,), MEMORY, notebook(added=(HOARD, HOARD_IN_CHILDREN)), ALL, "MB of memory"),
    Attack("full_disk", (37,), DISK, notebook(added=(FOLDERS, FULL_DISK)), ALL, MAYBE),
    Attack("a_million_files", (37,), DISK, notebook(added=(FOLDERS, FILES)), ALL, MAYBE),
    Attack("deep_folders", (37,), DISK, notebook(added=(FOLDERS, DEEP)), ALL),
    Attack("closed_folders", (37,), DISK, notebook(added=(FOLDERS, CLOSED)), ALL),
    Attack("a_gigabyte_printed", (38,), OUTPUT, notebook(added=PRINTS), ALL, MAYBE),
    Attack("a_gigabyte_below_python", (38,), OUTPUT, notebook(added=DESCRIPTORS), ALL, MAYBE),
    Attack("one_long_line", (38,), OUTPUT, notebook(added=(LONG_LINE, LONG_VALUE, LONG_ERROR)), ALL, MAYBE),
    Attack("a_million_messages", (38,), OUTPUT, notebook(added=MESSAGES), ALL, MAYBE),
    Attack("prints_in_an_answer", (38,), OUTPUT, notebook(sigmoid=PRINTS_IN_ANSWER), ALL),
    Attack("asks", (40,), INPUT, notebook(added=(ASKS, STDIN)), ALL),
    Attack("asks_in_an_answer", (40,), INPUT, notebook(sigmoid=ASKS_IN_ANSWER), but(sigmoid=0.0)),
)
