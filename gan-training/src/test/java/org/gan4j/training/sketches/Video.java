package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Contest;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Move;
import org.gan4j.api.Outputs;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** Video: samples [C,T,H,W]; one critic for the motion, one for a frame, drawn anew each move. Shown frame by frame. */
record Video() implements Sketch {
    @Override
    public DataDescription data() {
        return Sketch.data(Sketch.image(1, 3, 4, 4));
    }

    @Override
    public Plan plan(Ingredients ingredients) {
        Tiny generator = Tiny.of("generator", 3, 1, 3, 4, 4);
        Tiny critic = Tiny.critic("critic", 48);
        Tiny frames = Tiny.critic("frame-critic", 16);
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
                return Outputs.of(move.apply(critic, samples).add(move.apply(frames, frame(move, samples))));
            }
        };
        Adversaries pair = new Adversaries(ingredients, contest);
        Game game = new Game(
                List.of(pair.critic(List.of(critic, frames)), pair.generator(List.of(generator))), data().fields());
        Exhibit exhibit = Exhibit.rows(2, 3, move -> move.apply(generator, Sketch.latents(move))
                .slice(0, 0, 2)
                .permute(0, 2, 1, 3, 4)
                .reshape(6, 1, 4, 4));
        return Plan.of(List.of(generator, critic, frames), Timeline.of(Phase.open("training", game, exhibit)))
                .sampling(generator, 3, data().image());
    }

    private static Tensor frame(Move move, Tensor video) {
        Tensor which = move.random("frame").uniform(1).mul(3).cast(DType.INT);
        return video.gather(2, which).reshape(-1, 1, 4, 4);
    }
}
