package org.gan4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan classpath}: prints the class path that a program of your own needs. */
@Command(
        name = "classpath",
        description = "Prints the class path of Gan4J, for programs of your own.",
        footer = {"", "Example:", "  java -cp \"$(./gan classpath)\" Clothes.java"})
final class ClasspathCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(System.getProperty("java.class.path"));
        return 0;
    }
}
