package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.data.OwnImages;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies that programs find the recipes of plug-ins by name. */
class RecipesTest {
    private static final int IMAGES = 4;
    private static final int SIDE = 64;

    static List<String> names() {
        return ComponentRegistry.onClassPath().recipes().stream()
                .map(Recipe::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aProgramBuildsWhatTheCommandTrains(String name) {
        ChosenRecipe trained = ChosenRecipe.of(ComponentRegistry.onClassPath().recipe(name));
        assertThat(Gan.recipe(name).spec()).isEqualTo(trained.spec());
        assertThat(trained.summary()).isNotBlank().isNotEqualTo(name);
        assertThat(Gan.recipe(name).spec().steps()).contains(trained.steps());
    }

    @Test
    void aRecipeWithoutDataTrainsOnAFolderOfImages(@TempDir Path folder) throws IOException {
        for (int i = 0; i < IMAGES; i++) {
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            image.setRGB(i, i, 0xFF8000);
            ImageIO.write(image, "png", folder.resolve(i + ".png").toFile());
        }
        Files.writeString(
                folder.resolve("tags.csv"), "file,tags\n0.png,\"smile, hat\"\n1.png,hat\n2.png,\n3.png,smile\n");
        for (String name : names()) {
            OptionsStep recipe = Gan.recipe(name);
            if (recipe.spec().data() instanceof OwnImages) {
                assertThatThrownBy(recipe::build).hasMessageContaining("by --data FOLDER");
                try (Gan gan =
                        recipe.data(ImageFolder.of(folder, SIDE)).batchSize(2).build()) {
                    gan.train(steps(1));
                    assertThat(gan.sample(1).data().shape().dim(0)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void anotherLossOfARecipeBringsItsPapersSettings() {
        assertThat(Gan.recipe("wgan").loss(WGAN_GP).spec())
                .isEqualTo(Gan.recipe("wgan-gp").spec());
    }

    @Test
    void anUnknownNameSuggestsTheNearest() {
        assertThatThrownBy(() -> Gan.recipe("dcgn")).hasMessage("there is no recipe dcgn; did you mean dcgan?");
    }
}
