package org.gan4j.apps.tabular;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.tables.Block;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The networks of a GAN of rows: the generator maps latents, a condition and the columns that are given to the others before their
 * activation, the critic scores a row and its condition.
 */
record TabularNetworks(
        Field row,
        Optional<Field> column,
        TableEncoding table,
        RowConditions conditions,
        RowActivation activation,
        LatentSpace space,
        Network generator,
        Network critic,
        Optional<TargetClassifier> classifier) {
    static TabularNetworks of(Tabular tabular, GanComponents components, DataSchema data, long seed) {
        TableEncoding table = data.table().orElseThrow();
        return new TabularNetworks(
                data.image(),
                Optional.of(TableEncoding.CONDITION).filter(data::has).map(data::field),
                table,
                RowConditions.of(table),
                new RowActivation(made(table), tabular.temperature()),
                components.latents(),
                components.generator().build(generatorSpec(components, data, seed)),
                components.critic().build(criticSpec(components, data, seed)),
                tabular.target(table).map(target -> TargetClassifier.of(target, table.width(), seed)));
    }

    static NetworkSpec generatorSpec(GanComponents components, DataSchema data, long seed) {
        TableEncoding table = data.table().orElseThrow();
        NetworkSpec spec = components.generatorSpec(Shape.of(table.madeWidth()), seed);
        return spec.latents(components.generator().latent() + conditions(data) + table.width() - table.madeWidth());
    }

    static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        return components.criticSpec(Shape.of((long) data.image().shape().size() + conditions(data)), seed);
    }

    private static int conditions(DataSchema data) {
        return RowConditions.of(data.table().orElseThrow()).width();
    }

    private static List<Block> made(TableEncoding table) {
        return table.blocks().stream()
                .filter(block -> block.offset() < table.madeWidth())
                .toList();
    }

    /** Returns the length of the part of a row that is given. */
    int givenWidth() {
        return table.width() - table.madeWidth();
    }

    /** Returns the part of rows that is given; empty if all of it is made. */
    Optional<Tensor> given(Tensor rows) {
        return givenWidth() == 0 ? Optional.empty() : Optional.of(rows.slice(1, table.madeWidth(), table.width()));
    }

    /** Returns whole rows. */
    Tensor whole(Tensor made, Optional<Tensor> given) {
        return joined(made, given, Optional.empty());
    }

    /** Returns the input of a network, of which parts may be missing. */
    static Tensor joined(Tensor first, Optional<Tensor> second, Optional<Tensor> third) {
        List<Tensor> parts = Stream.of(Optional.of(first), second, third)
                .flatMap(Optional::stream)
                .toList();
        return parts.size() == 1 ? first : Tensor.concat(1, parts);
    }

    /** Returns the fields of the data that training needs. */
    List<Field> fields() {
        return Stream.concat(Stream.of(row), column.stream()).toList();
    }

    /** Returns all networks. */
    List<Network> all() {
        return Stream.concat(Stream.of(generator, critic), classifier.stream().map(TargetClassifier::network))
                .toList();
    }
}
