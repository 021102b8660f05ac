"""nbgrader preprocessors that make one edition out of a source notebook in both languages."""

import hashlib
import json

from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor
from traitlets import Unicode

STUBS = {
    "en": ("# YOUR CODE HERE\nraise NotImplementedError()", "YOUR ANSWER HERE"),
    "ko": ("# 여기에 코드를 쓰십시오\nraise NotImplementedError()", "여기에 답을 쓰십시오"),
}


class SelectEdition(NbGraderPreprocessor):
    """Keep the cells of one language, and say which in the set-up cell and the metadata."""

    edition = Unicode("en", help="The edition to release: en or ko").tag(config=True)

    def preprocess(self, nb, resources):
        kept = [cell for cell in nb.cells if cell.metadata.nnlab.get("lang", self.edition) == self.edition]
        for cell in kept:
            if cell.metadata.nnlab.pop("lang", None):
                cell.id = cell.id.removesuffix(f"-{self.edition}")
            if cell.metadata.nnlab.role == "setup":
                cell.source = cell.source.replace('lang="en"', f'lang="{self.edition}"')
        nb.cells = kept
        nb.metadata.nnlab.edition = self.edition
        return nb, resources


class ClearSolutionsInEdition(ClearSolutions):
    """Put the stub in the language of the edition where a solution stood."""

    def preprocess(self, nb, resources):
        code, text = STUBS[nb.metadata.nnlab.edition]
        self.code_stub = {"python": code}
        self.text_stub = text
        return super().preprocess(nb, resources)


class StampRelease(NbGraderPreprocessor):
    """Write the hash of the release into the notebook, so that a submission says what it was made from."""

    def preprocess(self, nb, resources):
        content = json.dumps([[cell.id, cell.source] for cell in nb.cells], ensure_ascii=False)
        nb.metadata.nnlab.release = hashlib.sha256(content.encode("utf-8")).hexdigest()[:16]
        return nb, resources
