package org.gan4j.apps.tabular;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.tensor.Shape;

/**
 * The networks of a GAN of rows: the generator maps latents and a condition to a row before its activation, the critic scores a
 * row and its condition.
 */
record TabularNetworks(
        Field row,
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
                table,
                new RowConditions(table.choices()),
                new RowActivation(table.blocks(), tabular.temperature()),
                components.latents(),
                components.generator().build(generatorSpec(components, data, seed)),
                components.critic().build(criticSpec(components, data, seed)),
                tabular.target(table).map(target -> TargetClassifier.of(target, table.width(), seed)));
    }

    static NetworkSpec generatorSpec(GanComponents components, DataSchema data, long seed) {
        NetworkSpec spec = components.generatorSpec(data.image().shape(), seed);
        return spec.latents(components.generator().latent() + conditions(data));
    }

    static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        return components.criticSpec(Shape.of((long) data.image().shape().size() + conditions(data)), seed);
    }

    private static int conditions(DataSchema data) {
        return new RowConditions(data.table().orElseThrow().choices()).width();
    }

    /** Returns all networks. */
    List<Network> all() {
        return Stream.concat(Stream.of(generator, critic), classifier.stream().map(TargetClassifier::network))
                .toList();
    }
}
