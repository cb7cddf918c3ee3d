package org.gan4j.apps.infogan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.training.GameTrainer;
import org.junit.jupiter.api.Test;

class InfoGanTest {
    private static final int BATCH = 32;

    /** Returns points around three centers, without labels. */
    private static Dataset clusters() {
        float[][] points = IntStream.range(0, 96)
                .mapToObj(i -> new float[] {
                    (float) (0.8 * Math.cos(i % 3 * 2 * Math.PI / 3) + 0.05 * Math.sin(i)),
                    (float) (0.8 * Math.sin(i % 3 * 2 * Math.PI / 3) + 0.05 * Math.cos(i * 1.7))
                })
                .toArray(float[][]::new);
        return DataSource.of(points).open();
    }

    private static GanComponents components() {
        return LossPresets.NON_SATURATING
                .components()
                .generator(Mlp.generator().latent(2).layers(1).width(16))
                .critic(Mlp.critic().layers(1).width(16))
                .optimizer(Adam.of(0.01, 0.5, 0.999));
    }

    private static double information(int steps) {
        Dataset data = clusters();
        InfoGan application = InfoGan.of(3);
        DataSchema schema = DataSchema.of(data);
        Plan plan = application.plan(application.resolved(components(), schema), schema, 5);
        BatchSource batches = number -> data.read(IntStream.range(0, BATCH)
                .map(i -> (int) ((number * BATCH + i) % data.size()))
                .toArray());
        try (Session session = new ReferenceEngine().open()) {
            TrainingResult result = new GameTrainer(session)
                    .train(new TrainingRequest(
                            plan.phaseSchedule(), batches, BATCH, 5, 0, steps, () -> false, List.of()));
            return result.metrics().get("loss.generator.information");
        }
    }

    @Test
    void untrainedCodesAreAsGoodAsGuessing() {
        assertThat(information(1)).isCloseTo(Math.log(3), within(0.5));
    }

    @Test
    void theCriticLearnsToTellTheCodes() {
        assertThat(information(300)).isLessThan(0.1);
    }

    @Test
    void badSettingsAndDataAreNamed() {
        DataSchema unlike = new DataSchema(List.of(new Field("sound", DType.FLOAT, Shape.of(8))), List.of());
        assertThat(new InfoGan(1, 0).problems(unlike))
                .containsExactly(
                        "the data have no field image to imitate; they have " + Arrays.asList("sound"),
                        "infogan needs at least 2 codes, not 1: 10 is usual",
                        "the weight of the information must be above 0, not 0.0: 1 is usual");
    }
}
