package org.gan4j.training;

import java.util.Optional;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A schedule times a factor that a run lowers when it goes back to an {@link EarlierCheckpoint}. The factor is a variable,
 * so checkpoints have it, and a resumed run continues with it.
 *
 * @param schedule the schedule of a player; empty for a constant rate
 */
public record LoweredRate(Optional<LearningRateSchedule> schedule) implements LearningRateSchedule {
    /** The factor on the rates of all players, 1 until a run goes back. */
    public static final Variable FACTOR = Variable.of("training/rate-factor", Tensor.full(DType.DOUBLE, 1));

    /** Returns the phases with the rates of all players times the factor. */
    public static PhaseSchedule in(PhaseSchedule phases) {
        return new PhaseSchedule(phases.phases().stream()
                .map(phase -> phase.game(in(phase.game())))
                .toList());
    }

    private static Game in(Game game) {
        return game.players(game.players().stream()
                .map(player -> player.schedule(Optional.of(new LoweredRate(player.schedule()))))
                .toList());
    }

    @Override
    public String name() {
        return "lowered";
    }

    @Override
    public String summary() {
        return "a schedule times a factor that is lowered when training goes back";
    }

    @Override
    public Tensor factor(Tensor step) {
        return schedule.map(each -> each.factor(step).mul(FACTOR.value())).orElse(FACTOR.value());
    }
}
