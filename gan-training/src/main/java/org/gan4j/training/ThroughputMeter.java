package org.gan4j.training;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.gan4j.api.evaluation.NumberPart;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener.Progress;

/** A meter of training speed, averaged over about the last fifty steps, that formats the progress as one line. */
public final class ThroughputMeter {
    private static final double WINDOW = 50;
    /** The numbers of the last evaluation in a line. */
    private static final int SHOWN = 2;

    private final LongSupplier nanoTime;
    private int from;
    private long start;
    private long last;
    private double secondsPerStep;
    private String quality = "";

    /** Creates a meter that reads the given clock. */
    public ThroughputMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Starts the measurement before the first step. */
    public void start(Progress progress) {
        from = progress.step();
        start = nanoTime.getAsLong();
        last = start;
    }

    /** Records the end of a step. */
    public void step(Progress progress) {
        long now = nanoTime.getAsLong();
        double weight = Math.max(1.0 / (progress.step() - from), 1 / WINDOW);
        secondsPerStep += weight * ((now - last) / 1e9 - secondsPerStep);
        last = now;
    }

    /** Records an evaluation, during which training waited: its time counts for no step. */
    public void evaluated(EvaluatedStep evaluated) {
        long took = evaluated.took().toNanos();
        start += took;
        last += took;
        quality = evaluated.values().entrySet().stream()
                .filter(each ->
                        !NumberPart.isPart(each.getKey(), evaluated.values().keySet()))
                .limit(SHOWN)
                .map(each -> "  " + each.getKey() + " " + number(each.getValue()))
                .collect(Collectors.joining());
    }

    /** Returns the seconds from the start to the last step, without evaluations. */
    public double seconds() {
        return (last - start) / 1e9;
    }

    /**
     * Formats a line such as {@code step 100/2000  loss.critic 1.234  loss.generator 0.987  5.3 steps/s  left 5:40}. The
     * first numbers of the last evaluation follow the losses, if there was one.
     */
    public String line(Progress progress) {
        double rate = progress.isLast() ? (progress.step() - from) / seconds() : 1 / secondsPerStep;
        String time = progress.isLast()
                ? "took " + clock(seconds())
                : "left " + clock((progress.steps() - progress.step()) / rate);
        return String.format(
                Locale.ROOT,
                "step %d/%d  %s%s  %.1f steps/s  %s",
                progress.step(),
                progress.steps(),
                losses(progress),
                quality,
                rate,
                time);
    }

    /** Formats the total losses of all players, without their terms. */
    private static String losses(Progress progress) {
        return progress.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().matches("loss\\.[^.]+"))
                .map(metric -> metric.getKey() + " " + number(metric.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1e5 ? "%.3f" : "%.3e", value);
    }

    private static String clock(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        String hours = time.toHours() == 0 ? "" : time.toHours() + ":";
        String format = hours.isEmpty() ? "%d:%02d" : "%02d:%02d";
        return hours + String.format(Locale.ROOT, format, time.toMinutesPart(), time.toSecondsPart());
    }
}
