package org.gan4j.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.training.TrainingListener;

/**
 * A listener that says after ten steps how long a training takes and how much memory it has used; again after a hundred if it
 * was wrong by a quarter, since Java compiles in the meantime. Steps of another phase may cost more or less, so it speaks of the
 * current phase alone, and again when the next one has begun. The progress line counts down from then on.
 */
final class Expectation implements TrainingListener {
    private static final int WARM_UP = 2;
    private static final int MEASURED = 10;
    private static final int SETTLED = 100;
    private static final double NOTICEABLE = 0.25;
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;

    private final Consumer<String> out;
    private final LongSupplier nanoTime;
    private final Supplier<OptionalLong> memory;
    private PhaseSchedule phases;
    private int phase = -1;
    private int entered;
    private long since;
    private double secondsPerStep;

    Expectation(Consumer<String> out) {
        this(out, System::nanoTime, ProcessMemory::peak);
    }

    Expectation(Consumer<String> out, LongSupplier nanoTime, Supplier<OptionalLong> memory) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.memory = memory;
    }

    /** Sets the phases that are trained; until then, it says nothing. */
    void of(PhaseSchedule trained) {
        phases = trained;
    }

    @Override
    public void stepped(Progress progress) {
        if (phases == null) {
            return;
        }
        List<Integer> lengths = phases.stepsPerPhase(progress.steps());
        int current = phases.phases().indexOf(phases.at(progress.step() - 1));
        if (current != phase) {
            phase = current;
            entered = progress.step();
        }
        int done = progress.step() - entered + 1;
        if (done == WARM_UP || done == MEASURED || done == SETTLED) {
            long now = nanoTime.getAsLong();
            int ends = lengths.subList(0, phase + 1).stream()
                    .mapToInt(length -> length)
                    .sum();
            if (done > WARM_UP && ends - progress.step() >= done) {
                double seconds = (now - since) / 1e9 / (done - (done == MEASURED ? WARM_UP : MEASURED));
                expect(done == SETTLED, seconds, ends - progress.step(), lengths.get(phase));
            }
            since = now;
        }
    }

    private void expect(boolean again, double seconds, int left, int steps) {
        if (!again || Math.abs(seconds / secondsPerStep - 1) > NOTICEABLE) {
            out.accept(sentence(steps, seconds * left));
        }
        secondsPerStep = seconds;
    }

    private String sentence(int steps, double seconds) {
        String time = "expected   about " + time(seconds) + " more for the ";
        String used = memory.get().isPresent()
                ? "; memory until now " + size(memory.get().getAsLong())
                : "";
        int count = phases.phases().size();
        if (count == 1) {
            return time + String.format(Locale.ROOT, "%,d steps", steps) + used;
        }
        Phase own = phases.phases().get(phase);
        return time
                + String.format(Locale.ROOT, "%,d steps of %s, phase %d of %d", steps, own.name(), phase + 1, count)
                + (phase + 1 < count ? ", and the others may cost more or less" : "")
                + used;
    }

    /** Returns a duration as people say it, such as {@code 42 minutes}. */
    static String time(double seconds) {
        if (seconds < 1.5 * MINUTE) {
            return plural(Math.round(seconds), "second");
        }
        return seconds < 1.5 * HOUR
                ? plural(Math.round(seconds / MINUTE), "minute")
                : String.format(Locale.ROOT, "%.1f hours", seconds / HOUR);
    }

    private static String plural(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** Returns a size as people say it, such as {@code 1.8 GB}. */
    static String size(long bytes) {
        return bytes < 1e9
                ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
