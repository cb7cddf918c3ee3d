package org.gan4j.api.game;

import java.util.List;

/**
 * A sequence of phases, of which only the last has no end. The phase and the batches of a step are functions of the
 * step's number alone, so a resumed run sees the same data as an uninterrupted one.
 *
 * @param phases the phases in order, at least one
 */
public record PhaseSchedule(List<Phase> phases) {
    /**
     * Validates the phases.
     *
     * @throws IllegalArgumentException if there is no phase, the last has an end, or another has none
     */
    public PhaseSchedule {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a phase schedule needs at least one phase");
        }
        for (int i = 0; i < phases.size(); i++) {
            boolean last = i == phases.size() - 1;
            if (phases.get(i).steps().isEmpty() != last) {
                throw new IllegalArgumentException("the phase " + phases.get(i).name()
                        + (last
                                ? " is the last, but it ends: use Phase.open for the last phase"
                                : " has no end, but other phases follow: give it a number of steps"));
            }
        }
    }

    /**
     * Returns a schedule of one phase without end.
     *
     * @throws IllegalArgumentException if the phase has an end
     */
    public static PhaseSchedule of(Phase only) {
        return new PhaseSchedule(List.of(only));
    }

    /** Returns the phase of a step, counted from 0. */
    public Phase at(int step) {
        int end = 0;
        for (Phase phase : phases) {
            if (phase.steps().isEmpty() || step < end + phase.steps().getAsInt()) {
                return phase;
            }
            end += phase.steps().getAsInt();
        }
        throw new IllegalStateException("the last phase has no end");
    }

    /** Returns the number of batches used before a step, which is the number of the first batch that it uses. */
    public long batchesBefore(int step) {
        long batches = 0;
        int left = step;
        for (Phase phase : phases) {
            int here = Math.min(left, phase.steps().orElse(left));
            batches += (long) here * phase.game().batchesPerStep();
            left -= here;
        }
        return batches;
    }
}
