"""Teach the model of paraphrase to read two questions together, and write what it learnt: python -m tests.support.teach FOLDER.

This needs torch, which is none of the project's requirements (pip install torch), and about an hour of one core. What is
written is the product's: src/answerable/matching/taught.safetensors, and taught.json beside it. Afterwards the weights of the signs
are learnt anew: python -m tests.support.weights --model FOLDER --together.
"""

import argparse
import json
import math
import random
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from answerable.domain.precedent.rules import Relation
from answerable.domain.precedent.signs import NOTHING
from answerable.matching import pair_model as product
from answerable.matching.paraphrase import identity_of, model_in
from tests.support.lessons import lessons

RELATIONS = (NOTHING, *(one.value for one in Relation if one is not Relation.SAME_NEW_PERIOD))
OUT = Path(product.__file__).parent
# Some seven tenths of what was learnt are left so, and as many of 462 unseen pairs are told rightly as with all of it.
_RANK = 32
_EPOCHS, _AT_ONCE, _RATE, _RATE_OF_LAST = 4, 32, 1e-4, 5e-4
_DROPPED, _SMOOTHED, _DECAY, _LEAST_RATE = 0.1, 0.05, 0.01, 0.02
# So many pairs of a question with one of another family have nothing in common, for each lesson.
_OTHERS = 0.15
_SIZE, _HEADS, _LAYERS, _WIDE = 384, 12, 6, 1536
_TABLES = {
    "attention.self.query": (_SIZE, _SIZE),
    "attention.self.key": (_SIZE, _SIZE),
    "attention.self.value": (_SIZE, _SIZE),
    "attention.output.dense": (_SIZE, _SIZE),
    "intermediate.dense": (_SIZE, _WIDE),
    "output.dense": (_WIDE, _SIZE),
}
_LEVELS = ("attention.output.LayerNorm", "output.LayerNorm")


class Layer(nn.Module):
    """One layer of the model, by the names of its tables."""

    def __init__(self):
        super().__init__()
        self.tables = nn.ModuleDict(
            {_key(name): nn.Linear(*shape) for name, shape in _TABLES.items()}
            | {_key(name): nn.LayerNorm(_SIZE, 1e-12) for name in _LEVELS}
        )

    def forward(self, state, seen):
        count, length, _ = state.shape
        asked, keys, values = (
            self._by(f"attention.self.{one}", state).view(count, length, _HEADS, -1).transpose(1, 2)
            for one in ("query", "key", "value")
        )
        found = functional.scaled_dot_product_attention(asked, keys, values, attn_mask=seen)
        found = found.transpose(1, 2).reshape(count, length, _SIZE)
        state = self._levelled(_LEVELS[0], state, self._by("attention.output.dense", found))
        wide = functional.gelu(self._by("intermediate.dense", state))
        return self._levelled(_LEVELS[1], state, self._by("output.dense", wide))

    def _by(self, name, state):
        return self.tables[_key(name)](state)

    def _levelled(self, name, state, more):
        return self._by(name, state + functional.dropout(more, _DROPPED, self.training))


class Net(nn.Module):
    """The model with a last step, as it is taught; what the product runs is in matching/pair_model.py."""

    def __init__(self, weights):
        super().__init__()
        named = [f"embeddings.{one}_embeddings.weight" for one in ("word", "position")]
        self.words, self.places = (torch.tensor(weights[one]) for one in named)
        kinds = torch.tensor(weights["embeddings.token_type_embeddings.weight"])
        self.kinds = nn.Parameter(kinds)
        self.level = nn.LayerNorm(_SIZE, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(_LAYERS))
        self.last = nn.Linear(4 * _SIZE, len(RELATIONS))
        nn.init.normal_(self.last.weight, std=0.01)
        nn.init.zeros_(self.last.bias)
        with torch.no_grad():
            for name, module in self.named():
                module.weight.copy_(torch.tensor(weights[f"{name}.weight"]))
                module.bias.copy_(torch.tensor(weights[f"{name}.bias"]))

    def named(self):
        """Yield the tables that were there before, by their names."""
        yield "embeddings.LayerNorm", self.level
        for number, layer in enumerate(self.layers):
            for name in (*_TABLES, *_LEVELS):
                yield f"encoder.layer.{number}.{name}", layer.tables[_key(name)]

    def forward(self, numbers, kinds):
        is_text = numbers > 0
        state = self.words[numbers] + self.places[: numbers.shape[1]] + self.kinds[kinds]
        state = functional.dropout(self.level(state), _DROPPED, self.training)
        seen = torch.where(is_text, 0.0, -1e9)[:, None, None, :].to(torch.bfloat16)
        for layer in self.layers:
            state = layer(state, seen)
        state = state.float()
        first, second = (_mean(state, is_text & (kinds == one)) for one in (0, 1))
        parts = [state[:, 0], first + second, (first - second).abs(), first * second]
        return self.last(functional.dropout(torch.cat(parts, -1), _DROPPED, self.training))


