package org.gan4j.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.epochs;
import static org.gan4j.api.training.TrainingLength.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.dcgan.DcganCritic;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.inference.EvaluationRequest;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.losses.LossPresets;
import org.gan4j.losses.adversarial.Hinge;
import org.gan4j.losses.penalty.R1;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.engine.Engines;
import org.junit.jupiter.api.Test;

/** Prints what a user of JShell meets: it is short, and never the address of an object. */
class PrintsTest {
    private static final int JSHELL_CUTS_AT = 1000;

    private static OptionsStep tiny() {
        return tiny(Dcgan.critic().width(2));
    }

    private static OptionsStep tiny(CriticArchitecture critic) {
        return Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(critic)
                .loss(LossPresets.NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .engine("reference");
    }

    private static void assertShort(String what, Object value) {
        assertThat(value.toString()).as(what).hasSizeLessThan(JSHELL_CUTS_AT).doesNotContainPattern("@[0-9a-f]{4,}");
    }

    @Test
    void aGanAndItsPartsAreShort() {
        try (Gan gan = tiny().build()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("gan", gan);
            parts.put("spec", gan.spec());
            parts.put("values", gan.spec().values());
            parts.put("dataset", gan.dataset());
            parts.put("networks", gan.networks());
            parts.put("summary", gan.networks().get(0).summary());
            parts.put("parameter", gan.networks().get(0).parameters().get(0));
            parts.put("engine", gan.engine());
            parts.put("result", gan.train(steps(2)));
            parts.put("history", gan.train(steps(2)).history());
            parts.put("samples", gan.sample(4));
            parts.put("data", gan.sample(4).data());
            parts.put("tensor", Tensor.of(gan.sample(4).data()));
            parts.forEach(PrintsTest::assertShort);
            assertThat(gan.dataset()).hasToString("10,000 samples: image float[1, 28, 28], label int[]");
            assertThat(gan.networks().get(1).toString()).matches("critic: \\d+ layers, [0-9,]+ parameters");
        }
    }

    @Test
    void componentsAndRequestsAreShort() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("builder", Gan.builder());
        parts.put("options", tiny());
        parts.put("recipe", Gan.recipe("resnet"));
        parts.put("recipes", ComponentRegistry.onClassPath().recipes().get(0));
        parts.put("preset", LossPresets.WGAN_GP);
        parts.put("components", GanComponents.of(new Hinge()));
        parts.put("loss", new Hinge());
        parts.put("penalty", R1.of(10));
        parts.put("architecture", Dcgan.generator());
        parts.put("source", DataSource.of(new float[100][2]));
        parts.put("steps", steps(5));
        parts.put("epochs", epochs(0.5));
        parts.put("request", SampleRequest.of(4).ema());
        parts.put("evaluation", EvaluationRequest.of(SampleRequest.of(4)));
        parts.put("engines", Engines.all());
        parts.forEach(PrintsTest::assertShort);
    }

    @Test
    void dataAreShort() {
        try (Dataset clothes = FashionMnist.embedded().open();
                Dataset vectors = DataSource.of(new float[100][2]).open()) {
            assertShort("fields", clothes.fields());
            assertThat(clothes).hasToString("10,000 samples: image float[1, 28, 28], label int[]");
            assertThat(vectors).hasToString("100 samples: image float[2]");
        }
    }

    @Test
    void wrappedNetworksNameTheirLayersAndParameters() {
        DcganCritic critic = Dcgan.critic().width(2).normalization(Normalization.NONE);
        for (CriticArchitecture wrapped : List.of(SpectralNorm.critic(critic), Packing.of(critic, 2))) {
            try (Gan gan = tiny(wrapped).build()) {
                Network network = gan.networks().get(1);
                assertShort(wrapped.name(), network);
                assertThat(network.toString()).startsWith("critic: ").contains(" parameters, ");
            }
        }
    }
}
