package org.gan4j.dsl.plugin;

import java.util.Optional;
import org.gan4j.api.training.FailedPartException;
import org.gan4j.api.training.TrainingListener;

/** Names the code that failed during training: a listener, or a class of a plug-in. */
public final class TrainingFailure {
    private static final String PROGRAM = "the program";

    private TrainingFailure() {}

    /**
     * Returns the exception that stops training because a listener failed.
     *
     * @param step the number of completed steps
     */
    public static FailedPartException of(TrainingListener listener, int step, Throwable failed) {
        String fix = "correct it, or set on-listener-failure to detach, which trains on without it";
        String sentence = sentence(step, "listener", listener.getClass(), fix, failed);
        return exception(step, listener.getClass(), sentence, failed);
    }

    /**
     * Returns the warning that a listener failed and is called no more.
     *
     * @param step the number of completed steps
     */
    public static String warning(TrainingListener listener, int step, Throwable failed) {
        Class<?> type = listener.getClass();
        return "step " + step + ": the listener " + type.getName() + place(type)
                + " is detached, and training goes on without it: " + reason(type, "correct it", failed);
    }

    /**
     * Returns the exception that stops training because a class from a plug-in directory failed; empty if no such class
     * was being called. It is found in the stack traces of the failure and its causes, since a component runs deep in the
     * code of Gan4J, or on a thread of its own.
     *
     * @param boundary the class that calls training; what called it is not looked at
     * @param step the number of the step that failed, counted from 1
     */
    public static Optional<FailedPartException> ofPlugin(Class<?> boundary, int step, Throwable failed) {
        Optional<FailedPartException> found = Optional.empty();
        for (Throwable each = failed; each != null; each = each.getCause()) {
            Optional<Class<?>> here = plugin(boundary, each);
            if (here.isPresent()) { // the innermost cause with such a class knows best
                String sentence = sentence(
                        step, "plug-in class", here.get(), "report this to its authors, or train without it", each);
                found = Optional.of(exception(step, here.get(), sentence, failed));
            }
            if (each instanceof LinkageError) {
                break; // its cause is an exception of the class loader
            }
        }
        return found;
    }

    private static Optional<Class<?>> plugin(Class<?> boundary, Throwable failed) {
        for (StackTraceElement frame : failed.getStackTrace()) {
            if (frame.getClassName().equals(boundary.getName())) {
                return Optional.empty();
            }
            Optional<Class<?>> type = Plugins.current().fromJar(frame);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }

    private static FailedPartException exception(int step, Class<?> type, String sentence, Throwable cause) {
        String from = Plugins.jarOf(type).map(PluginJar::toString).orElse(PROGRAM);
        return new FailedPartException(step, type.getName(), from, sentence, cause);
    }

    private static String sentence(int step, String kind, Class<?> type, String fix, Throwable failed) {
        return "step " + step + ": training stopped at the " + kind + " " + type.getName() + place(type) + ": "
                + reason(type, fix, failed);
    }

    private static String place(Class<?> type) {
        return Plugins.jarOf(type).map(jar -> " in " + jar).orElse(" of " + PROGRAM);
    }

    private static String reason(Class<?> type, String fix, Throwable failed) {
        if (failed instanceof LinkageError && Plugins.jarOf(type).isPresent()) {
            return PluginFailure.reason(failed);
        }
        return "it failed with " + failed + "; " + fix;
    }
}
