package org.gan4j.api;

import java.util.List;

/**
 * What a task adds to the ingredients that every GAN has: what a batch must hold, what generator and critic are given,
 * further terms, how samples are shown, and what a trained one can be asked for. It has no training loop and writes no
 * files: the one {@link Trainer} plays its {@link Plan}. docs/applications.md sketches a dozen.
 */
public interface Application extends Component {
    /** What speaks against it with these ingredients and data, each as a sentence with what to do; empty if nothing does. */
    List<String> problems(Ingredients ingredients, DataDescription data);

    /** The ingredients with every setting that was left open decided, so that they can be written down. */
    default Ingredients resolved(Ingredients ingredients, DataDescription data) {
        return ingredients;
    }

    /**
     * The networks, with fresh variables, and how they are trained, shown and asked. Called once nothing speaks against
     * it.
     */
    Plan plan(Ingredients ingredients, DataDescription data, long seed);
}
