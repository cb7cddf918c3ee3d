package org.gan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.cli.study.Arm;
import org.gan4j.cli.study.Study;
import org.gan4j.cli.study.StudyConsole;
import org.gan4j.cli.study.StudyFile;
import org.gan4j.cli.study.StudyPlan;
import org.gan4j.cli.study.Variation;
import org.gan4j.dsl.Gan;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan study}: compares settings by training each with several seeds. */
@Command(
        name = "study",
        description = "Compares settings: trains a recipe with each of them and with several seeds, evaluates the runs"
                + " while they train, and writes a table and a figure. The same command continues a study that was"
                + " stopped.",
        footer = {
            "",
            "Examples:",
            "  ./gan study dcgan --vary loss=non-saturating,wgan-gp --seeds 3",
            "  ./gan study dcgan --vary ema=0,0.999 --vary batch-size=32,64 --steps 500",
            "  ./gan study dcgan --arm \"plain: ema=0\" --arm \"slow: ema=0 batch-size=8\"",
            "  ./gan study study.yaml --out studies/again"
        })
final class StudyCommand implements Callable<Integer> {
    private static final Path STUDIES = Path.of("studies");
    /** The options that may be combined with a study's file, which has all others. */
    private static final List<String> WITH_FILE = List.of("--out", "--stacktrace", "--plugins");

    private final Supplier<List<Recipe>> recipes;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RECIPE|FILE",
            description = "A recipe, see gan list recipes, an experiment.yaml, or a study.yaml.")
    private String typed;

    @Option(
            names = "--vary",
            paramLabel = "KEY=A,B",
            description = "Vary an option of the experiment, as --set of gan train sets it. Several are combined.")
    private List<String> varied = new ArrayList<>();

    @Option(
            names = "--arm",
            paramLabel = "\"NAME: KEY=VALUE ...\"",
            description = "Add an alternative with several settings.")
    private List<String> arms = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set an option of the experiment in all arms.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N|A,B",
            defaultValue = "1",
            description = "The number of seeds, or the seeds themselves. Defaults to ${DEFAULT-VALUE}.")
    private String seeds;

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = Count.class,
            description = "The number of steps of each run. Defaults to the recipe's.")
    private Integer steps;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "Train each run for this long, such as 90s, 4m or 2h, instead of a number of steps.")
    private String time;

    @Option(
            names = "--evaluate-every",
            paramLabel = "K",
            converter = NotNegative.class,
            description = "The number of steps between evaluations. Defaults to a tenth of the steps.")
    private Integer every;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Count.class,
            description = "The number of samples of an evaluation. Defaults to the experiment's, 2000.")
    private Integer count;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Measure this metric, see gan list metrics; may be repeated. Defaults to all that apply.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "WEIGHTS",
            description = "The weights to evaluate: latest, ema or both. Defaults to latest.")
    private String weights;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder of the study. Defaults to studies/RECIPE.")
    private Path out;

    StudyCommand(Supplier<List<Recipe>> recipes) {
        this.recipes = recipes;
    }

    @Override
    public Integer call() {
        StudyPlan plan = isFile() && StudyFile.isStudy(Path.of(typed)) ? ofFile() : typed();
        Path folder = out == null ? STUDIES.resolve(name()) : out;
        List<Recipe> known = recipes.get();
        Study study = new Study(
                plan,
                folder,
                change -> ChosenRecipe.of(plan.base(), known, change).spec(),
                new Console());
        return study.run() ? 0 : Failures.FAILED;
    }

    private boolean isFile() {
        return typed.endsWith(".yaml") || typed.endsWith(".yml");
    }

    private String name() {
        return Path.of(typed).getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private StudyPlan ofFile() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITH_FILE.contains(option.longestName())) {
                throw new IllegalArgumentException(
                        "cannot combine " + option.longestName() + " with the file of a study: write it into " + typed);
            }
        }
        return StudyFile.read(Path.of(typed));
    }

    private StudyPlan typed() {
        Map<String, JsonNode> common = new LinkedHashMap<>();
        settings.forEach(each -> Variation.setting(each).putInto(common));
        if (every != null) {
            Variation.setting("evaluate-every=" + every).putInto(common);
        }
        if (count != null) {
            Variation.setting("evaluate-count=" + count).putInto(common);
        }
        if (!metrics.isEmpty()) {
            Variation.setting("evaluate-metrics=[" + String.join(", ", metrics) + "]")
                    .putInto(common);
        }
        if (weights != null) {
            Variation.setting("evaluate-weights=" + weights).putInto(common);
        }
        Map<String, List<JsonNode>> grid = new LinkedHashMap<>();
        for (String each : varied) {
            Variation variation = Variation.of(each);
            if (grid.put(variation.key(), variation.values()) != null) {
                throw new IllegalArgumentException(
                        "--vary " + variation.key() + " occurs twice: give all values in one list");
            }
        }
        return new StudyPlan(
                typed,
                common,
                StudyPlan.arms(grid, arms.stream().map(Arm::parse).toList()),
                StudyPlan.seeds(seeds),
                Optional.ofNullable(steps),
                Optional.ofNullable(time).map(StudyPlan::time));
    }

    private final class Console implements StudyConsole {
        @Override
        public void say(String line) {
            spec.commandLine().getOut().println(line);
        }

        @Override
        public List<TrainingListener> progress() {
            return TerminalProgress.ifTerminal().stream().toList();
        }

        @Override
        public Interruption interruption(Gan gan, RunDirectory run) {
            InterruptNotice notice =
                    new InterruptNotice(gan, run, spec.commandLine().getErr());
            return notice::close;
        }
    }
}
