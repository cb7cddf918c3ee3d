package org.gan4j.shell;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** The execution of JShell named {@code gan4j}: in this process, with its flags and memory, and interruptible. */
public final class InterruptibleExecutionProvider implements ExecutionControlProvider {
    /** The name by which JShell finds this execution. */
    public static final String NAME = "gan4j";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new InterruptibleExecution();
    }
}
