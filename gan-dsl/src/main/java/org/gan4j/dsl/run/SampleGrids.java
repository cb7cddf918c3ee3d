package org.gan4j.dsl.run;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.training.PreviewRenderer;
import org.gan4j.training.RunDirectory;

/**
 * Writes the exhibit of the phase now and then, so that pictures of different steps can be compared; samples that are no
 * pictures are written as an array.
 */
final class SampleGrids implements TrainingListener {
    private final IntFunction<SamplePreview> previews;
    private final Function<SamplePreview, PreviewRenderer> opening;
    private final RunDirectory run;
    private final int every;
    private PreviewRenderer open;

    /**
     * @param previews what is shown after so many steps
     * @param opening makes an exhibit ready
     */
    SampleGrids(
            IntFunction<SamplePreview> previews,
            Function<SamplePreview, PreviewRenderer> opening,
            RunDirectory run,
            int every) {
        this.previews = previews;
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
        SamplePreview preview = previews.apply(step);
        if (open == null || open.preview() != preview) {
            closeOpen();
            open = opening.apply(preview);
        }
        Samples samples = new Samples(open.show(step), preview.columns());
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
