package org.gan4j.nd4j.internal;

import java.util.Objects;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J itself: loaded once, with the settings that it reads only while it loads. */
public final class Nd4jRuntime {
    private static final String EXTENSION = "-onednn";
    private static final String SLOW =
            "only the slow ND4J library is on the class path: convolutions are 4 to 10 times "
                    + "faster with org.nd4j:nd4j-native:1.0.0-M2.1 and the classifier " + platform() + EXTENSION;

    private Nd4jRuntime() {}

    /** Loads the native libraries; does nothing if they are loaded. */
    public static void load() {
        Objects.requireNonNull(Loaded.OPS);
    }

    /** Versions, the kind of library, threads. */
    public static String description() {
        int threads = Loaded.OPS.ompGetMaxThreads();
        return "ND4J " + version() + ", " + (oneDnn() ? "oneDNN" : SLOW) + ", " + threads
                + (threads == 1 ? " thread" : " threads");
    }

    static NativeOps ops() {
        return Loaded.OPS;
    }

    private static String version() {
        String version = Nd4j.class.getPackage().getImplementationVersion();
        return version == null ? "1.0.0-M2.1" : version;
    }

    /** The library that has oneDNN lies in a folder of its own within its jar. */
    private static boolean oneDnn() {
        String folder = "org/nd4j/linalg/cpu/nativecpu/bindings/" + platform() + EXTENSION + "/libnd4jcpu.so";
        return Nd4j.class.getClassLoader().getResource(folder) != null;
    }

    private static String platform() {
        return System.getProperty("org.bytedeco.javacpp.platform", "linux-x86_64");
    }

    /** The holder: its initialiser runs at the first use, and only once. */
    private static final class Loaded {
        static final NativeOps OPS = load();

        private static NativeOps load() {
            preset("org.bytedeco.javacpp.platform.extension", EXTENSION);
            // JavaCPP would cap the process at four times the Java heap
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
