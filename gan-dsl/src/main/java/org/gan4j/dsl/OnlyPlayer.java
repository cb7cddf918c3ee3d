package org.gan4j.dsl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;

/**
 * An application in whose game a single player learns, while the others stay as they are. Its updates follow its own
 * optimizer, in turn, whatever the game's coordination is.
 */
record OnlyPlayer(Application of, String player) implements Application {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public Set<GanOption<?>> uses() {
        return of.uses();
    }

    @Override
    public List<String> problems(DataSchema data) {
        return of.problems(data);
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return of.complete(components, data);
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return of.problems(components, data);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return of.resolved(components, data);
    }

    @Override
    public List<String> trainingProblems() {
        return of.trainingProblems();
    }

    @Override
    public Set<String> teachers() {
        return of.teachers();
    }

    @Override
    public Application phases(Map<String, Integer> lengths) {
        return new OnlyPlayer(of.phases(lengths), player);
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Plan whole = of.plan(components, data, seed);
        return whole.with(new PhaseSchedule(
                whole.phaseSchedule().phases().stream().map(this::only).toList()));
    }

    private Phase only(Phase phase) {
        List<Player> players = phase.game().players().stream()
                .filter(each -> each.name().equals(player))
                .toList();
        if (players.isEmpty()) {
            throw new IllegalArgumentException("the game of this GAN has no player called " + player + ", but "
                    + phase.game().players().stream().map(Player::name).toList());
        }
        Game game = new Game(players, phase.game().fields())
                .accumulation(phase.game().accumulation());
        return new Phase(phase.name(), phase.steps(), game, phase.preview(), phase.batchSize(), phase.prepared());
    }
}
