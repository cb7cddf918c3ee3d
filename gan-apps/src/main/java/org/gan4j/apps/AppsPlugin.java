package org.gan4j.apps;

import java.util.List;
import org.gan4j.api.Application;
import org.gan4j.api.GanPlugin;

/** Makes this module's applications known by name. */
public final class AppsPlugin implements GanPlugin {
    @Override
    public List<Application> applications() {
        return List.of(Conditional.concatenation(), SemiSupervised.featureMatching());
    }
}
