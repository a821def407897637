"""A model of paraphrase with a few random numbers, in the form in which real ones are kept."""

import json
import struct

import numpy as np

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "how", "many", "swan", "##s", "cafe", ".", "漢")
SIZE, WIDE, LAYERS, HEADS, PLACES = 64, 96, 2, 4, 128


def write_model(folder, **said):
    """Write the files of a model into a folder; `said` stands in its configuration instead of what is right."""
    configuration = {
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "layer_norm_eps": 1e-12,
        **said,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(configuration), "utf-8")
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", "utf-8")
    (folder / "model.safetensors").write_bytes(_tensors(dict(_weights())))


def _weights():
    chance = np.random.default_rng(7)

    def some(*shape):
        return chance.normal(0, 0.3, shape).astype("<f4")

    yield "embeddings.word_embeddings.weight", some(len(WORDS), SIZE)
    yield "embeddings.position_embeddings.weight", some(PLACES, SIZE)
    yield "embeddings.token_type_embeddings.weight", some(2, SIZE)
    shapes = {"embeddings.LayerNorm": (SIZE,)}
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        shapes |= {
            f"{name}.attention.self.{one}": (SIZE, SIZE) for one in ("query", "key", "value")
        }
        shapes |= {
            f"{name}.attention.output.dense": (SIZE, SIZE),
            f"{name}.output.LayerNorm": (SIZE,),
        }
        shapes |= {f"{name}.attention.output.LayerNorm": (SIZE,)}
        shapes |= {f"{name}.intermediate.dense": (WIDE, SIZE), f"{name}.output.dense": (SIZE, WIDE)}
    for name, shape in shapes.items():
        yield f"{name}.weight", some(*shape)
        yield f"{name}.bias", some(shape[0])


def _tensors(weights):
    said, rows, start = {}, [], 0
    for name, numbers in weights.items():
        raw = numbers.tobytes()
        offsets = [start, start + len(raw)]
        said[name] = {"dtype": "F32", "shape": list(numbers.shape), "data_offsets": offsets}
        rows.append(raw)
        start += len(raw)
    head = json.dumps(said).encode()
    return struct.pack("<Q", len(head)) + head + b"".join(rows)
