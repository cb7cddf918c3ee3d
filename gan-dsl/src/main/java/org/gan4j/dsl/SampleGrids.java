package org.gan4j.dsl;

import org.gan4j.api.TrainingListener;
import org.gan4j.training.RunDirectory;

/**
 * Writes a grid of samples from fixed latents now and then, so that pictures of different steps can be compared;
 * samples that are no pictures are written as an array.
 */
final class SampleGrids implements TrainingListener {
    private final Gan gan;
    private final RunDirectory run;
    private final int every;
    private final int count;

    SampleGrids(Gan gan, RunDirectory run, int every, int count) {
        this.gan = gan;
        this.run = run;
        this.every = every;
        this.count = count;
    }

    @Override
    public void stepped(Progress progress) {
        if (progress.step() % every == 0 || progress.isLast()) {
            Samples samples = gan.sample(count);
            if (samples.arePictures()) {
                samples.saveGrid(run.sample(progress.step()));
            } else {
                samples.saveNpy(run.sampleArray(progress.step()));
            }
        }
    }
}
