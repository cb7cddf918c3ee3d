package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.gan4j.api.TrainingResult;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.GanSpec;
import org.gan4j.training.RunDirectory;

/** What {@code gan train} says before the first step and after the last. */
record TrainReport(TrainPreset preset, Gan gan, RunDirectory run, PrintWriter out) {
    void before(int steps) {
        GanSpec spec = gan.spec();
        line("preset", "%s: %s", preset.name(), preset.summary());
        line(
                "generator",
                "%s, %,d parameters",
                spec.generator(),
                gan.networks().generator().parameterCount());
        line(
                "critic",
                "%s, %,d parameters",
                spec.critic(),
                gan.networks().critic().parameterCount());
        line("loss", "%s", spec.loss().name());
        line("engine", "%s: %s", gan.engine().name(), gan.engine().description());
        line("data", "%s, %,d samples", spec.data().name(), gan.dataset().size());
        line("training", "%,d steps of %d samples, seed %d", steps, spec.batchSize(), spec.seed());
        line("run", "%s", run.root());
        out.println();
    }

    void after(TrainingResult result) {
        out.println();
        line("samples", "%s", run.sample(result.steps()));
        line("checkpoint", "%s", run.checkpoint(result.steps()));
        line("metrics", "%s", run.metrics());
        line("next", "./gan sample %s --count 16 --out grid.png", run.root());
    }

    private void line(String what, String format, Object... values) {
        out.printf(Locale.ROOT, "%-11s%s%n", what, String.format(Locale.ROOT, format, values));
    }
}
