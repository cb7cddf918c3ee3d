package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.gan4j.export.tensorboard.TensorBoardLog;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that writes event files for TensorBoard. */
final class TensorBoardChoice {
    private static final String FOLDER_OF_RUN = "";

    @Option(
            names = "--tensorboard",
            arity = "0..1",
            paramLabel = "DIR",
            fallbackValue = FOLDER_OF_RUN,
            preprocessor = Attached.class,
            description = "Write event files for TensorBoard, too. Defaults to the folder tensorboard of the run.")
    private String folder;

    /** Returns the listener that logs a run, if the option is given. */
    Optional<TensorBoardLog> log(Path run) {
        return Optional.ofNullable(folder)
                .map(given ->
                        given.equals(FOLDER_OF_RUN) ? TensorBoardLog.of(run) : TensorBoardLog.of(run, Path.of(given)));
    }

    /** Takes a folder after = only: the next argument may be the recipe. */
    static final class Attached implements IParameterPreprocessor {
        @Override
        @SuppressWarnings("JdkObsolete") // the type of picocli
        public boolean preprocess(Stack<String> rest, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if ("=".equals(info.get("separator"))) {
                return false;
            }
            option.setValue(FOLDER_OF_RUN);
            return true;
        }
    }
}
