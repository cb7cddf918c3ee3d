package org.gan4j.dsl.sketches;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.Dataset;
import org.junit.jupiter.api.Nested;

class MoreSketchesContractTest {
    /** The contract on small components and data. */
    abstract static class OnSketch extends TinyContract {
        private final MoreSketches sketch;

        OnSketch(MoreSketches sketch) {
            this.sketch = sketch;
        }

        @Override
        protected Application application() {
            return sketch.application();
        }

        @Override
        protected GanComponents components() {
            return sketch.components();
        }

        @Override
        protected Dataset data() {
            return sketch.data().open();
        }
    }

    @Nested
    class OfSemiSupervised extends OnSketch {
        OfSemiSupervised() {
            super(MoreSketches.SEMI_SUPERVISED);
        }
    }

    @Nested
    class OfVideo extends OnSketch {
        OfVideo() {
            super(MoreSketches.VIDEO);
        }
    }

    @Nested
    class OfAudio extends OnSketch {
        OfAudio() {
            super(MoreSketches.AUDIO);
        }
    }

    @Nested
    class OfSequences extends OnSketch {
        OfSequences() {
            super(MoreSketches.SEQUENCES);
        }
    }

    @Nested
    class OfRewardedSequences extends OnSketch {
        OfRewardedSequences() {
            super(MoreSketches.REWARDED_SEQUENCES);
        }
    }

    @Nested
    class OfTabular extends OnSketch {
        OfTabular() {
            super(MoreSketches.TABULAR);
        }
    }

    @Nested
    class OfProgressiveGrowing extends OnSketch {
        OfProgressiveGrowing() {
            super(MoreSketches.PROGRESSIVE_GROWING);
        }
    }
}
