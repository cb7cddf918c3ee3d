package org.gan4j.api.inference;

import java.nio.file.Path;

/**
 * A format of files that hold generators, whoever has trained them. Implementations are found by {@link
 * java.util.ServiceLoader}, so that reading a format may need libraries that other programs do without.
 */
public interface GeneratorFormat {
    /** Returns the end of the names of such files, in lower case, such as {@code .onnx}. */
    String extension();

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if there is no such file, it cannot be read, or it holds no generator whose only
     *     inputs are latents
     */
    GeneratorFile open(Path file);
}
