package org.gan4j.dsl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.Clipped;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.LossPresets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies that an option is declared once, and that everything follows from it. */
class OptionsTest {
    private static final String BEGIN = "<!-- options: written by OptionsTest -->\n";
    private static final String END = "<!-- end of options -->\n";
    private static final Path PAGE = Path.of("../docs/experiment.md");

    @TempDir
    Path folder;

    static List<GanOption<?>> options() {
        return GanSpec.OPTIONS;
    }

    /** Returns a value of each form that is not the default, as YAML. */
    private static String other(GanOption<?> option) {
        return switch (option.form()) {
            case COMPONENT -> last(option);
            case COMPONENTS -> "[" + last(option) + "]";
            case WHOLE, LONG -> "7";
            case DECIMAL -> "0.25";
            case TEXT -> "reference";
            case COUNTS -> "{first: 3}";
            case SETTINGS ->
                option.equals(GanSpec.KEEP_BEST)
                        ? "{metric: precision, better: higher}"
                        : "{metric: precision, patience: 3, better: higher}";
        };
    }

    private static String last(GanOption<?> option) {
        List<? extends Component> all = ComponentRegistry.onClassPath().all(OptionYaml.kind(option)).stream()
                .filter(component -> !component.name().equals("twin")) // PluginTest has two of them
                .sorted(Comparator.comparing(
                        component -> !option.standard().equals(Optional.of(component)))) // the default comes first
                .toList();
        return all.get(all.size() - 1).name();
    }

    private Path file(String... lines) throws IOException {
        List<String> all = new ArrayList<>(
                List.of("generator: dcgan", "critic: dcgan", "loss: non-saturating", "data: fashion-mnist"));
        all.addAll(List.of(lines));
        return Files.writeString(folder.resolve("experiment.yaml"), String.join("\n", all) + "\n");
    }

