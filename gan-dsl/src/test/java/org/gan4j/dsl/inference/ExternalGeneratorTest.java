package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Scale;
import org.gan4j.api.latents.LatentDistribution;
import org.gan4j.api.latents.MixtureLatents;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.api.latents.TruncatedNormalLatents;
import org.gan4j.api.latents.UniformLatents;
import org.gan4j.data.DataSources;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.metrics.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generators that are files, of a format that multiplies latents by 3. */
class ExternalGeneratorTest {
    @TempDir
    private Path folder;

    private ExternalGenerator generator(String... lines) throws IOException {
        return ExternalGenerator.open(Files.write(folder.resolve("g.tripled"), List.of(lines)));
    }

    private static float[] tripled(LatentDistribution latents, long seed, int count) {
        float[] drawn = latents.rows(seed, 0, count, 4);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] *= 3;
        }
        return drawn;
    }

    @Test
    void aFileThatSaysNothingHasNormalLatentsAndTheUsualSeed() throws IOException {
        try (ExternalGenerator generator = generator()) {
            Samples samples = generator.sample(SampleRequest.of(5));
            assertThat(samples.data().toFloats()).containsExactly(tripled(new NormalLatents(), 1, 5));
            assertThat(samples.inUnits()).isEqualTo(samples.data());
            assertThat(generator).hasToString("g.tripled: 4 latents, normal → samples [4]");
        }
    }

    @Test
    void whatTheFileSaysIsFollowed() throws IOException {
        for (LatentDistribution latents : List.of(
                new NormalLatents(),
                new UniformLatents(-0.5, 2),
                new MixtureLatents(3, 0.25),
                new TruncatedNormalLatents(1.5))) {
            try (ExternalGenerator generator = generator(
                    "gan4j.latents: " + ComponentText.of(latents),
                    "gan4j.seed: 8",
                    "gan4j.output.names: [\"a\", \"b\", \"c\", \"d\"]",
                    "gan4j.output.middle: [0, 10, 0, 0]",
                    "gan4j.output.half: [1, 2, 1, 1]")) {
                Samples samples = generator.sample(SampleRequest.of(5));
                assertThat(samples.data().toFloats()).containsExactly(tripled(latents, 8, 5));
                assertThat(samples.scales()).hasSize(4).contains(new Scale("b", 10, 2));
                assertThat(samples.inUnits().toFloats()[1])
                        .isEqualTo(10 + 2 * samples.data().toFloats()[1]);
            }
        }
    }

    @Test
    void imagesOfAnotherRangeBecomeThoseOfThisLibrary() throws IOException {
        try (ExternalGenerator generator = generator("image:", "gan4j.output.range: [-10, 30]")) {
            float[] images =
                    generator.sample(SampleRequest.of(3).seed(2)).data().toFloats();
            float[] own = tripled(new NormalLatents(), 2, 3);
            for (int i = 0; i < own.length; i++) {
                assertThat(images[i]).isCloseTo((own[i] + 10) / 20 - 1, within(1e-6f));
            }
        }
    }

    @Test
    void imagesFarOutsideTheRangeAreNotTakenForNormalOnes() throws IOException {
        try (ExternalGenerator generator = generator("image:")) {
            assertThatThrownBy(() -> generator.sample(SampleRequest.of(100)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("an image of g.tripled has the value ")
                    .hasMessageEndingWith(", so that its range is not [-1, 1]: put the range into the metadata of the"
                            + " file, gan4j.output.range, such as [0, 255]");
        }
    }

    @Test
    void entriesThatCannotBeFollowedAreNamed() {
        String end = "; export the file again, or correct the entry (docs/onnx.md)";
        assertThatThrownBy(() -> generator("image:", "gan4j.output.range: 0 to 1"))
                .hasMessage("the entry gan4j.output.range of the metadata of g.tripled is 0 to 1, which is not what gan"
                        + " export writes" + end);
        assertThatThrownBy(() -> generator("image:", "gan4j.output.range: [1, 1]"))
                .hasMessageContaining("is [1, 1], which is not what");
        assertThatThrownBy(() -> generator("gan4j.latents: norml"))
                .hasMessageStartingWith("the entry gan4j.latents of the metadata of g.tripled is norml, which cannot be"
                        + " read: there is no ");
        assertThatThrownBy(() -> generator("gan4j.output.middle: [1, 2]"))
                .hasMessage(
                        "the entry gan4j.output.names of the metadata of g.tripled is missing, which is not what gan"
                                + " export writes" + end);
        assertThatThrownBy(() -> generator("gan4j.seed: x").sample(SampleRequest.of(1)))
                .hasMessageContaining("gan4j.seed of the metadata of g.tripled is x, which is not");
    }

    /** Rows as the generator makes them, in a file whose numbers are scaled when it is read. */
    private DataSource rows() throws IOException {
        float[] numbers = tripled(new NormalLatents(), 4, 300);
        StringBuilder csv = new StringBuilder("a,b,c,d\n");
        for (int i = 0; i < numbers.length; i++) {
            csv.append(numbers[i]).append(i % 4 == 3 ? '\n' : ',');
        }
        return DataSources.at(Files.writeString(folder.resolve("rows.csv"), csv), 0, false);
    }

    @Test
    void vectorsOfAnotherProgramAreJudgedInTheUnitsOfTheData() throws IOException {
        try (ExternalGenerator generator = generator()) {
            Evaluation evaluation = generator.evaluate(
                    EvaluationRequest.of(SampleRequest.of(300).seed(4)).data(rows()));
            // the samples are the rows; scaled to [-1, 1], rows would have other means
            assertThat(evaluation.values().get("mean-distance")).isCloseTo(0, within(1e-3));
            assertThat(evaluation.parts()).isNotEmpty().allSatisfy(part -> {
                assertThat(part.protocol().samples()).isEqualTo("samples of g.tripled");
                assertThat(part.protocol().weights()).isEmpty();
                assertThat(part.protocol().split()).isEmpty();
                assertThat(part.protocol().seed()).isEqualTo(4);
            });
        }
    }

    @Test
    void whatAFileCannotDoIsSaid() throws IOException {
        try (ExternalGenerator generator = generator()) {
            assertThatThrownBy(() -> generator.evaluate(EvaluationRequest.of(10)))
                    .hasMessage("the file g.tripled has no data to compare its samples with: name data, by --data or"
                            + " data(...) of the request");
            for (SampleRequest wrong : Arrays.asList(
                    SampleRequest.of(1).ema(),
                    SampleRequest.of(1).label("a"),
                    SampleRequest.of(1).texts("a"))) {
                assertThatThrownBy(() -> generator.sample(wrong))
                        .hasMessage("the file g.tripled has one set of weights, and makes samples of latents alone:"
                                + " leave out the weights, the label, tags, texts and shares");
            }
            assertThatThrownBy(() -> generator.evaluate(EvaluationRequest.of(10).data(FashionMnist.embedded())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the field image of fashion-mnist is FLOAT [1, 28, 28], and this generator makes FLOAT [4]: pass data"
                                    + " of that form");
        }
    }

    @Test
    void filesThatNothingReadsAreNamed() throws IOException {
        Path none = folder.resolve("none.onnx");
        assertThatThrownBy(() -> ExternalGenerator.open(none))
                .hasMessage("there is no file " + none + ": name the file of a generator, such as gan export writes");
        Path onnx = Files.createFile(none);
        assertThatThrownBy(() -> ExternalGenerator.open(onnx))
                .hasMessage("the generator " + onnx + " is read by the module gan-onnx, which is not on the class path:"
                        + " add the dependency org.gan4j:gan-onnx; the command ./gan adds it by itself for gan evaluate"
                        + " and gan sample of a file whose name ends in .onnx");
        Path other = Files.createFile(folder.resolve("g.pt"));
        assertThatThrownBy(() -> ExternalGenerator.open(other))
                .hasMessage(
                        "nothing on the class path reads the generator " + other + ": export it as ONNX, NAME.onnx");
    }

    @Test
    void runsAreNoFiles() throws IOException {
        assertThat(ExternalGenerator.isFile(folder.resolve("g.onnx"))).isTrue();
        assertThat(ExternalGenerator.isFile(folder.resolve("g.ONNX"))).isTrue();
        assertThat(ExternalGenerator.isFile(folder.resolve("g.tripled"))).isTrue();
        assertThat(ExternalGenerator.isFile(folder.resolve("g"))).isFalse();
        assertThat(ExternalGenerator.isFile(Files.createDirectory(folder.resolve("run.onnx"))))
                .isFalse();
    }
}
