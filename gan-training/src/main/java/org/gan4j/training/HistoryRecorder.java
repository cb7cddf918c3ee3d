package org.gan4j.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.api.training.TrainingListener;

/**
 * A listener that records the metrics of at most 1,000 steps, however long the training is. It keeps the steps whose
 * number is a multiple of a period, which starts at 1 and doubles each time there are too many, and the last step. So
 * the same steps are kept in equal trainings.
 */
public final class HistoryRecorder implements TrainingListener {
    private static final int MOST = 1000;

    private final List<TrainingHistory.Step> kept = new ArrayList<>();
    private TrainingHistory.Step last;
    private int period = 1;

    @Override
    public void stepped(Progress progress) {
        record(progress.step(), progress.metrics());
    }

    /** Records a step. If training went back, those from this number on are forgotten. */
    public void record(int step, Map<String, Double> metrics) {
        while (!kept.isEmpty() && kept.get(kept.size() - 1).number() >= step) {
            kept.remove(kept.size() - 1);
        }
        last = new TrainingHistory.Step(step, metrics);
        if (step % period == 0) {
            kept.add(last);
        }
        while (kept.size() >= MOST) { // one less, since the last step is added
            period *= 2;
            kept.removeIf(each -> each.number() % period != 0);
        }
    }

    /** Returns the history so far. */
    public TrainingHistory history() {
        List<TrainingHistory.Step> steps = new ArrayList<>(kept);
        if (last != null && (steps.isEmpty() || steps.get(steps.size() - 1).number() != last.number())) {
            steps.add(last);
        }
        return new TrainingHistory(steps);
    }
}
