package org.gan4j.nd4j.internal;

import java.util.Objects;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The ND4J library, loaded once, with the settings that it reads only while loading. */
public final class Nd4jRuntime {
    private static final String EXTENSION = "-onednn";
    private static final String SLOW =
            "only ND4J's slow library is on the class path: for convolutions 4 to 10 times faster, "
                    + "add org.nd4j:nd4j-native:1.0.0-M2.1 with the classifier " + platform() + EXTENSION;

    private Nd4jRuntime() {}

    /**
     * Loads the native libraries; does nothing if they are already loaded.
     *
     * @throws IllegalStateException if they cannot be loaded, as in a second class loader
     */
    public static void load() {
        Objects.requireNonNull(ops());
    }

    /** Returns the version, the kind of library and the number of threads in one line. */
    public static String description() {
        int threads = ops().ompGetMaxThreads();
        return "ND4J " + version() + ", " + (oneDnn() ? "oneDNN" : SLOW) + ", " + threads
                + (threads == 1 ? " thread" : " threads");
    }

    static NativeOps ops() {
        if (Loaded.FAILURE != null) {
            throw new IllegalStateException(
                    "ND4J's native library cannot be loaded. Java loads it for one class loader at a time: if a development"
                            + " tool or a server has loaded the program before, start the JVM again, move gan-nd4j to a"
                            + " class loader that both share, or use the engine reference",
                    Loaded.FAILURE);
        }
        return Loaded.OPS;
    }

    private static String version() {
        String version = Nd4j.class.getPackage().getImplementationVersion();
        return version == null ? "1.0.0-M2.1" : version;
    }

    /** Returns whether the library with oneDNN is on the class path; it has its own folder in its jar. */
    private static boolean oneDnn() {
        String folder = "org/nd4j/linalg/cpu/nativecpu/bindings/" + platform() + EXTENSION + "/libnd4jcpu.so";
        return Nd4j.class.getClassLoader().getResource(folder) != null;
    }

    private static String platform() {
        return System.getProperty("org.bytedeco.javacpp.platform", "linux-x86_64");
    }

    /** A holder whose initializer runs once, at first use. It keeps a failure, which a second attempt would hide. */
    private static final class Loaded {
        static final NativeOps OPS;
        static final Throwable FAILURE;

        static {
            NativeOps ops = null;
            Throwable failure = null;
            Thread thread = Thread.currentThread();
            ClassLoader context = thread.getContextClassLoader();
            thread.setContextClassLoader(Nd4j.class.getClassLoader()); // with another one, ND4J finds no backend
            try {
                ops = load();
            } catch (RuntimeException | LinkageError failed) {
                failure = failed;
            } finally {
                thread.setContextClassLoader(context);
            }
            OPS = ops;
            FAILURE = failure;
        }

        private static NativeOps load() {
            preset("org.bytedeco.javacpp.platform.extension", EXTENSION);
            // without this, JavaCPP caps the process at four times the Java heap
            preset("org.bytedeco.javacpp.maxphysicalbytes", "0");
            preset("org.nd4j.log.initialization", "false");
            preset("org.slf4j.simpleLogger.log.org.nd4j", "warn");
            preset("slf4j.internal.verbosity", "ERROR");
            Nd4j.getExecutioner();
            return NativeOpsHolder.getInstance().getDeviceNativeOps();
        }

        private static void preset(String property, String value) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        }
    }
}
