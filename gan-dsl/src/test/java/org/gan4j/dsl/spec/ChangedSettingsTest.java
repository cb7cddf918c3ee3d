package org.gan4j.dsl.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.application.OptionValues;
import org.gan4j.api.data.DataSource;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.Test;

class ChangedSettingsTest {
    private static final int JSHELL_CUTS_AT = 1000;

    @Test
    void aSpecificationPrintsWhatDiffersFromTheDefaults() {
        GanSpec spec = GanSpec.of(OptionValues.none())
                .with(GanSpec.DATA, FashionMnist.embedded())
                .with(GanSpec.SEED, 7L)
                .with(GanSpec.BATCH_SIZE, 64) // the default
                .with(GanSpec.STEPS, Optional.of(500))
                .into(Path.of("runs/mine"));
        assertThat(spec).hasToString("""
                GanSpec
                  data: fashion-mnist
                  seed: 7
                  steps: 500
                  run directory: runs/mine""");
        assertThat(GanSpec.of(OptionValues.none())).hasToString("GanSpec");
    }

    @Test
    void componentsPrintTheirSettingsInLinesOfLimitedLength() {
        String printed = Gan.builder()
                .generator(Mlp.generator())
                .critic(Mlp.critic())
                .loss(WGAN_GP)
                .data(DataSource.of(new float[][] {{1, 2}}))
                .spec()
                .toString();
        assertThat(printed)
                .contains("\n  loss: wasserstein\n", "\n  critic-updates: 5\n", "\n  generator: mlp [latent=100");
        assertThat(printed).hasSizeLessThan(JSHELL_CUTS_AT);
        assertThat(printed.lines()).allMatch(line -> line.length() < 100);
    }
}
