package org.gan4j.cli.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gan4j.dsl.experiment.ExperimentDraft;

/**
 * What a study compares: arms, each with several seeds.
 *
 * @param base a recipe, or the path of an experiment.yaml
 * @param settings the settings of all arms
 * @param arms the alternatives
 * @param seeds the seeds of each arm
 * @param steps the number of steps of each run; the experiment's if empty
 * @param time the time for which each run trains, in place of a number of steps
 */
public record StudyPlan(
        String base,
        Map<String, JsonNode> settings,
        List<Arm> arms,
        List<Long> seeds,
        Optional<Integer> steps,
        Optional<Duration> time) {
    /**
     * Validates the plan.
     *
     * @throws IllegalArgumentException if there are no arms or seeds, two arms have one name, or a number is not
     *     positive
     */
    public StudyPlan {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        arms = List.copyOf(arms);
        seeds = List.copyOf(seeds);
        require(!arms.isEmpty(), "the study has no arms: vary a key, or name an arm");
        require(!seeds.isEmpty(), "the study has no seeds: pass a number of seeds, such as 3");
        Set<String> folders = new HashSet<>();
        for (Arm arm : arms) {
            require(
                    folders.add(folder(arm)),
                    "two arms of the study are called " + arm.name() + ", or almost so: give them other names");
        }
        require(new HashSet<>(seeds).size() == seeds.size(), "a seed of the study occurs twice in " + seeds);
        require(steps.isEmpty() || steps.get() >= 1, "the number of steps must be at least 1");
        require(
                time.filter(given -> given.isZero() || given.isNegative()).isEmpty(),
                "the time of each run must be above 0: write it as 90s, 4m or 2h");
        require(steps.isEmpty() || time.isEmpty(), "a study has a number of steps or a time, not both: leave out one");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /**
     * Returns the combinations of the values of several keys as arms, followed by named arms. Without either, the
     * experiment as it is is the only arm.
     */
    public static List<Arm> arms(Map<String, List<JsonNode>> varied, List<Arm> named) {
        List<Arm> all = new ArrayList<>(varied.isEmpty() ? List.of() : Arm.grid(varied));
        all.addAll(named);
        return all.isEmpty() ? List.of(Arm.base()) : all;
    }

    /**
     * Parses seeds: their number, counted from 1, or a list such as {@code 1,2,5}.
     *
     * @throws IllegalArgumentException if they are not whole numbers
     */
    public static List<Long> seeds(String typed) {
        try {
            if (typed.contains(",")) {
                return SettingText.split(typed, ',').stream()
                        .map(each -> Long.valueOf(each.strip()))
                        .toList();
            }
            List<Long> seeds = new ArrayList<>();
            for (long seed = 1; seed <= Integer.parseInt(typed.strip()); seed++) {
                seeds.add(seed);
            }
            return seeds;
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "the seeds must be a number of seeds, such as 3, or a list, such as 1,2,5; not " + typed, wrong);
        }
    }

    /**
     * Parses a time such as {@code 90s}, {@code 4m} or {@code 2h}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static Duration time(String typed) {
        if (!typed.matches("\\d{1,6}[smh]")) {
            throw new IllegalArgumentException("the time must be written as 90s, 4m or 2h, not " + typed);
        }
        return Duration.parse("PT" + typed.toUpperCase(Locale.ROOT));
    }

    /** Returns the cells, seed by seed, so that a study that is stopped early has compared all arms. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (long seed : seeds) {
            for (Arm arm : arms) {
                cells.add(new Cell(arm, seed));
            }
        }
        return cells;
    }

    /** Returns the draft of an arm. */
    ExperimentDraft applied(Arm arm, ExperimentDraft draft) {
        return arm.applied(new Arm("all", settings).applied(draft));
    }

    /** Returns the name of an arm's folder. */
    static String folder(Arm arm) {
        String plain = arm.name().replaceAll("[^\\w.=-]+", "-").replaceAll("^[-.]+|-+$", "");
        return plain.isEmpty() ? "arm" : plain;
    }
}
