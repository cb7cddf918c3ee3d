package org.gan4j.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.network.Network;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.training.BestCheckpoint;
import org.gan4j.api.training.EarlyStopping;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.run.EvaluationLog;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.training.RunDirectory;

/**
 * The report that {@code gan train} prints before the first step and after the last.
 *
 * @param plugins the folder given with --plugins, which the next command needs too
 */
record TrainReport(String title, Gan gan, RunDirectory run, Optional<Path> plugins, PrintWriter out) {
    private static final int SHOWN = 20;
    private static final int MOST_COLUMNS = 50;

    /** @param live the address of the page that shows the training, if there is one */
    void before(int steps, Optional<URI> live) {
        GanSpec spec = gan.spec();
        line("recipe", "%s", title);
        line("task", "%s", ComponentText.of(spec.application()));
        for (Network network : gan.networks()) {
            if (network.parameterCount() == 0) {
                continue; // a pool of images, which nobody trains
            }
            line(network.name(), "%s%,d parameters", described(network, spec), network.parameterCount());
        }
        spec.values().find(GanComponents.LOSS).ifPresent(loss -> line("loss", "%s", loss.name()));
        line("engine", "%s: %s", gan.engine().name(), gan.engine().description());
        Dataset data = gan.dataset();
        line(
                "data",
                "%s: %,d samples of %s",
                ComponentText.of(spec.data()),
                data.size(),
                data.fields().get(0).shape());
        data.table().ifPresent(table -> columns(table.schema().columns()));
        skipped(data.skipped());
        line("training", "%,d steps of %d samples, seed %d", steps, spec.batchSize(), spec.seed());
        line("run", "%s", run.root());
        live.ifPresent(page -> line("page", "%s shows this training, and can pause and stop it", page));
        spec.components()
                .schedule()
                .filter(each -> isOver(each, steps))
                .ifPresent(each -> line(
                        "note",
                        "the schedule %s ends at a rate of 0 before the last of %,d steps, so the last ones teach nothing:"
                                + " lengthen it, see gan list options",
                        each.name(),
                        steps));
        out.println();
    }

    /** Returns whether the learning rate is 0 in the last step. */
    private static boolean isOver(LearningRateSchedule schedule, int steps) {
        Tensor last = Tensor.full(DType.DOUBLE, steps - 1);
        return schedule.factor(last).evaluate().item() == 0;
    }

    private static String described(Network network, GanSpec spec) {
        return switch (network.name()) {
            case "generator" -> ComponentText.of(spec.components().generator()) + ", ";
            case "critic" -> ComponentText.of(spec.components().critic()) + ", ";
            default -> "";
        };
    }

    /** Prints what the columns of a table hold, so that a wrong guess is seen before training. */
    private void columns(List<TableColumn> columns) {
        line("columns", "%,d:", columns.size());
        columns.stream().limit(MOST_COLUMNS).forEach(each -> out.printf(Locale.ROOT, "           %s%n", each));
        if (columns.size() > MOST_COLUMNS) {
            out.printf(
                    Locale.ROOT,
                    "           and %,d more; all are listed in %s%n",
                    columns.size() - MOST_COLUMNS,
                    run.experiment());
        }
    }

    /** Prints the first few skipped items only, to keep the rest of the report in view. */
    private void skipped(List<SkippedItem> skipped) {
        if (skipped.isEmpty()) {
            return;
        }
        line("skipped", "%,d:", skipped.size());
        skipped.stream()
                .limit(SHOWN)
                .forEach(each -> out.printf(Locale.ROOT, "           %s: %s%n", each.what(), each.why()));
        if (skipped.size() > SHOWN) {
            out.printf(
                    Locale.ROOT,
                    "           and %,d more; all are listed in %s%n",
                    skipped.size() - SHOWN,
                    run.skipped());
        }
    }

    void after(TrainingResult result) {
        out.println();
        Path grid = run.sample(result.steps());
        boolean images = !Files.exists(run.sampleArray(result.steps()));
        line("samples", "%s", Files.exists(grid) ? grid : run.sampleArray(result.steps()));
        line("checkpoint", "%s", run.checkpoint(result.steps()));
        line("metrics", "%s", run.metrics());
        line("report", "%s", run.report());
        if (Files.exists(run.events())) {
            line("diagnosed", "%s", run.events());
        }
        if (gan.spec().evaluateEvery() > 0) {
            line("evaluated", "%s", run.evaluations());
        }
        gan.spec().keptBest().ifPresent(this::best);
        gan.spec().earlyStopping().ifPresent(this::stopped);
        line(
                "next",
                "%s%s",
                NextCommand.of(gan, quoted(run.root()), images),
                plugins.map(folder -> " --plugins " + quoted(folder)).orElse(""));
    }

    /** Prints the best step. */
    private void best(BestCheckpoint rule) {
        rule.best(values(rule)).ifPresent(best -> {
            Path checkpoint = run.checkpoint(best.step());
            line(
                    "best",
                    "step %d, %s %.4f: %s",
                    best.step(),
                    rule.metric(),
                    best.value(),
                    Files.exists(checkpoint) ? checkpoint : "its checkpoint is missing");
        });
    }

    /** Prints why training stopped before the last planned step, if it did. */
    private void stopped(EarlyStopping rule) {
        rule.best(values(rule.checkpoint()))
                .filter(best -> best.since() >= rule.patience())
                .ifPresent(best -> line(
                        "stopped",
                        "early: the last %d evaluations brought no better %s than step %d",
                        best.since(),
                        rule.metric(),
                        best.step()));
    }

    private SortedMap<Integer, Double> values(BestCheckpoint rule) {
        return new EvaluationLog(run.evaluations()).deciding(rule, gan.spec());
    }

    /** Returns a path as a shell reads it. */
    static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void line(String what, String format, Object... values) {
        out.printf(Locale.ROOT, "%-10s %s%n", what, String.format(Locale.ROOT, format, values));
    }
}
