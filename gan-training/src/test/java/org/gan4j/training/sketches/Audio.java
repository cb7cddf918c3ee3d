package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Contest;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Outputs;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** Audio: samples [C,T], shifted by a random phase before the critic hears them; no pictures, so arrays are shown. */
record Audio() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 8));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 3, 1, 8);
        Tiny critic = Tiny.critic("critic", 8);
        Contest contest = new Contest() {
            @Override
            public Tensor real(Move move) {
                return move.data(Field.IMAGE);
            }

            @Override
            public Tensor fake(Move move) {
                return move.apply(generator, Sketch.latents(move));
            }

            @Override
            public Outputs judge(Move move, Tensor samples) {
                return move.apply(critic, Inputs.of(shifted(move, samples)));
            }
        };
        Game game = new Game(new Adversaries(ingredients, contest).players(generator, critic), data().fields());
        Exhibit exhibit = Exhibit.of(4, move -> move.apply(generator, Sketch.latents(move)));
        return Plan.of(List.of(generator, critic), Timeline.of(Phase.open("training", game, exhibit)))
                .sampling(generator, 3, data().image());
    }

    /** By 0, 1 or 2 places, the first repeated at the border. */
    private static Tensor shifted(Move move, Tensor samples) {
        Tensor by = move.random("phase").uniform(1).mul(3).cast(DType.INT);
        return samples.gather(2, Tensor.arange(8).sub(by).maximum(Tensor.of(new int[] {0}, 1)));
    }
}
