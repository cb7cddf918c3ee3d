package org.gan4j.dsl.run;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.training.PreviewRenderer;

/**
 * Writes the sample preview of the current phase every n steps, from the same latents each time, so that steps can be
 * compared.
 */
final class SamplePreviews implements TrainingListener {
    private final IntFunction<SamplePreview> previews;
    private final Function<SamplePreview, PreviewRenderer> opening;
    private final int every;
    private final IntPredicate written;
    private final ObjIntConsumer<Samples> writing;
    private PreviewRenderer open;

    /**
     * @param previews returns the preview for a step
     * @param opening creates the renderer of a preview
     * @param every the number of steps between two previews
     * @param written tells whether the samples after a step are written
     * @param writing writes the samples after a step
     */
    SamplePreviews(
            IntFunction<SamplePreview> previews,
            Function<SamplePreview, PreviewRenderer> opening,
            int every,
            IntPredicate written,
            ObjIntConsumer<Samples> writing) {
        this.previews = previews;
        this.opening = opening;
        this.every = every;
        this.written = written;
        this.writing = writing;
    }

    /** Makes up the samples that were interrupted after their checkpoint. */
    @Override
    public void started(Progress progress) {
        int step = progress.step();
        if (step > 0 && step % every == 0) {
            sample(step);
        }
    }

    @Override
    public void stepped(Progress progress) {
        if (progress.step() % every == 0 || progress.isLast()) {
            show(progress.step());
        }
    }

    /** Writes the samples after a step, if they are not there. */
    void sample(int step) {
        if (!written.test(step)) {
            show(step);
        }
    }

    private void show(int step) {
        SamplePreview preview = previews.apply(step);
        if (open == null || !open.preview().equals(preview)) {
            closeOpen();
            open = opening.apply(preview);
        }
        writing.accept(new Samples(open.show(step), preview.columns()), step);
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
