package org.gan4j.dsl.plugin;

import java.lang.reflect.InvocationTargetException;

/** The warning for a plug-in that cannot be used, with its cause and its fix. */
final class PluginFailure {
    /** Begins the message about a class that is there, but whose initialization failed before. */
    private static final String BROKEN = "Could not initialize";

    private PluginFailure() {}

    static String sentence(String plugin, String from, Throwable failed) {
        return "the plug-in " + plugin + " in " + from + " is left out: " + reason(failed);
    }

    /** Returns why a class of a plug-in failed, and what to do. */
    static String reason(Throwable failed) {
        if ((failed instanceof InvocationTargetException || failed instanceof ExceptionInInitializerError)
                && failed.getCause() != null) {
            return reason(failed.getCause());
        }
        if (failed instanceof ClassNotFoundException
                || failed instanceof NoClassDefFoundError
                        && !String.valueOf(failed.getMessage()).startsWith(BROKEN)) {
            return "the class " + String.valueOf(failed.getMessage()).replace('/', '.')
                    + " is missing; put the jar that contains it into the same directory";
        }
        if (failed instanceof UnsupportedClassVersionError) {
            return "it was built for a newer Java than this one, "
                    + Runtime.version().feature() + "; run a newer Java, or build it for this one";
        }
        if (failed instanceof LinkageError) {
            return "it is incompatible with this version of Gan4J (" + failed + "); rebuild it against this version";
        }
        if (failed instanceof NoSuchMethodException) {
            return "it has no public constructor without parameters; add one";
        }
        if (failed instanceof IllegalAccessException) {
            return "the class or its constructor is not public; make both public";
        }
        if (failed instanceof InstantiationException) {
            return "the class is abstract; list a concrete class";
        }
        if (failed instanceof ClassCastException) {
            return failed.getMessage();
        }
        return "it failed with " + failed + "; report this to its authors, or remove the jar";
    }
}
