"""Multiply the rows of all bulletins in two ways: our index on NumPy, and scipy.sparse.

    PYTHONPATH=FOLDER .venv/bin/python tests/bench/compare_sparse_products.py [COUNT]

SciPy is no dependency: ``pip install --no-deps --target FOLDER scipy`` puts it into a folder of its
own. Both ways compute the same products, in one process, and must agree on every one of them.
"""

from __future__ import annotations

import sys
import time

import numpy as np
from related_corpus import articles, corpus_folder, many
from scipy import sparse

from plugins.related.corpus import frozen_of, vectors_of
from plugins.related.documents import in_order
from plugins.related.index import Index
from plugins.related.settings import RelatedSettings
from plugins.related.terms import TextTable, terms_of
from plugins.related.vectors import Weigher, joined

SETTINGS = RelatedSettings()
PART = 250


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")


def main(count: int) -> None:
    """Measure both and print seconds."""
    docs = in_order(many(articles(corpus_folder()), count))
    texts = TextTable.of([terms_of(doc) for doc in docs])
    weigher = Weigher(frozen_of(docs, texts), SETTINGS)
    vectors = vectors_of(docs, texts, weigher)

    started = time.perf_counter()
    index = Index(vectors, np.ones(count, np.bool_), count)
    ours = np.zeros(count, np.int64)
    for row in range(count):
        total = index.scores(row).total
        total[row] = 0
        ours[row] = total.max()
    say(f"numpy, own index: {time.perf_counter() - started:.2f} s")

    started = time.perf_counter()
    together = joined(vectors)
    _, columns = np.unique(together.keys, return_inverse=True)
    ends = np.cumsum([0, *(len(vector.keys) for vector in vectors)])
    values = together.weights.astype(np.int64)
    matrix = sparse.csr_matrix((values, columns, ends), (count, int(columns.max()) + 1))
    turned = matrix.T.tocsr()
    theirs = np.zeros(count, np.int64)
    for first in range(0, count, PART):
        product = matrix[first : first + PART] @ turned
        rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))
        product.data[product.indices == rows + first] = 0
        theirs[first : first + PART] = product.max(axis=1).toarray().ravel()
    say(f"scipy.sparse, {PART} rows at a time: {time.perf_counter() - started:.2f} s")
    say(f"bulletins: {count}; the best scores agree: {bool((ours == theirs).all())}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
