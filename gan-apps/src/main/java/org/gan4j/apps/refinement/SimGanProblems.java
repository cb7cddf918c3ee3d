package org.gan4j.apps.refinement;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.apps.images.ImageNetworks;
import org.gan4j.tensor.Shape;

/** Validation of SimGAN's settings, data and components. */
record SimGanProblems(SimGan settings, DataSchema data) {
    private static final long MOST_HISTORY = 1_000_000_000;
    private static final int MILLION = 1_000_000;

    /** Returns the problems of the settings and the data. */
    List<String> ofData() {
        List<String> problems = new ArrayList<>(ofSettings());
        List<String> has = data.fields().stream().map(Field::name).toList();
        if (!data.has(Field.IMAGE)) {
            problems.add("simgan needs the field image, real images; the data have " + has
                    + ": use the data source unpaired, with the real images first");
        }
        if (!data.has(SimGan.SYNTHETIC)) {
            problems.add("simgan needs the field other-image, synthetic images; the data have " + has
                    + ": use the data source unpaired, with the synthetic images second");
        }
        if (data.has(Field.IMAGE) && data.has(SimGan.SYNTHETIC)) {
            problems.addAll(
                    ofImages(data.image().shape(), data.field(SimGan.SYNTHETIC).shape()));
        }
        return problems;
    }

    private List<String> ofSettings() {
        List<String> problems = new ArrayList<>();
        double weight = settings.selfRegularization();
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            problems.add("the self-regularization of simgan must be a weight of at least 0, not " + weight
                    + ": 0.5 is the default, more keeps images closer to the synthetic ones");
        }
        if (settings.history() < 0) {
            problems.add("the history of simgan must have at least 0 places, not " + settings.history()
                    + ": 1000 is the default, 0 is none");
        }
        if (settings.refinerUpdates() < 1) {
            problems.add("the refiner of simgan must make at least 1 update per step, not " + settings.refinerUpdates()
                    + ": 1 is the default");
        }
        if (settings.refinerSteps() < 0 || settings.criticSteps() < 0) {
            problems.add("the phases refiner and critic of simgan cannot have " + settings.refinerSteps() + " and "
                    + settings.criticSteps() + " steps: choose more, or 0 to leave one out");
        }
        return problems;
    }

    private List<String> ofImages(Shape real, Shape synthetic) {
        if (real.rank() != 3 || real.dim(0) != 1 && real.dim(0) != 3) {
            return List.of("simgan refines images, 1×H×W or 3×H×W; the field image has the shape " + real
                    + ": use data with images");
        }
        if (!real.equals(synthetic)) {
            return List.of("simgan needs real and synthetic images of one shape; image has " + real
                    + " and other-image has " + synthetic + ": give both the same size and the same colors");
        }
        long bytes = (long) Float.BYTES * settings.history() * real.size();
        return bytes <= MOST_HISTORY
                ? List.of()
                : List.of("the history of " + settings.history() + " images " + real + " takes "
                        + bytes / MILLION + " MB, in memory and in each checkpoint: set a history of at most "
                        + MOST_HISTORY / Float.BYTES / real.size());
    }

    /** Returns the problems of the components, for settings and data that have none. */
    List<String> of(GanComponents components) {
        List<String> problems = new ArrayList<>(ImageNetworks.problems(
                components,
                SimGanNetworks.refinerSpec(data, 0),
                SimGanNetworks.criticSpec(components, data, 0),
                "images of the size of the synthetic ones"));
        if (settings.refinerUpdates() > 1 && !components.coordination().allowsSeveralUpdates()) {
            problems.add("with the coordination " + components.coordination().name()
                    + " the refiner makes one update per step, but its refiner-updates are "
                    + settings.refinerUpdates()
                    + ": set application.refiner-updates to 1, or use the coordination alternating");
        }
        return problems;
    }
}
