"""The network, loss and optimiser of spine's training in PyTorch: the peer of ./spine bench training.

Arguments: threads, images, rows, columns, channels, classes, base filters, folder. The folder holds little-endian float32
arrays: input.bin [image][row][column][channel], truth.bin [image][row][column][class], and LAYER_PARAMETER.bin for every
parameter of the DL4J graph. Each line of standard input is a number of steps; each step is answered by one line: its loss,
the wall-clock time and the processor time of the process, both in ms.
"""
import os
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

LEVELS = 4


def array(folder, name):
    return torch.from_numpy(numpy.fromfile(os.path.join(folder, name + ".bin"), dtype="<f4"))


class Block(nn.Module):
    """3x3 convolution, batch normalisation, ReLU."""

    def __init__(self, channels, filters):
        super().__init__()
        self.convolution = nn.Conv2d(channels, filters, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(filters, eps=1e-5, momentum=0.05)

    def forward(self, x):
        return functional.relu(self.norm(self.convolution(x)))


class Network(nn.Module):
    """The attention U-Net of spine.unet.network.UNetTopology."""

    def __init__(self, channels, base, classes):
        super().__init__()
        filters = [base << level for level in range(LEVELS + 1)]
        self.parts = nn.ModuleDict()
        for level in range(1, LEVELS + 2):
            name = f"encoder{level}" if level <= LEVELS else "bottleneck"
            self.block(name, channels, filters[level - 1])
            channels = filters[level - 1]
        for level in range(LEVELS, 0, -1):
            fine, coarse = filters[level - 1], filters[level]
            inner = max(fine // 2, 4)
            self.parts[f"theta{level}"] = nn.Conv2d(fine, inner, 2, stride=2, bias=False)
            self.parts[f"phi{level}"] = nn.Conv2d(coarse, inner, 1)
            self.parts[f"psi{level}"] = nn.Conv2d(inner, 1, 1)
            self.parts[f"up{level}"] = Block(coarse, fine)
            self.block(f"decoder{level}", 2 * fine, fine)
        self.parts["classes"] = nn.Conv2d(base, classes, 1)

    def block(self, name, channels, filters):
        self.parts[name + "a"] = Block(channels, filters)
        self.parts[name + "b"] = Block(filters, filters)

    def load(self, folder):
        """Takes the parameters of the DL4J graph."""
        def copy(parameter, name):
            parameter.data.copy_(array(folder, name).reshape(parameter.shape))

        for name, part in self.parts.items():
            convolution = part.convolution if isinstance(part, Block) else part
            copy(convolution.weight, name + "_W")
            if convolution.bias is not None:
                copy(convolution.bias, name + "_b")
            if isinstance(part, Block):
                copy(part.norm.weight, name + "-norm_gamma")
                copy(part.norm.bias, name + "-norm_beta")

    def forward(self, x):
        def block(name, x):
            return self.parts[name + "b"](self.parts[name + "a"](x))

        skips = {}
        for level in range(1, LEVELS + 1):
            skips[level] = block(f"encoder{level}", x)
            x = functional.max_pool2d(skips[level], 2)
        x = block("bottleneck", x)
        for level in range(LEVELS, 0, -1):
            total = functional.relu(self.parts[f"theta{level}"](skips[level]) + self.parts[f"phi{level}"](x))
            gate = functional.interpolate(torch.sigmoid(self.parts[f"psi{level}"](total)), scale_factor=2, mode="nearest")
            up = self.parts[f"up{level}"](functional.interpolate(x, scale_factor=2, mode="nearest"))
            x = block(f"decoder{level}", torch.cat([skips[level] * gate, up], 1))
        return self.parts["classes"](x)


def loss_of(logits, truth):
    """Cross-entropy over pixels plus soft Dice over the batch, every class with weight 1."""
    logs = functional.log_softmax(logits, 1)
    p = logs.exp()
    entropy = -(truth * logs).sum() / truth.sum()
    volume = truth.sum((0, 2, 3))[1:]
    overlap = (p * truth).sum((0, 2, 3))[1:]
    dice = 1 - (2 * overlap + 1) / (p.sum((0, 2, 3))[1:] + volume + 1)
    present = (volume > 0).float()
    return entropy + (dice * present).sum() / present.sum().clamp(min=1)


def main():
    threads, images, rows, columns, channels, classes, base = map(int, sys.argv[1:8])
    folder = sys.argv[8]
    torch.set_num_threads(threads)
    net = Network(channels, base, classes)
    net.load(folder)
    net = net.to(memory_format=torch.channels_last)
    layers = [m for m in net.modules() if isinstance(m, (nn.Conv2d, nn.BatchNorm2d))]
    optimiser = torch.optim.Adam(net.parameters(), 1e-3)
    # A map of [image][row][column][channel] seen as [image][channel][row][column] is what channels_last means.
    x = array(folder, "input").reshape(images, rows, columns, channels).permute(0, 3, 1, 2)
    t = array(folder, "truth").reshape(images, rows, columns, classes).permute(0, 3, 1, 2)
    print("ready", flush=True)
    for line in sys.stdin:
        for _ in range(int(line)):
            wall, processor = time.perf_counter(), time.process_time()
            optimiser.zero_grad(set_to_none=True)
            loss = loss_of(net(x), t)
            loss.backward()
            for layer in layers:
                nn.utils.clip_grad_norm_(layer.parameters(), 1.0)
            optimiser.step()
            print(loss.item(), (time.perf_counter() - wall) * 1e3, (time.process_time() - processor) * 1e3, flush=True)


main()
