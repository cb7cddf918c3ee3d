package org.gan4j.training.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;
import org.gan4j.training.diagnosis.DiagnosisEvent.Source;

/** The failures that were reported and are not over, so that each is reported once. */
final class ActiveFailures {
    /** The number of looks in a row without the failure, by player and kind. */
    private final Map<Kind, Map<String, Integer>> active = new EnumMap<>(Kind.class);

    private final Source source;
    private final int clear;

    /**
     * Begins without failures.
     *
     * @param clear the number of looks in a row without a failure after which it is over
     */
    ActiveFailures(Source source, int clear) {
        this.source = source;
        this.clear = clear;
    }

    /**
     * Compares what was found with what was reported before.
     *
     * @param kinds the kinds that were looked for
     * @param explained what was found, but follows from another failure: it does not begin, and is not over
     * @return the failures that began, and those that are over
     */
    List<DiagnosisEvent> update(int step, Set<Kind> kinds, List<Diagnosis> found, List<Diagnosis> explained) {
        List<DiagnosisEvent> events = new ArrayList<>();
        for (Diagnosis each : found) {
            if (of(each.kind()).put(each.player(), 0) == null) {
                events.add(DiagnosisEvent.of(each, source));
            }
        }
        for (Kind kind : kinds) {
            for (Iterator<Map.Entry<String, Integer>> all = of(kind).entrySet().iterator(); all.hasNext(); ) {
                Map.Entry<String, Integer> each = all.next();
                boolean still = Stream.concat(found.stream(), explained.stream())
                        .anyMatch(one -> one.kind() == kind && one.player().equals(each.getKey()));
                if (!still && each.setValue(each.getValue() + 1) + 1 >= clear) {
                    all.remove();
                    events.add(new DiagnosisEvent(step, kind, each.getKey(), source, Optional.empty()));
                }
            }
        }
        return events;
    }

    /** Takes over the state after an event. */
    void restore(DiagnosisEvent event) {
        Optional<Diagnosis> began = event.diagnosis();
        if (began.isPresent()) {
            of(event.kind()).put(event.player(), 0);
        } else {
            of(event.kind()).remove(event.player());
        }
    }

    private Map<String, Integer> of(Kind kind) {
        return active.computeIfAbsent(kind, any -> new TreeMap<>());
    }
}
