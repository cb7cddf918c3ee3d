package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the folder of a run says at a moment.
 *
 * @param name the name for people, at first that of the folder
 * @param state what the run is doing
 * @param step the number of completed steps
 * @param planned the number of planned steps, if it is known
 * @param settings experiment.yaml, as it is
 * @param experiment experiment.yaml as a tree; an empty object if there is none
 * @param curves the metrics of the steps
 * @param samples the images of samples, in the order of their steps
 * @param evaluations the lines of evaluations.jsonl
 * @param events the lines of events.jsonl
 * @param trainings the lines of history.jsonl
 * @param times how long each training took
 */
public record RunReport(
        String name,
        RunState state,
        int step,
        OptionalInt planned,
        String settings,
        JsonNode experiment,
        Curves curves,
        List<SampleImage> samples,
        List<JsonNode> evaluations,
        List<JsonNode> events,
        List<JsonNode> trainings,
        List<TrainingTime> times) {
    /** Copies the lists. */
    public RunReport {
        samples = List.copyOf(samples);
        evaluations = List.copyOf(evaluations);
        events = List.copyOf(events);
        trainings = List.copyOf(trainings);
        times = List.copyOf(times);
    }

    /** Returns a copy with another name, such as the path by which somebody names the folder. */
    public RunReport named(String other) {
        return new RunReport(
                other,
                state,
                step,
                planned,
                settings,
                experiment,
                curves,
                samples,
                evaluations,
                events,
                trainings,
                times);
    }

    /** Returns a copy in another state. */
    public RunReport in(RunState other) {
        return new RunReport(
                name,
                other,
                step,
                planned,
                settings,
                experiment,
                curves,
                samples,
                evaluations,
                events,
                trainings,
                times);
    }
}
