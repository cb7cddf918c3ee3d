package org.gan4j.api.application;

import java.util.List;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.training.Trainer;

/**
 * What a task adds to the ingredients that every GAN has: what a batch must hold, what generator and critic are given,
 * further terms, how samples are shown, and what a trained one can be asked for. It has no training loop and writes no
 * files: the one {@link Trainer} plays its {@link Plan}. docs/applications.md sketches a dozen.
 */
public interface Application extends Component {
    /** What speaks against it with these ingredients and data, each as a sentence with what to do; empty if nothing does. */
    List<String> problems(GanComponents components, DataSchema data);

    /** The ingredients with every setting that was left open decided, so that they can be written down. */
    default GanComponents resolved(GanComponents components, DataSchema data) {
        return components;
    }

    /**
     * The networks, with fresh variables, and how they are trained, shown and asked. Called once nothing speaks against
     * it.
     */
    Plan plan(GanComponents components, DataSchema data, long seed);
}
