"""Lays out the weights of layers as lib/whofunds/tagging/quantised_matrix.hpp reads them."""

import numpy as np

PANEL = 16  # columns that the matrix product computes at once
GROUP = 4  # inputs that it multiplies and adds up in one instruction
ZERO = 128  # what stands for zero in a row that is multiplied
MOST = 127


def whole_panels(columns):
    return -(-columns // PANEL) * PANEL


def padded(vector):
    """A bias, filled up to whole panels."""
    filled = np.zeros(whole_panels(len(vector)), np.float32)
    filled[: len(vector)] = vector
    return filled


def quantised(matrix):
    """The bytes of a matrix of inputs x outputs: weights of one byte, then for each column its scale and its correction."""
    inputs, outputs = matrix.shape
    if inputs % GROUP:
        raise SystemExit(f"a layer has {inputs} inputs, which {GROUP} does not divide")
    scales = padded(np.abs(matrix).max(axis=0) / MOST)
    filled = np.zeros((inputs, len(scales)), np.float32)
    filled[:, :outputs] = matrix
    weights = np.rint(filled / np.where(scales > 0, scales, 1)).astype("i1")
    corrections = -ZERO * weights.astype("<i4").sum(axis=0, dtype="<i4")
    panels = weights.reshape(inputs // GROUP, GROUP, -1, PANEL).transpose(2, 0, 3, 1)
    return np.ascontiguousarray(panels).tobytes() + scales.astype("<f4").tobytes() + corrections.tobytes()
