package org.gan4j.shell;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.LocalExecutionControl;

/**
 * Runs snippets in this process. Stopping a snippet interrupts it, which ends a training after its step and leaves the
 * GAN as it is. If the snippet is still running when it is stopped again, JShell stops it by force.
 */
final class InterruptibleExecution extends LocalExecutionControl {
    private volatile boolean interrupted;

    @Override
    protected void clientCodeEnter() {
        super.clientCodeEnter();
        interrupted = false;
    }

    @Override
    public void stop() throws EngineTerminationException, InternalException {
        Optional<Thread> snippet = interrupted ? Optional.empty() : snippet();
        if (snippet.isPresent()) {
            interrupted = true;
            snippet.get().interrupt();
        } else {
            super.stop();
        }
    }

    /** Returns the thread in which JShell calls the snippet. Threads that the snippet started are left alone. */
    private static Optional<Thread> snippet() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue()).anyMatch(InterruptibleExecution::callsSnippet))
                .map(Map.Entry::getKey)
                .findAny();
    }

    private static boolean callsSnippet(StackTraceElement frame) {
        return frame.getClassName().equals(LocalExecutionControl.class.getName())
                && frame.getMethodName().startsWith("lambda$invoke");
    }
}
