package org.gan4j.dsl.plugin;

import java.lang.reflect.InvocationTargetException;

/** Why a plug-in cannot be used, in words for those who put its jar there. */
final class PluginFailure {
    private PluginFailure() {}

    static String sentence(String plugin, String from, Throwable failed) {
        return "the plug-in " + plugin + " in " + from + " is left out: " + reason(failed);
    }

    private static String reason(Throwable failed) {
        if ((failed instanceof InvocationTargetException || failed instanceof ExceptionInInitializerError)
                && failed.getCause() != null) {
            return reason(failed.getCause());
        }
        if (failed instanceof ClassNotFoundException || failed instanceof NoClassDefFoundError) {
            return "there is no class " + String.valueOf(failed.getMessage()).replace('/', '.')
                    + "; put the jar that has it into the same folder";
        }
        if (failed instanceof UnsupportedClassVersionError) {
            return "it was built for a newer Java than this one, "
                    + Runtime.version().feature() + "; run a newer Java, or build it for this one";
        }
        if (failed instanceof LinkageError) {
            return "it does not fit this version of Gan4J (" + failed + "); build it anew against this version";
        }
        if (failed instanceof NoSuchMethodException) {
            return "it has no public constructor without parameters; give it one";
        }
        if (failed instanceof IllegalAccessException) {
            return "the class or its constructor is not public; make both so";
        }
        if (failed instanceof InstantiationException) {
            return "the class is abstract; name one that is not";
        }
        if (failed instanceof ClassCastException) {
            return failed.getMessage();
        }
        return "it failed with " + failed + "; tell its authors, or take the jar away";
    }
}
