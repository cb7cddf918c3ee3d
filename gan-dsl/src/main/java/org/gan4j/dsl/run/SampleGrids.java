package org.gan4j.dsl.run;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.training.PreviewRenderer;
import org.gan4j.training.RunDirectory;

/**
 * Writes the sample preview of the current phase every n steps, from the same latents each time, so that steps can be
 * compared. Samples that are not images are written as an array.
 */
final class SampleGrids implements TrainingListener {
    private final IntFunction<SamplePreview> previews;
    private final Function<SamplePreview, PreviewRenderer> opening;
    private final RunDirectory run;
    private final int every;
    private PreviewRenderer open;

    /**
     * @param previews returns the preview for a step
     * @param opening creates the renderer of a preview
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
        if (samples.areImages()) {
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
