"""Writes npy.txt: files as NumPy writes them, or reads them with other headers, and the numbers that it reads.

Each line is a name, the shape, the numbers in C order and the bytes of the file in hexadecimal.
"""
import io
import pathlib
import struct

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/org/gan4j/tensor/io/npy.txt"


def saved(array, version=None):
    out = io.BytesIO()
    np.lib.format.write_array(out, array, version=version)
    return out.getvalue()


def with_header(header, data, version=1):
    text = header.encode()
    length = struct.pack("<H" if version == 1 else "<I", len(text))
    return b"\x93NUMPY" + bytes([version, 0]) + length + text + data


lines = []


def add(name, data):
    read = np.load(io.BytesIO(data), allow_pickle=False)
    shape = ",".join(map(str, read.shape))
    numbers = ",".join(repr(float(x)) for x in read.ravel(order="C"))
    lines.append("\t".join([name, shape, numbers, data.hex()]))


base = np.arange(24).reshape(2, 3, 4)
for descr in ["<f2", "<f4", "<f8", "|u1", "<u2", "|i1", "<i2", "<i4", "<i8", ">f2", ">f4", ">f8", ">u2", ">i2", ">i4", ">i8"]:
    kind = np.dtype(descr)
    values = base * 1.0 / 8 - 1 if kind.kind == "f" else base if kind.kind == "u" else base - 12
    if kind.kind == "u" and kind.itemsize == 2:
        values = base * 2849
    array = values.astype(kind)
    add(descr + "-C", saved(array))
    add(descr + "-Fortran", saved(np.asfortranarray(array)))
add("|b1-C", saved(base % 3 == 0))
add("|b1-Fortran", saved(np.asfortranarray(base % 3 == 0)))
add("vector", saved(np.asfortranarray(np.arange(5, dtype="<f4"))))
add("scalar", saved(np.array(2.5, dtype="<f8")))
add("matrix-Fortran", saved(np.asfortranarray(np.arange(6, dtype=">i4").reshape(2, 3))))
add("images-Fortran", saved(np.asfortranarray(np.arange(48, dtype="<f4").reshape(2, 3, 2, 4))))
for version in [(1, 0), (2, 0), (3, 0)]:
    add(f"version-{version[0]}", saved(np.arange(4, dtype="<i2").reshape(2, 2), version))

four = np.arange(4, dtype="<f4").tobytes()
for i, header in enumerate([
    "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }\n",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2)}\n",
    "{'shape': (2, 2), 'fortran_order': False, 'descr': '<f4'}",
    "{ \"shape\" :( 2,2 , ) ,\n 'descr':'<f4', 'fortran_order':True }   \n",
    "{'descr':'<f4','fortran_order':False,'shape':(4,)}\n",
    "{'descr': '=f4', 'fortran_order': False, 'shape': (4,)}\n",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (4L,)}\n",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 4, 1, 1), }" + " " * 300 + "\n",
]):
    add(f"header-{i}", with_header(header, four))
add("one-byte-with-order", with_header("{'descr': '<u1', 'fortran_order': False, 'shape': (3,)}\n", bytes([1, 2, 255])))
add("long-header", with_header("{'descr': '<f4', 'fortran_order': False, 'shape': (4,)}" + " " * 9000 + "\n", four, 2))

OUT.write_text("\n".join(lines) + "\n")
