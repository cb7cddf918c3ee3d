package org.gan4j.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** The native libraries of libtorch. */
public final class Libtorch {
    private Libtorch() {}

    /**
     * Loads libtorch. Must be called before anything else of it is used: JavaCPP opens {@code libtorch.so}, which needs
     * {@code libtorch_cpu.so}, before it looks at that one. If its cache holds an incomplete copy, because another
     * process is extracting it or was killed while it did, the process crashes. Extracted first, under JavaCPP's lock,
     * the copy is always complete.
     *
     * @throws IllegalStateException if the libraries are not on the class path
     * @throws UncheckedIOException if they cannot be extracted
     */
    public static void load() {
        String library = Loader.getPlatform() + "/" + System.mapLibraryName("torch_cpu");
        try {
            if (Loader.cacheResource(torch.class, library) == null) {
                throw new IllegalStateException(
                        "libtorch's " + library + " is not on the class path; build with -Pbench");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Loader.load(torch.class);
    }
}
