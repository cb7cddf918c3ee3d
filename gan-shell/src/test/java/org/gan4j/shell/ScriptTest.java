package org.gan4j.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    @TempDir
    private Path folder;

    private String ran(String... texts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            files.add(Files.writeString(folder.resolve(files.size() + ".jsh"), text));
        }
        StringWriter out = new StringWriter();
        Script.run(files, System.getProperty("java.class.path"), new PrintWriter(out));
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private void failsWith(String text, String message) {
        assertThatExceptionOfType(Script.FailedException.class)
                .isThrownBy(() -> ran(text))
                .withMessageStartingWith(folder.resolve("0.jsh") + message);
    }

    @Test
    void valuesArePrintedAsJShellPrintsThem() throws IOException {
        assertThat(ran("""
                // a comment
                Tensor x = Tensor.of(new float[] {1, 2, 3});
                int twice(int of) {
                    return 2 * of;
                }
                twice(21)
                String text = "a"
                text = "b"; text.length()
                int three = "abc"
                        .strip()
                        .length();
                """)).isEqualTo("""
                x ==> float[3] [1.0000, 2.0000, 3.0000]
                $1 ==> 42
                text ==> "a"
                text ==> "b"
                $2 ==> 1
                three ==> 3
                """);
    }

    @Test
    void filesShareTheirVariables() throws IOException {
        assertThat(ran("int a = 1;", "a + 1;")).isEqualTo("a ==> 1\n$1 ==> 2\n");
    }

    @Test
    void theCommandExitEndsAllFiles() throws IOException {
        assertThat(ran("int a = 1;\n/exit\nint b = 2;", "int c = 3;")).isEqualTo("a ==> 1\n");
    }

    @Test
    void failuresSayWhereAndWhy() {
        failsWith("int a = 1;\n\nint b = nothing;", ", line 3 is no Java that can be run:\n  cannot find symbol");
        failsWith("Tensor.zeros(2).add(Tensor.zeros(3));", ", line 1 failed: org.gan4j.tensor.ShapeException: ");
        failsWith("int f() {\n", ", line 1: the snippet does not end");
        failsWith(
                "\n/open x.jsh\n",
                ", line 2: /open x.jsh is a command of JShell, of which a script may have /exit alone");
        failsWith("void f() { g(); }\nf();", ", line 2 failed: it uses what is not declared");
    }

    @Test
    void aFileThatIsMissingIsNamedBeforeAnyIsRun() {
        Path missing = folder.resolve("missing.jsh");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Script.run(List.of(missing), "", new PrintWriter(new StringWriter())))
                .withMessage("there is no file " + missing);
    }

    @Test
    void theStartUpScriptImportsWhatTheDocumentationUses() throws IOException {
        String names =
                "Gan GanSpec GanComponents Samples SampleRequest EvaluationRequest Experiment Tensor TensorData Shape"
                        + " DType Gradients GradientCheck Variable Engine Engines Session DataSource Dataset ImageFolder"
                        + " FashionMnist Digits GaussianRing CsvFile NpyFile Flip AdversarialLoss Regularizer RegularizerContext"
                        + " Hinge Wasserstein GradientPenalty R1 DiffAugment WeightClipping Dcgan ResNet R3Gan Mlp Sequential"
                        + " Linear SpectralNorm Packing Adam Sgd CosineDecay TrainingListener TrainingLength TrainingResult"
                        + " ProgressLines NormalLatents Network Conditional SemiSupervised InfoGan SuperResolution Evaluation"
                        + " PrecisionRecall KernelDistance FrechetDistance ClassShares VendiScore Path Files List Map Optional"
                        + " IntStream Collectors Function ImageGrid Activation Normalization Pix2Pix CycleGan";
        String snippets = Stream.of(names.split(" "))
                .map(name -> name + " is" + name + ";\n")
                .reduce("", String::concat);
        ran(snippets + """
                LossPreset[] presets = {DRAGAN, HINGE, LSGAN, MINIMAX, NON_SATURATING, PACGAN, R3GAN, RASGAN, RSGAN, WGAN,
                        WGAN_GP, WGAN_LP};
                TrainingLength length = steps(5);
                R1.of(10);
                show(Tensor.zeros(1, 1, 2, 2));
                """);
    }
}
