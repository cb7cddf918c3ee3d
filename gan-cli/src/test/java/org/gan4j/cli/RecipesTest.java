package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.util.List;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies that programs find the recipes of plug-ins by name. */
class RecipesTest {
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
    void anotherLossOfARecipeBringsItsPapersSettings() {
        assertThat(Gan.recipe("wgan").loss(WGAN_GP).spec())
                .isEqualTo(Gan.recipe("wgan-gp").spec());
    }

    @Test
    void anUnknownNameSuggestsTheNearest() {
        assertThatThrownBy(() -> Gan.recipe("dcgn")).hasMessage("there is no recipe dcgn; did you mean dcgan?");
    }
}
