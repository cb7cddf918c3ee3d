package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gan4j.api.NonFiniteException;
import org.gan4j.api.TrainingLength;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan train}: trains a preset and writes its run into a folder. */
@Command(
        name = "train",
        description = "Trains a GAN, and writes its settings, metrics, samples and checkpoints into a folder.")
final class TrainCommand implements Callable<Integer> {
    private static final Path RUNS = Path.of("runs");

    private final List<TrainPreset> presets;
    private CommandSpec spec;

    @Mixin
    private PresetChoice preset;

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = Count.class,
            description = "How many updates the generator makes; each preset has its own number.")
    private Integer steps;

    @Option(names = "--seed", paramLabel = "N", description = "Of all random numbers: the same seed, the same run.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the run, new or empty; runs/PRESET-001 or the next free number if not given.")
    private Path out;

    TrainCommand(List<TrainPreset> presets) {
        this.presets = presets;
    }

    @Spec
    void setSpec(CommandSpec spec) {
        this.spec = spec;
        List<String> table = presets.stream()
                .map(each -> String.format("  %-10s %s, %d steps", each.name(), each.summary(), each.steps()))
                .toList();
        spec.usageMessage()
                .footer(
                        "",
                        "Presets, the first unless said otherwise:",
                        String.join(System.lineSeparator(), table),
                        "",
                        "Examples:",
                        "  ./gan train",
                        "  ./gan train wgan-gp --steps 200 --seed 7 --out runs/try");
    }

    @Override
    public Integer call() {
        TrainPreset chosen = preset.of(presets);
        EmptyFolder folder = out == null ? EmptyFolder.numbered(RUNS, chosen.name()) : EmptyFolder.at(out);
        try {
            return train(chosen, new RunDirectory(folder.path()));
        } finally {
            folder.deleteIfUnused();
        }
    }

    private int train(TrainPreset chosen, RunDirectory run) {
        PrintWriter stdout = spec.commandLine().getOut();
        PrintWriter stderr = spec.commandLine().getErr();
        int length = steps == null ? chosen.steps() : steps;
        try (Gan gan = options(chosen)
                        .runDirectory(run.root())
                        .listener(ProgressListener.fitting(stdout))
                        .build();
                InterruptNotice interrupts = new InterruptNotice(gan, run, stderr)) {
            TrainReport report = new TrainReport(chosen, gan, run, stdout);
            report.before(length);
            try {
                report.after(gan.train(TrainingLength.steps(length)));
                return 0;
            } catch (NonFiniteException stopped) {
                stderr.println("gan: " + stopped.getMessage());
                run.latestCheckpoint().ifPresent(good -> stderr.println("The last good state is " + good));
                return Failures.FAILED;
            }
        }
    }

    private OptionsStep options(TrainPreset chosen) {
        OptionsStep options = preset.begin(chosen);
        return seed == null ? options : options.seed(seed);
    }
}
