package org.gan4j.tensor.io;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.tensor.DType;

/**
 * The storage of elements in files, written little-endian. Each {@link DType} is written as the first constant with that
 * type.
 */
enum StoredType {
    F32(4, DType.FLOAT, "<f4"),
    F64(8, DType.DOUBLE, "<f8"),
    I32(4, DType.INT, "<i4"),
    BOOL(1, DType.BOOL, "|b1"),
    /** Read-only, if every value fits an int. */
    I64(8, DType.INT, "<i8"),
    /** Read-only: IEEE half precision. */
    F16(2, DType.FLOAT, "<f2"),
    /** Read-only: the upper half of a float; NumPy has no such type. */
    BF16(2, DType.FLOAT, null),
    /** Read-only: 0 to 255. */
    U8(1, DType.INT, "|u1"),
    /** Read-only: 0 to 65,535. */
    U16(2, DType.INT, "<u2"),
    /** Read-only. */
    I16(2, DType.INT, "<i2"),
    /** Read-only. */
    I8(1, DType.INT, "|i1");

    private final int bytes;
    private final DType dtype;
    private final String npy;

    StoredType(int bytes, DType dtype, String npy) {
        this.bytes = bytes;
        this.dtype = dtype;
        this.npy = npy;
    }

    static StoredType of(DType dtype) {
        return Arrays.stream(values())
                .filter(type -> type.dtype == dtype)
                .findFirst()
                .orElseThrow();
    }

    /** The type of this name in safetensors. */
    static StoredType ofSafetensors(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("elements of type " + name + " cannot be read, only "
                        + Arrays.toString(values()) + ": convert them first"));
    }

    /** The type of this description in .npy files, whatever its byte order. */
    static StoredType ofNpy(String description) {
        return Arrays.stream(values())
                .filter(type -> type.npy != null && description.matches(type.npyPattern()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("elements of type '" + description
                        + "' cannot be read, only "
                        + Arrays.stream(values())
                                .flatMap(type -> Optional.ofNullable(type.npy).stream())
                                .collect(Collectors.joining("', '", "'", "'"))
                        + ": convert them first"));
    }

    /** Matches the descriptions of either byte order; a type of one byte has any. */
    private String npyPattern() {
        return (bytes == 1 ? "[|<>=]?" : "[<>=]") + npy.substring(1);
    }

    /** The number of bytes of an element. */
    int bytes() {
        return bytes;
    }

    /** The element type after reading. */
    DType dtype() {
        return dtype;
    }

    /** The description in .npy files. */
    String npy() {
        return npy;
    }
}
