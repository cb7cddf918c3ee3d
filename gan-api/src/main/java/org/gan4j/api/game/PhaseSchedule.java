package org.gan4j.api.game;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * Returns the number of steps of each phase in a run, in the order of the phases. A phase that the run does not
     * reach has 0.
     *
     * @param total the number of steps of the run
     */
    public List<Integer> stepsPerPhase(int total) {
        List<Integer> all = new ArrayList<>();
        int left = total;
        for (Phase phase : phases) {
            int here = Math.min(left, phase.steps().orElse(left));
            all.add(here);
            left -= here;
        }
        return all;
    }

    /** Returns the last step of each phase but the last, counted from 1. */
    public Set<Integer> ends() {
        Set<Integer> ends = new LinkedHashSet<>();
        int end = 0;
        for (Phase phase : phases.subList(0, phases.size() - 1)) {
            end += phase.steps().orElseThrow();
            ends.add(end);
        }
        return ends;
    }

    /** Returns the number of steps of each phase but the last, by name. */
    public Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        phases.forEach(phase -> phase.steps().ifPresent(count -> lengths.put(phase.name(), count)));
        return lengths;
    }

    /**
     * Returns a copy in which some phases have other numbers of steps.
     *
     * @param byName the new number of steps, at least 1, by the name of the phase
     * @throws IllegalArgumentException if there is no phase of this name, if it is the last one, which has no end, or
     *     if a number is less than 1
     */
    public PhaseSchedule lengths(Map<String, Integer> byName) {
        List<String> ended =
                phases.stream().limit(phases.size() - 1L).map(Phase::name).toList();
        Phase last = phases.get(phases.size() - 1);
        for (String name : byName.keySet()) {
            if (!ended.contains(name)) {
                throw new IllegalArgumentException(
                        name.equals(last.name())
                                ? "the phase " + name + " is the last and has no length of its own: set the steps of"
                                        + " the whole run"
                                : "there is no phase " + name + " whose length can be set: use one of " + ended);
            }
        }
        return new PhaseSchedule(phases.stream()
                .map(phase -> phase.steps().isPresent() && byName.containsKey(phase.name())
                        ? phase.steps(byName.get(phase.name()))
                        : phase)
                .toList());
    }

    /**
     * Returns a copy whose phases are scaled to a run of another length: each phase but the last gets its share, rounded
     * and at least 1, and the last phase gets the steps that remain, at least 1.
     *
     * @param designed the number of steps that this schedule was designed for
     * @param total the number of steps of the run
     * @throws IllegalArgumentException if there are fewer steps than phases, or if the phases before the last are not
     *     shorter than the designed run
     */
    public PhaseSchedule scaled(int designed, int total) {
        List<Integer> lengths = new ArrayList<>();
        long sum = 0;
        for (Phase phase : phases.subList(0, phases.size() - 1)) {
            sum += phase.steps().orElseThrow();
            long share = Math.round((double) phase.steps().orElseThrow() * total / designed);
            lengths.add((int) Math.max(1, Math.min(share, total)));
        }
        if (total < phases.size()) {
            throw new IllegalArgumentException("a run of " + total + " steps is too short for the " + phases.size()
                    + " phases " + phases.stream().map(Phase::name).toList() + ": train for at least " + phases.size()
                    + " steps");
        }
        if (sum >= designed) {
            throw new IllegalArgumentException("the phases before the last have " + sum + " steps, which leaves none of"
                    + " the designed " + designed + " for the phase "
                    + phases.get(phases.size() - 1).name() + ": give a larger number of designed steps");
        }
        shorten(lengths, total - 1);
        List<Phase> scaled = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            scaled.add(phases.get(i).steps(lengths.get(i)));
        }
        scaled.add(phases.get(phases.size() - 1));
        return new PhaseSchedule(scaled);
    }

    /** Shortens the longest until the sum is small enough; rounding up exceeds it by at most one step each. */
    private static void shorten(List<Integer> lengths, int most) {
        while (lengths.stream().mapToLong(length -> length).sum() > most) {
            int longest = lengths.indexOf(Collections.max(lengths));
            lengths.set(longest, lengths.get(longest) - 1);
        }
    }
}
