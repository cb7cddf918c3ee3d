package org.gan4j.api.game;

import java.util.List;

/**
 * Phases one after the other; only the last has no end. Which phase a round belongs to, and which batches it uses, is a
 * function of its number alone, so a run that is resumed sees what it would have seen.
 */
public record PhaseSchedule(List<Phase> phases) {
    public PhaseSchedule {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one phase");
        }
        for (int i = 0; i < phases.size(); i++) {
            boolean last = i == phases.size() - 1;
            if (phases.get(i).steps().isEmpty() != last) {
                throw new IllegalArgumentException("the phase " + phases.get(i).name()
                        + (last ? " is the last, and must have no end" : " needs a number of rounds: others follow"));
            }
        }
    }

    /** One phase without end. */
    public static PhaseSchedule of(Phase only) {
        return new PhaseSchedule(List.of(only));
    }

    /** The phase of a round, which counts from 0. */
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

    /** How many batches are used up before a round: the number of its first one. */
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