def _key(name):
    return name.replace(".", "_")


def _mean(state, is_of):
    some = is_of.float()[:, :, None]
    return (state * some).sum(1) / some.sum(1).clamp(min=1)


def examples(model, chance):
    """Return each lesson, and some pairs of two families: its pieces either way round, and its relation."""
    reads = product.pair_model(model, _no_tables(), {"relations": RELATIONS})
    told = [(one.one, one.other, _told_apart(one.relation)) for one in lessons()]
    others = [
        (chance.choice(told)[0], chance.choice(told)[1], 0) for _ in range(int(_OTHERS * len(told)))
    ]
    return [(reads.row(a, b), reads.row(b, a), at) for a, b, at in told + others]


def _no_tables():
    return {"last.weight": np.zeros((1, 1)), "last.bias": np.zeros(1)}


def _told_apart(relation):
    return RELATIONS.index("same" if relation == Relation.SAME_NEW_PERIOD else relation)


def batches(every, chance):
    """Yield all examples, those of about one length together, each one way round."""
    turned = [(one[chance.randrange(2)], one[2]) for one in every]
    chance.shuffle(turned)
    many = _AT_ONCE * 24
    found = []
    for start in range(0, len(turned), many):
        some = sorted(turned[start : start + many], key=lambda one: len(one[0][0]))
        found += [some[at : at + _AT_ONCE] for at in range(0, len(some), _AT_ONCE)]
    chance.shuffle(found)
    for some in found:
        longest = max(len(numbers) for (numbers, _), _ in some)
        numbers, kinds = (
            torch.tensor([[*row[at], *[0] * (longest - len(row[at]))] for row, _ in some])
            for at in (0, 1)
        )
        yield numbers, kinds, torch.tensor([at for _, at in some])


def taught_net(model, *, seed=0):
    """Return the model, taught."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    every = examples(model, chance)
    net = Net(model.weights)
    last = list(net.last.parameters())
    others = [one for name, one in net.named_parameters() if not name.startswith("last")]
    learning = torch.optim.AdamW(
        [{"params": others, "lr": _RATE}, {"params": last, "lr": _RATE_OF_LAST}],
        weight_decay=_DECAY,
    )
    steps = _EPOCHS * math.ceil(len(every) / _AT_ONCE)
    pace = torch.optim.lr_scheduler.LambdaLR(
        learning, lambda at: min((at + 1) / (steps / 12), max(_LEAST_RATE, (steps - at) / steps))
    )
    for epoch in range(_EPOCHS):
        lost = [_step(net, learning, pace, *one) for one in batches(every, chance)]
        print(f"Round {epoch + 1} of {_EPOCHS}: {sum(lost) / len(lost):.3f} lost", flush=True)
    return net.eval()


def _step(net, learning, pace, numbers, kinds, wanted):
    with torch.autocast("cpu", torch.bfloat16):
        told = net(numbers, kinds)
    lost = functional.cross_entropy(told.float(), wanted, label_smoothing=_SMOOTHED)
    learning.zero_grad()
    lost.backward()
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    learning.step()
    pace.step()
    return lost.item()


def tables_of(net, model):
    """Return what was learnt: of each large table two narrow ones, all small ones, and the last step."""
    found = {
        "embeddings.token_type_embeddings.weight": net.kinds,
        "last.weight": net.last.weight,
        "last.bias": net.last.bias,
    }
    for name, module in net.named():
        found[f"{name}.bias"] = module.bias
        if isinstance(module, nn.LayerNorm):
            found[f"{name}.weight"] = module.weight
            continue
        learnt = module.weight.detach() - torch.tensor(model.weights[f"{name}.weight"])
        left, sizes, right = torch.linalg.svd(learnt, full_matrices=False)
        root = sizes[:_RANK].sqrt()
        found[f"{name}.narrow"] = (right[:_RANK] * root[:, None]).T
        found[f"{name}.wide"] = (left[:, :_RANK] * root).T
    return {name: one.detach().contiguous().numpy().astype("<f2") for name, one in found.items()}


def write(tables, identity):
    """Write tables in the form of safetensors, and of which model they are."""
    said, start = {}, 0
    for name in sorted(tables):
        end = start + tables[name].nbytes
        shape = list(tables[name].shape)
        said[name] = {"dtype": "F16", "shape": shape, "data_offsets": [start, end]}
        start = end
    head = json.dumps(said, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    rows = [len(head).to_bytes(8, "little"), head, *(tables[name].tobytes() for name in said)]
    (OUT / "taught.safetensors").write_bytes(b"".join(rows))
    known = {"model": identity, "relations": RELATIONS}
    (OUT / "taught.json").write_text(json.dumps(known, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("folder", type=Path)
    folder = given.parse_args().folder
    base = model_in(folder)
    write(tables_of(taught_net(base), base), identity_of(folder))
