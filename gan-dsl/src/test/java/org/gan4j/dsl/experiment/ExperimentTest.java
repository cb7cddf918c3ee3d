package org.gan4j.dsl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Scale;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.IdentifierRule;
import org.gan4j.api.data.tables.Mixture;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.data.tables.TableRule;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.optim.LinearDecay;
import org.gan4j.api.optim.RmsProp;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.mlp.Output;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.architectures.resnet.Widths;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.TinyGans;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.adversarial.FGan;
import org.gan4j.losses.adversarial.LeastSquares;
import org.gan4j.losses.adversarial.Minimax;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.metrics.images.ImageColor;
import org.gan4j.metrics.images.PeakSignalToNoise;
import org.gan4j.metrics.images.PerceptualDistance;
import org.gan4j.metrics.images.PretrainedTrunk;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
    private static final DataSchema CLOTHES = new DataSchema(
            List.of(
                    new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 28, 28)),
                    new Field(Field.LABEL, DType.INT, Shape.scalar())),
            List.of("T-shirt", "yes", "3"));

    @TempDir
    Path folder;

    private Path written(GanSpec spec) {
        Path file = folder.resolve("experiment.yaml");
        new Experiment(spec.with(GanSpec.STEPS, Optional.of(12)), CLOTHES).write(file);
        return file;
    }

    @Test
    void aFileByHandNeedsFourKeysAndTakesNamesAlone() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "generator: {name: dcgan, latent: 64}\ncritic: dcgan\nloss: wgan-gp\ndata: fashion-mnist\n");
        Experiment read = Experiment.read(file);
        assertThat(read.spec())
                .isEqualTo(Gan.builder()
                        .generator(Dcgan.generator().latent(64))
                        .critic(Dcgan.critic())
                        .loss(WGAN_GP)
                        .data(FashionMnist.embedded())
                        .spec());
        assertThat(read.spec().steps()).isEmpty();
        assertThat(read.schema()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3", "1_000", "0x10", "0b11", "+1", "-0", "0.10", ".5", "1.", "1e400", ".nan", ".inf", "true", "null",
                        "~",
                "a: b", "- a", "#c", "{x}", "[y]", "*a", "&b", "!c", "'", "\"", "ümlaut", " spaces ", "a\tb", "no",
                        "2026-11-22"
            })
    void aTextStaysTheTextThatItIs(String path) {
        GanSpec spec = TinyGans.of(NON_SATURATING).spec().with(GanSpec.DATA, new ImageFolder(path, 8, ColorMode.AUTO));
        assertThat(Experiment.read(written(spec)).spec().data()).isEqualTo(spec.data());
    }

    @Test
    void aWrittenSettingOverridesThePreset() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "generator: dcgan",
                        "critic: dcgan",
                        "loss: wgan-gp",
                        "data: fashion-mnist",
                        "critic-updates: 2",
                        "regularizers: [{name: gradient-penalty, weight: 5}]",
                        "schedule: {name: linear-decay, from: 10, to: 20}",
                        "critic-optimizer: rmsprop"));
        GanSpec spec = Experiment.read(file).spec();
        assertThat(spec.components().criticUpdates()).isEqualTo(2);
        assertThat(spec.components().regularizers()).containsExactly(GradientPenalty.of(5));
        assertThat(spec.components().schedule()).contains(new LinearDecay(10, 20, 0));
        assertThat(spec.components().criticOptimizer()).isEqualTo(RmsProp.of(5e-5));
        assertThat(spec.components().generatorOptimizer())
                .isEqualTo(WGAN_GP.components().generatorOptimizer());
    }

    @Test
    void aLossWithoutSettingsOfLaterVersionsHasTheirDefaults() throws IOException {
        assertThat(lossOf("{name: non-saturating}")).isEqualTo(new NonSaturating());
        assertThat(lossOf("{name: non-saturating, real-label: 0.9}")).isEqualTo(new NonSaturating(0.9));
        assertThat(lossOf("{name: minimax, real-label: 0.8}")).isEqualTo(new Minimax(0.8));
        assertThat(lossOf("{name: lsgan, a: -1, c: 0}")).isEqualTo(new LeastSquares(-1, 1, 0));
        assertThat(lossOf("{name: f-gan, divergence: reverse_kl}")).isEqualTo(new FGan(FGan.Divergence.REVERSE_KL));
        assertThatThrownBy(() -> lossOf("{name: f-gan, divergence: null}")).hasMessageContaining("divergence");
    }

    private AdversarialLoss lossOf(String loss) throws IOException {
        Path file = Files.writeString(
                folder.resolve("loss.yaml"),
                "generator: dcgan\ncritic: dcgan\nloss: " + loss + "\ndata: fashion-mnist\n");
        return Experiment.read(file).spec().components().loss();
    }

    @Test
    void aFileWithoutTheLimitOfChannelsLeavesItOpen() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "generator: {name: dcgan, latent: 100, width: 64, depth: 2, activation: RELU,"
                                + " normalization: BATCH, upsampling: TRANSPOSED}",
                        "critic: {name: dcgan, width: 64, depth: 2, max-width: 256}",
                        "loss: non-saturating",
                        "data: fashion-mnist"));
        GanSpec spec = Experiment.read(file).spec();
        assertThat(spec.components().generator())
                .isEqualTo(
                        Dcgan.generator().depth(2).activation(Activation.RELU).normalization(Normalization.BATCH));
        assertThat(spec.components().critic()).isEqualTo(Dcgan.critic().depth(2).maxWidth(256));
        assertThat(written(spec)).content().contains("  max-width: 0\n", "  max-width: 256\n");
    }

    @Test
    void dataMayWrapOtherData() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "generator: dcgan",
                        "critic: dcgan",
                        "loss: wgan-gp",
                        "data:",
                        "  name: partly-labeled",
                        "  labels: 20",
                        "  data: {name: image-folder, path: photos, size: 32}"));
        GanSpec spec = Experiment.read(file).spec();
        PartlyLabeled wrapped = PartlyLabeled.of(new ImageFolder("photos", 32, ColorMode.AUTO), 20);
        assertThat(spec.data()).isEqualTo(wrapped);
        assertThat(Experiment.read(written(spec)).spec().data()).isEqualTo(wrapped);
        assertThat(ComponentText.of(spec.data()))
                .isEqualTo("partly-labeled (data image-folder (path photos, size 32, colors AUTO, split TRAIN,"
                        + " enlarge false, tags 0), labels 20, seed 1)");
        Files.writeString(file, Files.readString(file).replaceAll("\\{name: image-folder.*", "fashion-mnist"));
        assertThat(Experiment.read(file).spec().data()).isEqualTo(PartlyLabeled.of(FashionMnist.embedded(), 20));
    }

    @Test
    void dataThatWrapCodeAreCode() {
        GanSpec spec = TinyGans.of(NON_SATURATING)
                .spec()
                .with(
                        GanSpec.DATA,
                        PartlyLabeled.of(DataSource.of(new float[1][1]).withLabels(0), 1));
        Path file = written(spec);
        assertThat(file).content().contains("data:\n  code: org.gan4j.data.PartlyLabeled\n");
    }

    @Test
    void readsBackWhatItWroteOfEveryRegisteredComponent() {
        ComponentRegistry components = ComponentRegistry.onClassPath();
        List.of(
                        ComponentKind.LOSS,
                        ComponentKind.REGULARIZER,
                        ComponentKind.APPLICATION,
                        ComponentKind.CONSTRAINT,
                        ComponentKind.OPTIMIZER,
                        ComponentKind.SCHEDULE,
                        ComponentKind.GENERATOR,
                        ComponentKind.CRITIC,
                        ComponentKind.DATA,
                        ComponentKind.METRIC,
                        ComponentKind.TRANSFORM)
                .forEach(kind -> readBack(components, kind));
    }

    private static <T extends Component> void readBack(ComponentRegistry components, ComponentKind<T> kind) {
        for (T component : components.all(kind)) {
            if (component.name().equals("twin")) {
                continue; // PluginTest has two of them
            }
            assertThat(ComponentYaml.read(components, kind, ComponentYaml.write(component)))
                    .isEqualTo(component);
        }
    }

    @Test
    void readsTheSettingsOfMetricsOfImages() throws IOException {
        PeakSignalToNoise luma = new PeakSignalToNoise(ImageColor.Y, 4, true);
        PerceptualDistance judge = new PerceptualDistance(PretrainedTrunk.INCEPTION_V3, List.of("mixed5"), "nets");
        GanSpec spec = TinyGans.of(NON_SATURATING).spec().with(GanSpec.EVALUATE_METRICS, List.of(luma, judge));
        assertThat(Experiment.read(written(spec)).spec().values().get(GanSpec.EVALUATE_METRICS))
                .containsExactly(luma, judge);
        assertThat(ComponentYaml.read(
                        ComponentRegistry.onClassPath(),
                        ComponentKind.METRIC,
                        ComponentYaml.MAPPER.readTree("{name: psnr, color: Y, border: 4, rounded: true}")))
                .isEqualTo(luma);
    }

    @Test
    void readsBackWhatItWrote() {
        GanSpec spec = TinyGans.of(WGAN_GP).seed(-5).criticUpdates(3).spec();
        Experiment read = Experiment.read(written(spec));
        assertThat(read.spec()).isEqualTo(spec.with(GanSpec.STEPS, Optional.of(12)));
        assertThat(read.schema()).contains(CLOTHES);
        assertThat(read.spec().steps()).hasValue(12);
    }

    @Test
    void readsBackTheNamesOfTags() throws IOException {
        Path file = folder.resolve("experiment.yaml");
        DataSchema tagged = new DataSchema(
                        List.of(
                                new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 8, 8)),
                                new Field(Field.TAGS, DType.FLOAT, Shape.of(3))),
                        List.of())
                .withTags(List.of("5 o clock shadow", "no", "smile: big"));
        new Experiment(TinyGans.of(WGAN_GP).spec(), tagged).write(file);
        assertThat(Experiment.read(file).schema()).contains(tagged);
        Files.writeString(file, Files.readString(file).replaceFirst("\ntags:(\n- [^\n]*)*", "\ntags: 3"));
        assertThatThrownBy(() -> Experiment.read(file)).hasMessageContaining("the key tags must be a list of names");
    }

    @Test
    void readsBackTheUnitsOfVectors() {
        Path file = folder.resolve("experiment.yaml");
        DataSchema scaled = new DataSchema(
                List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(3))),
                List.of(),
                List.of(),
                List.of(new Scale("010", 1e10, 1e-7), new Scale("no: x", -1.0 / 3, 1e300), new Scale("z", 0, 1)));
        new Experiment(TinyGans.of(WGAN_GP).spec().with(GanSpec.STEPS, Optional.of(12)), scaled).write(file);
        assertThat(Experiment.read(file).schema()).contains(scaled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "[{middle: 0, half: 1}, {middle: 0, half: 1}]", "[{middle: 0, half: 0}]", "[1]"})
    void refusesUnitsThatFitNoVector(String units) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "generator: mlp\ncritic: mlp\nloss: wgan-gp\ndata: fashion-mnist\n"
                        + "fields: [{name: image, type: float, shape: [3]}]\nscaling: " + units + "\n");
        assertThatThrownBy(() -> Experiment.read(file))
                .hasMessageContaining("scaling")
                .hasMessageContaining("half");
    }

    @Test
    void readsBackTheColumnsOfATable() {
        Path file = folder.resolve("experiment.yaml");
        TableSchema columns = new TableSchema(List.of(
                        new TableColumn("no: x", new ColumnType.Numbers(2, true, -1.0 / 3, 1e300), 0.1),
                        new TableColumn("day", new ColumnType.Moments("dd.MM.uuuu", -86_400, 86_400L << 20), 0),
                        new TableColumn(
                                "kind",
                                new ColumnType.Categories(List.of("yes", "01", ""), List.of(0.5, 0.25, 0.2), 7),
                                0),
                        new TableColumn("flag", new ColumnType.Flag("0", "1", 1 / 3.0), 1 / 7.0),
                        new TableColumn("id", new ColumnType.Identifiers(IdentifierRule.FORM, "000"), 0),
                        new TableColumn("always", new ColumnType.Constant("null"), 0),
                        new TableColumn("remark", new ColumnType.FreeText(), 0),
                        new TableColumn("of", new ColumnType.Reference("others", "id"), 0),
                        new TableColumn("others.flag", new ColumnType.Flag("n", "y", 0.5), 0, TableColumn.Role.GIVEN)))
                .withRules(List.of(
                        TableRule.condition("flag = '0' or \"no: x\" > 1"),
                        new TableRule("", List.of("flag", "kind"), List.of(List.of("0", "a: b")))));
        Mixture mixture = new Mixture(List.of(new Mixture.Mode(0.7, -1.0 / 3, 1e-9), new Mixture.Mode(0.3, 1e17, 2)));
        DataSchema table = new DataSchema(
                List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(17))),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new TableEncoding(columns, Map.of("no: x", mixture, "day", mixture))));
        new Experiment(TinyGans.of(WGAN_GP).spec().with(GanSpec.STEPS, Optional.of(12)), table).write(file);
        assertThat(Experiment.read(file).schema()).contains(table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{name: x}]",
                "[{name: x, missing: 0, holds: magic}]",
                "[{name: x, missing: 0, holds: numbers, decimals: 0, padded: true, least: 1, greatest: 2}]",
                "[{name: x, missing: 0, holds: flag, no: a, yes: b, share: much}]",
                "[{name: x, missing: 7, holds: flag, no: a, yes: b, share: 0.5}]",
                "[{name: x, missing: 0, holds: categories, values: [a, a], shares: [0.5, 0.5], rare: 0}]",
                "[{name: x, missing: 0, holds: categories, values: [], shares: [], rare: 0}]",
                "[{name: x, missing: 0, holds: numbers, decimals: 2147483647, padded: true, least: 1, greatest: 2, modes: [[1, 1, 1]]}]",
                "[{name: x, missing: 0, holds: numbers, decimals: 0, padded: true, least: 1, greatest: 2, modes: [[1, 1, -1]]}]",
                "[{name: x, missing: 0, holds: moments, pattern: VV, least: 1, greatest: 2, modes: [[1, 1, 1]]}]",
                "[{name: x, missing: 0, holds: moments, pattern: uuuu, least: 1, greatest: 9000000000000000000, modes: [[1, 1, 1]]}]",
                "[{name: x, missing: 0, holds: identifiers, rule: count, form: no number}]",
                "[{name: x, missing: 0, role: magic, holds: flag, no: a, yes: b, share: 0.5}]",
                "[{name: x, missing: 0, role: given, holds: flag, no: a, yes: b, share: 0.5}]"
            })
    void refusesATableThatNoRunWrote(String columns) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "generator: mlp\ncritic: mlp\nloss: wgan-gp\ndata: fashion-mnist\n"
                        + "fields: [{name: image, type: float, shape: [3]}]\ntable: " + columns + "\n");
        assertThatThrownBy(() -> Experiment.read(file))
                .hasMessageContaining("the key table must be as the run wrote it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "[{fixed: [x]}]", "[{fixed: [x, y], combinations: [[a]]}]", "['']"})
    void refusesRulesThatNoRunWrote(String rules) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "generator: mlp\ncritic: mlp\nloss: wgan-gp\ndata: fashion-mnist\n"
                        + "fields: [{name: image, type: float, shape: [2]}]\n"
                        + "table: [{name: x, missing: 0, holds: flag, no: a, yes: b, share: 0.5}]\ntable-rules: "
                        + rules
                        + "\n");
        assertThatThrownBy(() -> Experiment.read(file))
                .hasMessageContaining("the key table-rules must be as the run wrote it");
    }

    @Test
    void captionsAreNotRecorded() {
        Path file = folder.resolve("experiment.yaml");
        DataSchema captioned = new DataSchema(CLOTHES.fields(), CLOTHES.classes(), List.of("a red heart"));
        new Experiment(TinyGans.of(WGAN_GP).spec().with(GanSpec.STEPS, Optional.of(12)), captioned).write(file);
        assertThat(file).content().doesNotContain("heart");
        assertThat(Experiment.read(file).schema()).contains(CLOTHES);
    }

    @Test
    void readsBackTheSettingsOfEachKindOfNetwork() {
        Map<GeneratorArchitecture, CriticArchitecture> networks = Map.of(
                Dcgan.generator().depth(2).upsampling(Upsampling.PIXEL_SHUFFLE),
                Dcgan.critic().activation(Activation.SILU).normalization(Normalization.INSTANCE),
                Mlp.generator().layers(4).output(Output.LINEAR),
                Mlp.critic().maxout(5).dropout(0.5),
                ResNet.generator().widths(Widths.DOUBLING),
                ResNet.critic().blocks(3).normalization(Normalization.NONE));
        networks.forEach((generator, critic) -> {
            GanSpec spec = Gan.builder()
                    .generator(generator)
                    .critic(critic)
                    .loss(WGAN_GP)
                    .data(FashionMnist.embedded())
                    .spec();
            assertThat(Experiment.read(written(spec)).spec()).isEqualTo(spec.with(GanSpec.STEPS, Optional.of(12)));
        });
    }

    @Test
    void codeIsWrittenForPeopleAndRefusedWithWhatToDo() {
        AdversarialLoss own = new AdversarialLoss() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public Tensor critic(Tensor real, Tensor fake) {
                return fake.mean();
            }

            @Override
            public Tensor generator(Tensor real, Tensor fake) {
                return fake.mean();
            }
        };
        GanSpec spec = Gan.builder()
                .generator(Dcgan.generator())
                .critic(Dcgan.critic())
                .loss(own)
                .data(FashionMnist.embedded())
                .spec();
        Path file = written(spec);
        assertThat(file).content().contains("code: org.gan4j.dsl.experiment.ExperimentTest");
        assertThatThrownBy(() -> Experiment.read(file))
                .hasMessageContaining("the loss is code")
                .hasMessageContaining("GanPlugin");
    }

    /** A record whose settings a file cannot hold. */
    record Weighted(Tensor weight) implements AdversarialLoss {
        @Override
        public String name() {
            return "weighted";
        }

        @Override
        public Tensor critic(Tensor real, Tensor fake) {
            return fake.mean().mul(weight);
        }

        @Override
        public Tensor generator(Tensor real, Tensor fake) {
            return fake.mean().neg();
        }
    }

    @Test
    void aRecordThatAFileCannotHoldIsCode() {
        GanSpec spec = TinyGans.of(NON_SATURATING).spec().with(GanComponents.LOSS, new Weighted(Tensor.scalar(2)));
        assertThat(written(spec)).content().contains("code: org.gan4j.dsl.experiment.ExperimentTest$Weighted");
    }
}
