package org.gan4j.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Lets an option have a number or none: what follows belongs to the option only if it is a number. Otherwise the option is
 * 0, and a recipe after it stays a recipe.
 */
final class OptionalNumber implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // the type of picocli
    public boolean preprocess(Stack<String> rest, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        boolean attached = "=".equals(info.get("separator"));
        if (!attached && (rest.isEmpty() || !rest.peek().matches("\\d+"))) {
            rest.push("0");
        }
        return false;
    }
}
