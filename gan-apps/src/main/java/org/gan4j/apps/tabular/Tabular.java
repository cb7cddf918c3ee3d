package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.tables.Choice;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.losses.LossPresets;

/**
 * Synthetic rows of a table, CTGAN (<a href="https://arxiv.org/abs/1907.00503">Xu et al. 2019</a>). Numbers are normalized by their
 * modes, see {@link org.gan4j.api.data.tables.ModeNormalization}; choices come from a Gumbel softmax. The generator gets a
 * condition c, the value of one column of choices, and minimizes the cross-entropy of that column, too:
 *
 * <pre>
 * critic:    L_C(D(r, c), D(G(z, c), c))
 * generator: L_G(D(r, c), D(G(z, c), c)) + E[-log softmax(G(z, c))_c]
 * </pre>
 *
 * where r is a real row that has c. In training, c is the value of a real row in a column drawn at random; rows are then made with
 * values as frequent as in the table.
 *
 * <p>The data need the data source {@code table}. Without a column of choices there are no conditions. Columns that are given, such
 * as those of a parent table, are an input of both networks.
 *
 * <p>With a target, CTAB-GAN's classifier of that column (<a href="https://arxiv.org/abs/2102.08369">Zhao et al. 2021</a>) learns
 * from real rows, and the generator also minimizes its cross-entropy on generated ones, {@code loss.generator.target}.
 *
 * @param temperature τ of the Gumbel softmax, from 0.01 to 100; 0.2 in CTGAN
 * @param target the column of choices that is to be predicted from the others; empty for none, as in CTGAN
 */
public record Tabular(double temperature, String target) implements Application {
    private static final double CTGAN_TEMPERATURE = 0.2;
    private static final double LEAST_TEMPERATURE = 0.01;
    private static final double MOST_TEMPERATURE = 100;
    private static final int LATENT = 128;
    private static final int LAYERS = 2;
    private static final int WIDTH = 256;
    private static final double DROPOUT = 0.5;
    private static final int PACK = 10;
    private static final int PREVIEWED = 64;

    /** Completes the settings of runs from before there was a target. */
    public Tabular {
        target = target == null ? "" : target;
    }

    /** Returns the application with CTGAN's temperature. */
    public static Tabular ctgan() {
        return new Tabular(CTGAN_TEMPERATURE, "");
    }

    /**
     * Returns a copy with CTAB-GAN's classifier of a column.
     *
     * @param column the name of a column of choices
     */
    public Tabular predicting(String column) {
        return new Tabular(temperature, column);
    }

    /** Returns the column that the classifier tells; empty without one. */
    Optional<Choice> target(TableEncoding table) {
        return table.choices().stream()
                .filter(choice -> choice.column().equals(target))
                .findFirst();
    }

    @Override
    public String name() {
        return "tabular";
    }

    @Override
    public String summary() {
        return "synthetic rows of a table with numbers and categories (CTGAN, Xu et al. 2019)";
    }

    @Override
    public List<String> problems(DataSchema data) {
        if (!data.has(Field.IMAGE)) {
            return List.of("the data have no field image to imitate; they have "
                    + data.fields().stream().map(Field::name).toList());
        }
        if (data.table().isEmpty()) {
            return List.of(
                    "the application tabular needs the rows of a table, which the data source table reads: use data such"
                            + " as {name: table, path: customers.csv}");
        }
        if (data.table().get().width() != data.image().shape().size()) {
            return List.of(
                    "the rows of the table are vectors of " + data.table().get().width()
                            + " numbers, but the field image has the shape "
                            + data.image().shape()
                            + ": restore the keys table and fields as the run wrote them");
        }
        TableEncoding table = data.table().get();
        List<String> choices = table.choices().stream().map(Choice::column).toList();
        if (target(table).filter(one -> one.block().width() == table.width()).isPresent()) {
            return List.of("the application tabular has the target " + target
                    + ", but no other column to tell it from is learned: leave out the target");
        }
        return target.isEmpty() || choices.contains(target)
                ? List.of()
                : List.of("the application tabular has the target " + target
                        + ", which is no column of categories or of yes and no" + Suggestions.ending(target, choices));
    }

    /** Takes CTGAN's sizes: 128 latents, two layers of 256, of which the generator passes on the inputs, dropout 0.5 and packs of ten in the critic, and its loss. */
    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.WGAN_GP
                .components()
                .generator(Mlp.generator()
                        .latent(LATENT)
                        .layers(LAYERS)
                        .width(WIDTH)
                        .normalization(Normalization.BATCH)
                        .concatenated(true))
                .critic(Packing.of(Mlp.critic().layers(LAYERS).width(WIDTH).dropout(DROPOUT), PACK))
                .with(GanComponents.CRITIC_UPDATES, 1));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        List<String> problems = new ArrayList<>(components.problems(
                TabularNetworks.generatorSpec(components, data, 0), TabularNetworks.criticSpec(components, data, 0)));
        if (!(temperature >= LEAST_TEMPERATURE && temperature <= MOST_TEMPERATURE)) {
            problems.add("the temperature of the Gumbel softmax must be from " + LEAST_TEMPERATURE + " to "
                    + MOST_TEMPERATURE + ", not " + temperature + ": 0.2 is usual");
        }
        if (!(components.latents().distribution() instanceof NormalLatents)) {
            problems.add("the application tabular draws the choices of a row from normal latents, not from "
                    + components.latents().distribution().name() + ": use normal");
        }
        return problems;
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(
                TabularNetworks.generatorSpec(components, data, 0), TabularNetworks.criticSpec(components, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        TabularNetworks networks = TabularNetworks.of(this, components, data, seed);
        AdversarialPlayers pair = new AdversarialPlayers(components, new TabularModel(networks));
        List<Player> players = new ArrayList<>();
        networks.classifier()
                .ifPresent(each -> players.add(each.player(networks.row().name(), components.criticOptimizer())));
        players.addAll(pair.players(networks.generator(), networks.critic()));
        Game game = components.game(players, networks.fields());
        SamplePreview preview = SamplePreview.of(PREVIEWED, new TabularModel(networks)::generate);
        Weights usual = components.movingAverage().isPresent() ? Weights.EMA : Weights.LATEST;
        Plan plan = Plan.of(networks.all(), PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(TableSampler.class, runner -> RowSampler.of(networks, RowGenerator.of(runner, networks), usual));
        return networks.givenWidth() > 0
                ? plan // latents alone make no rows
                : plan.with(LatentSampler.class, runner -> RowGenerator.of(runner, networks))
                        .with(
                                Evaluable.class,
                                runner -> Evaluable.samples(networks.row(), RowGenerator.of(runner, networks)));
    }
}
