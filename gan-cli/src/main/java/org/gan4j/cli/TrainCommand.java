package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.api.training.FailedPartException;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.LoadRequest;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.serve.LiveServer;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.training.OutputDirectory;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.UnstartedRun;
import org.gan4j.training.WholeCheckpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan train}: trains a recipe or resumes a run, and writes into the run's folder. */
@Command(
        name = "train",
        description = "Trains a GAN, and writes its settings, metrics, samples and checkpoints into a folder.")
final class TrainCommand implements Callable<Integer> {
    private static final Path RUNS = Path.of("runs");
    /** The options that may be combined with --resume; a resumed run keeps its other settings. */
    private static final List<String> WITH_RESUME =
            List.of("--resume", "--steps", "--override", "--serve", "--tensorboard", "--stacktrace", "--plugins");

    private final Supplier<List<Recipe>> recipes;
    private CommandSpec spec;
    private Expectation expectation;

    @Mixin
    private RecipeChoice recipe;

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = Count.class,
            description = "The total number of steps, including those of a resumed run. Defaults to the recipe's.")
    private Integer steps;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the run, new or empty. Defaults to runs/RECIPE-001, or the next free number.")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "RUN",
            description =
                    "Begin with the trained generator of the run in this folder, or of the pretrained GAN of this name"
                            + " (see gan list pretrained), in place of random weights.")
    private Path from;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Resume the run in this folder from its latest checkpoint, in place.")
    private Path resume;

    @Option(
            names = "--override",
            paramLabel = "KEY",
            split = ",",
            description =
                    "With --resume: take over this setting of experiment.yaml although it was changed since the run"
                            + " was trained; data stands for changed data, too.")
    private List<String> overrides = List.of();

    @Mixin
    private LivePage livePage;

    @Mixin
    private TensorBoardChoice tensorBoard;

    TrainCommand(Supplier<List<Recipe>> recipes) {
        this.recipes = recipes;
    }

    @Spec
    void setSpec(CommandSpec spec) {
        this.spec = spec;
        // rendered when help is printed: reading the recipes takes longer than many a command
        spec.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> footer());
    }

    private String footer() {
        List<String> lines = new ArrayList<>(List.of("", "Recipes, of which the first is the default:"));
        for (Recipe recipe : recipes.get()) {
            ChosenRecipe each = ChosenRecipe.of(recipe);
            lines.add(String.format(Locale.ROOT, "  %-15s %s, %d steps", each.name(), each.summary(), each.steps()));
        }
        lines.addAll(List.of(
                "",
                "Examples:",
                "  ./gan train",
                "  ./gan train wgan-gp --steps 200 --seed 7 --out runs/try",
                "  ./gan train --data photos --size 64",
                "  ./gan train --serve",
                "  ./gan train experiment.yaml",
                "  ./gan train --resume runs/dcgan-001 --steps 5000",
                ""));
        return String.join(System.lineSeparator(), lines);
    }

    @Override
    public Integer call() {
        return resume == null ? begin() : resume();
    }

    private int begin() {
        if (!overrides.isEmpty()) {
            throw new IllegalArgumentException("--override is for a resumed run: change the setting by --set");
        }
        ChosenRecipe chosen = recipe.of(recipes.get());
        OutputDirectory folder = out == null
                ? OutputDirectory.numbered(RUNS, chosen.name())
                : new OutputDirectory(RunDirectory.unused(out).root(), false);
        RunDirectory run = new RunDirectory(folder.path());
        GanSpec given = from == null ? chosen.spec() : chosen.spec().with(GanSpec.FROM, Optional.of(from.toString()));
        GanSpec planned = steps == null ? given : given.scaledTo(steps);
        GanSpec started = planned.into(run.root()).listening(listeners(run));
        try (Gan gan = Gan.of(started)) {
            return train(gan, run, chosen.name() + ": " + chosen.summary(), steps == null ? chosen.steps() : steps);
        } finally {
            folder.deleteIfUnused();
        }
    }

    private int resume() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITH_RESUME.contains(option.longestName())) {
                throw notWithResume(option.longestName());
            }
        }
        if (spec.commandLine().getParseResult().hasMatchedPositional(0)) {
            throw notWithResume("a recipe");
        }
        RunDirectory run = RunDirectory.open(resume);
        int planned = Experiment.read(run.experiment()).spec().steps().orElse(0);
        int until = steps == null ? planned : steps;
        if (new UnstartedRun(run).exists()) {
            return startOver(run, until);
        }
        LoadRequest request = LoadRequest.of(resume)
                .overriding(overrides.toArray(String[]::new))
                .listening(listeners(run));
        try (Gan gan = Gan.load(request)) {
            if (!gan.isWhole()) {
                throw new IllegalArgumentException(
                        resume + " has the weights of a generator alone, as gan import writes it:"
                                + " begin a new run with them by --from " + resume);
            }
            if (steps == null && until <= gan.steps()) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s is complete, after step %d; to train further, pass --steps with a"
                                        + " larger total%n",
                                resume, gan.steps());
                return 0;
            }
            if (until <= gan.steps()) {
                throw new IllegalArgumentException(
                        resume + " is already at step " + gan.steps() + "; pass --steps with a larger total");
            }
            return train(gan, run, "resumed at step " + gan.steps(), until);
        }
    }

    /** Trains a run from its beginning that was stopped before it wrote a checkpoint. */
    private int startOver(RunDirectory run, int until) {
        GanSpec planned =
                Experiment.read(run.experiment()).spec().into(run.root()).listening(listeners(run));
        try (Gan gan = Gan.of(planned)) {
            return train(gan, run, "resumed at step 0: started over, since there was no checkpoint yet", until);
        }
    }

    private TrainingListener[] listeners(RunDirectory run) {
        PrintWriter stdout = spec.commandLine().getOut();
        TrainingListener progress = TerminalProgress.orLines(stdout);
        expectation = new Expectation(line -> {
            if (progress instanceof TerminalProgress bar) {
                bar.say(line);
            } else {
                stdout.println(line);
            }
        });
        return Stream.concat(Stream.of(progress, expectation), tensorBoard.log(run.root()).stream())
                .toArray(TrainingListener[]::new);
    }

    private static IllegalArgumentException notWithResume(String given) {
        return new IllegalArgumentException(
                "cannot combine " + given + " with --resume: a resumed run keeps its original settings");
    }

    private int train(Gan gan, RunDirectory run, String title, int until) {
        PrintWriter stdout = spec.commandLine().getOut();
        PrintWriter stderr = spec.commandLine().getErr();
        Optional<LiveServer> live = livePage.start(gan, run);
        try (InterruptNotice interrupts = new InterruptNotice(gan, run, stderr)) {
            TrainReport report = new TrainReport(title, gan, run, plugins(), stdout);
            report.before(until, live.map(LiveServer::uri));
            expectation.of(gan.plan().phaseSchedule());
            try {
                report.after(gan.train(TrainingLength.steps(until - gan.steps())));
                return 0;
            } catch (NonFiniteException | FailedPartException stopped) {
                stderr.println("gan: " + stopped.getMessage());
                WholeCheckpoint.newestFile(run)
                        .ifPresent(good -> stderr.println("The last good checkpoint is " + good));
                return Failures.FAILED;
            } catch (StorageException full) {
                stderr.println("gan: " + full.getMessage());
                WholeCheckpoint.newestFile(run)
                        .ifPresent(good -> stderr.println("The last good checkpoint is " + good
                                + "; once there is room, continue with ./gan train --resume "
                                + TrainReport.quoted(run.root())));
                return Failures.NO_ROOM;
            }
        } finally {
            live.ifPresent(LiveServer::close);
        }
    }

    private Optional<Path> plugins() {
        Path folder = spec.findOption("--plugins").getValue();
        return Optional.ofNullable(folder);
    }
}
