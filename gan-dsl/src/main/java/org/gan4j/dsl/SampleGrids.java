package org.gan4j.dsl;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.gan4j.api.Exhibit;
import org.gan4j.api.TrainingListener;
import org.gan4j.training.Exhibition;
import org.gan4j.training.RunDirectory;

/**
 * Writes the exhibit of the phase now and then, so that pictures of different steps can be compared; samples that are no
 * pictures are written as an array.
 */
final class SampleGrids implements TrainingListener {
    private final IntFunction<Exhibit> exhibits;
    private final Function<Exhibit, Exhibition> opening;
    private final RunDirectory run;
    private final int every;
    private Exhibition open;

    /**
     * @param exhibits what is shown after so many steps
     * @param opening makes an exhibit ready
     */
    SampleGrids(IntFunction<Exhibit> exhibits, Function<Exhibit, Exhibition> opening, RunDirectory run, int every) {
        this.exhibits = exhibits;
        this.opening = opening;
        this.run = run;
        this.every = every;
    }

    @Override
    public void stepped(Progress progress) {
        if (progress.step() % every == 0 || progress.isLast()) {
            show(progress.step());
        }
    }

    private void show(int step) {
        Exhibit exhibit = exhibits.apply(step);
        if (open == null || open.exhibit() != exhibit) {
            closeOpen();
            open = opening.apply(exhibit);
        }
        Samples samples = new Samples(open.show(step), exhibit.columns());
        if (samples.arePictures()) {
            samples.saveGrid(run.sample(step));
        } else {
            samples.saveNpy(run.sampleArray(step));
        }
    }

    @Override
    public void ended(Progress progress) {
        closeOpen();
    }

    private void closeOpen() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
