package org.gan4j.metrics;

import java.util.List;
import org.gan4j.api.GanPlugin;
import org.gan4j.api.Metric;

/** Makes what is in this module known by name. */
public final class MetricsPlugin implements GanPlugin {
    @Override
    public List<Metric> metrics() {
        return List.of(
                PrecisionRecall.standard(), DensityCoverage.standard(), new KernelDistance(), new PeakSignalToNoise());
    }
}