    @Test
    void everyDeclaredOptionIsInTheTable() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (Class<?> where : List.of(GanComponents.class, GanSpec.class)) {
            for (var field : where.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == GanOption.class) {
                    declared.add(field.get(null));
                }
            }
        }
        assertThat(GanSpec.OPTIONS.stream().map(option -> (Object) option))
                .containsExactlyInAnyOrderElementsOf(declared);
        assertThat(options().stream().map(GanOption::key))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z-]+"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void theBuilderHasAMethodOfItsName(GanOption<?> option) {
        Matcher hyphens = Pattern.compile("-(.)").matcher(option.key());
        String method = hyphens.replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
        Stream<Method> all = Arrays.stream(OptionsStep.class.getMethods());
        if (option == GanSpec.DATA) {
            return; // a step of its own
        }
        assertThat(all).as(method).anyMatch(each -> each.getName().equals(method) && each.getParameterCount() == 1);
    }

    @ParameterizedTest
    @MethodSource("options")
    void aFileHoldsItAndItCanBeSetInAFile(GanOption<?> option) throws IOException {
        Path plain = file();
        GanSpec without = Experiment.read(plain).spec();
        GanSpec with = ExperimentDraft.of(plain)
                .set(option.key(), other(option))
                .read()
                .spec();
        assertThat(with.values().isSet(option)).isTrue();
        if (ComponentRegistry.onClassPath().all(kindOr(option)).size() > 1) {
            assertThat((Object) with.values().get(option))
                    .isNotEqualTo(without.values().find(option).orElse(null));
        }
        new Experiment(with, Optional.empty(), Optional.empty()).write(plain);
        assertThat(Experiment.read(plain).spec()).isEqualTo(with);
    }

    private static ComponentKind<?> kindOr(GanOption<?> option) {
        return Component.class.isAssignableFrom(option.element()) ? OptionYaml.kind(option) : ComponentKind.OPTIMIZER;
    }

    @ParameterizedTest
    @MethodSource("options")
    void itIsDescribedInOneLine(GanOption<?> option) {
        assertThat(option.summary()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
        assertThat(OptionText.described(option)).hasSizeLessThan(160);
    }

    @Test
    void thePageOfExperimentsHasTheTableOfOptions() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + OptionText.table()
                + page.substring(page.indexOf(END));
        if (System.getenv("GAN4J_WRITE_GOLDEN") != null) {
            Files.writeString(PAGE, expected);
            page = expected;
        }
        assertThat(page).as("regenerate with GAN4J_WRITE_GOLDEN=1").isEqualTo(expected);
    }

    @Test
    void settingsOfComponentsCanBeSetByTheirPath() throws IOException {
        ExperimentDraft draft = ExperimentDraft.of(file("regularizers: [gradient-penalty]"));
        GanSpec spec = draft.set("generator.latent", "12")
                .set("regularizers.0.weight", "3")
                .set("critic", "{name: dcgan, width: 8}")
                .set("critic.max-width", "16")
                .read()
                .spec();
        assertThat(spec.components().generator().latent()).isEqualTo(12);
        assertThat(spec.components().regularizers().toString()).contains("weight=3.0");
        assertThat(spec.components().critic().toString()).contains("width=8", "maxWidth=16");
    }

    @Test
    void eachPlayerHasAnOptimizerAndARateOfItsOwn() throws IOException {
        GanSpec spec = ExperimentDraft.of(file("critic-optimizer: {name: adam, learning-rate: 4e-4, beta1: 0}"))
                .set("generator-optimizer", "{name: clipped, norm: 2, of: {name: adam, beta1: 0}}")
                .set("generator-optimizer.of.learning-rate", "1e-4")
                .read()
                .spec();
        assertThat(spec.components().criticOptimizer()).isEqualTo(Adam.of(4e-4, 0, 0.999));
        assertThat(spec.components().generatorOptimizer()).isEqualTo(new Clipped(Adam.of(1e-4, 0, 0.999), 2));
        GanSpec built = Gan.builder()
                .generator(Dcgan.generator())
                .critic(Dcgan.critic())
                .loss(LossPresets.NON_SATURATING)
                .data(FashionMnist.embedded())
                .generatorOptimizer(new Clipped(Adam.of(1e-4, 0, 0.999), 2))
                .criticOptimizer(Adam.of(4e-4, 0, 0.999))
                .spec();
        assertThat(built).isEqualTo(spec);
    }

    @Test
    void aWrongPathOrValueIsRefusedWithWhatToDo() throws IOException {
        ExperimentDraft draft = ExperimentDraft.of(file());
        assertThatThrownBy(() -> draft.set("generater.latent", "3").read())
                .hasMessage("cannot set generater.latent: there is no generater in the experiment; set it first, as in"
                        + " --set generater=NAME");
        assertThatThrownBy(() -> draft.set("emma", "0").read()).hasMessageContaining("there is no key called emma");
        assertThatThrownBy(() -> draft.set("generator.latnt", "3").read())
                .hasMessageContaining("there is no setting latnt; did you mean latent?");
        assertThatThrownBy(() -> draft.set("seed.more", "3").read()).hasMessageContaining("there is no seed");
        assertThatThrownBy(() -> draft.set("ema", "[").read())
                .hasMessageContaining("--set ema")
                .hasMessageContaining("this is not YAML");
    }

    @Test
    void anotherLossReplacesAllThatTheFileSaysOfTheFirst() throws IOException {
        Path file = file("regularizers: [r1]", "critic-updates: 3", "constraint: weight-clipping", "ema: 0.5");
        GanSpec spec = ExperimentDraft.of(file).loss("wgan-gp").read().spec();
        assertThat(spec)
                .isEqualTo(ExperimentDraft.of(file("ema: 0.5"))
                        .loss("wgan-gp")
                        .read()
                        .spec());
        assertThat(spec.components().criticUpdates()).isEqualTo(5);
    }

    @Test
    void aProblemKeepsTheLineOfAKeyThatBeginsAlike() throws IOException {
        ExperimentDraft draft = ExperimentDraft.of(file("generator-optimizer: adm"));
        assertThatThrownBy(() -> draft.set("generator", "mlp").read()).hasMessageContaining("line 5: ");
    }

    @Test
    void anOptionalComponentMayBeNone() throws IOException {
        GanSpec spec = ExperimentDraft.of(file())
                .set("loss", "wgan")
                .set("constraint", "none")
                .read()
                .spec();
        assertThat(spec.components().constraint()).isEmpty();
        assertThat(spec.components().criticUpdates()).isEqualTo(5);
    }

    @Test
    void settingsOfEarlyStoppingMustBeCompleteAndRight() throws IOException {
        ExperimentDraft draft = ExperimentDraft.of(file());
        assertThatThrownBy(() -> draft.set("early-stopping", "{metric: precision, better: higher}")
                        .read())
                .hasMessageContaining("the setting patience of the key early-stopping is missing: add it");
        assertThatThrownBy(() -> draft.set("early-stopping", "{metric: precision, patience: 3, better: more}")
                        .read())
                .hasMessageContaining(
                        "early-stopping: the setting better cannot be \"more\": it is one of lower, higher");
        assertThatThrownBy(() -> draft.set("early-stopping", "{metric: precision, patience: 0, better: higher}")
                        .read())
                .hasMessageContaining("the patience of early stopping must be at least 1, not 0");
        assertThatThrownBy(() -> draft.set("early-stopping", "precision").read())
                .hasMessageContaining(
                        "the key early-stopping must be settings, such as {metric: ..., patience: ..., better: ...}, not");
    }
}
