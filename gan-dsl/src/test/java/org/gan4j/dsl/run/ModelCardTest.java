package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.Part;
import org.gan4j.data.Subset;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.losses.LossPresets;
import org.gan4j.metrics.images.ImageDiversity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
    private static final DataSource CLOTHES = new Part(FashionMnist.embedded(), 0, 100);

    @TempDir
    Path folder;

    private static OptionsStep tiny(DataSource data) {
        return Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(LossPresets.NON_SATURATING)
                .data(data)
                .batchSize(4)
                .engine("reference");
    }

    private Path card(String run) {
        return folder.resolve(run).resolve("model-card.md");
    }

    @Test
    void itIsThereWhenTrainingBeginsAndSaysHowFarItCame() throws IOException {
        List<String> seen = new ArrayList<>();
        TrainingListener reading = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                try {
                    seen.add(Files.readString(card("run")));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        };
        try (Gan gan = tiny(CLOTHES)
                .runDirectory(folder.resolve("run"))
                .listener(reading)
                .build()) {
            gan.train(steps(2));
        }
        assertThat(seen.get(0)).contains("- **Training:** 0 of 2 steps, batches of 4, seed 1, engine reference\n");
        assertThat(Files.readString(card("run")))
                .contains("- **Training:** 2 of 2 steps")
                .contains("- **Source:** part, 100 samples\n")
                .contains("T-shirt/top, Trouser")
                .contains("- **License:** Fashion-MNIST: MIT License, © 2017 Zalando SE\n")
                .contains("None yet: `gan evaluate` makes one.")
                .contains("All outputs are synthetic.")
                .doesNotContain(folder.toString());
    }

    @Test
    void equalRunsHaveEqualCardsAlsoIfOneWasResumed() throws IOException {
        for (String run : List.of("a", "b")) {
            try (Gan gan = tiny(CLOTHES).runDirectory(folder.resolve(run)).build()) {
                gan.train(steps(run.equals("a") ? 2 : 1));
            }
        }
        try (Gan gan = Gan.load(folder.resolve("b"))) {
            gan.train(steps(1));
        }
        assertThat(card("a")).hasSameTextualContentAs(card("b"));
    }

    @Test
    void theLatestEvaluationIsShownWithItsErrors() throws IOException {
        OptionsStep evaluated =
                tiny(CLOTHES).evaluateEvery(1).evaluateCount(20).evaluateMetrics(new ImageDiversity(10));
        try (Gan gan = evaluated.runDirectory(folder.resolve("run")).build()) {
            gan.train(steps(2));
        }
        assertThat(Files.readString(card("run")))
                .contains("After step 2, from [evaluations.jsonl](evaluations.jsonl)")
                .containsPattern("\\| ms-ssim-diversity \\| [01]\\.\\d+ ± \\S+ \\|");
    }

    @Test
    void namesThatAreMarkupShowAsText() throws IOException {
        DataSource odd = new DataSource() {
            @Override
            public String name() {
                return "my <img src=x>\n# data | `a` [b](c) &amp; *d* _e_";
            }

            @Override
            public Dataset open() {
                return CLOTHES.open();
            }
        };
        try (Gan gan = tiny(odd).runDirectory(folder.resolve("run")).build()) {
            gan.train(steps(1));
        }
        assertThat(Files.readString(card("run")))
                .contains(
                        "- **Source:** my \\<img src=x\\> \\# data \\| \\`a\\` \\[b\\](c) \\&amp; \\*d\\* \\_e\\_, 100"
                                + " samples\n")
                .contains("- **License:** not known to Gan4J");
    }

    @Test
    void dataThatWrapOthersHaveTheirLicense() {
        assertThat(DataLicenses.of(new Subset(new Part(FashionMnist.embedded(), 0, 10), 5, 1)))
                .containsExactly("Fashion-MNIST: MIT License, © 2017 Zalando SE");
    }
}
