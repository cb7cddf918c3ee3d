package org.gan4j.apps.refinement;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.apps.TinyApplication;
import org.gan4j.architectures.refiner.Refinement;
import org.gan4j.data.Unpaired;
import org.gan4j.losses.LossPresets;
import org.junit.jupiter.api.Nested;

class SimGanContractTest {
    /** Several updates of both players, and a history. */
    @Nested
    class AsInThePaper extends TinySimGan {
        @Override
        protected Application application() {
            return SimGan.standard().refinerUpdates(2).history(3).before(2, 2);
        }
    }

    /** One update of the refiner, which every coordination allows, no history and no phases before the game. */
    @Nested
    class Plain extends TinySimGan {
        @Override
        protected Application application() {
            return SimGan.standard().history(0).before(0, 0);
        }
    }

    private abstract static class TinySimGan extends TinyApplication {
        @Override
        protected DataSource source() {
            float[][] synthetic = new float[5][64];
            for (int i = 0; i < synthetic.length; i++) {
                for (int j = 0; j < synthetic[i].length; j++) {
                    synthetic[i][j] = (float) Math.cos(i * 7 + j * 0.3);
                }
            }
            return new Unpaired(super.source(), DataSource.of(synthetic, 1, 8, 8));
        }

        @Override
        protected GanComponents components() {
            return LossPresets.NON_SATURATING
                    .components()
                    .generator(Refinement.refiner().width(2).blocks(1))
                    .critic(Refinement.critic().width(2))
                    .with(GanComponents.CRITIC_UPDATES, 2)
                    .with(GanComponents.EMA, 0.9);
        }
    }
}
