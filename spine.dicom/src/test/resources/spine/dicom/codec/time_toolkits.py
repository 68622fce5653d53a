"""Prints the least processor time in ms of each task: python3 time_toolkits.py ROUNDS TASK...

TASK is parse:FILE or decode:FILE for GDCM, all in this process, or run:WORD|WORD|... for a program.
"""
import resource
import subprocess
import sys
import time

import gdcm


def decode(name):
    reader = gdcm.ImageReader()
    reader.SetFileName(name)
    assert reader.Read(), name
    change = gdcm.ImageChangeTransferSyntax()
    change.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.ExplicitVRLittleEndian))
    change.SetInput(reader.GetImage())
    assert change.Change(), name


def parse(name):
    reader = gdcm.Reader()
    reader.SetFileName(name)
    assert reader.Read(), name


def run(words):
    subprocess.run(words.split("|"), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def used():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


for argument in sys.argv[2:]:
    kind, what = argument.split(":", 1)
    least = float("inf")
    for _ in range(int(sys.argv[1])):
        begin = used()
        {"decode": decode, "parse": parse, "run": run}[kind](what)
        least = min(least, used() - begin)
    print(least * 1000)
