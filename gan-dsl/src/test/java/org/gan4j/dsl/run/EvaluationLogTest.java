package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationLogTest {
    @TempDir
    private Path folder;

    private EvaluationLog log(String... lines) throws IOException {
        return new EvaluationLog(
                Files.writeString(folder.resolve("evaluations.jsonl"), String.join("\n", lines) + "\n"));
    }

    private String unusable(int line) {
        return "line " + line + " of " + folder.resolve("evaluations.jsonl")
                + " cannot be used, so correct it or remove it: ";
    }

    @Test
    void unknownWeightsOfALineAreNamed() throws IOException {
        EvaluationLog log = log(
                "{\"step\":1,\"x\":1,\"weights\":\"EMA\",\"during\":\"training\"}",
                "{\"step\":2,\"x\":1,\"weights\":\"mean\",\"during\":\"training\"}");
        String message = unusable(2) + "the weights of an evaluation during training are latest or ema, not \"mean\"";
        assertThatThrownBy(log::entries).hasMessage(message);
        assertThatThrownBy(() -> log.cutBackTo(1)).hasMessage(message);
    }

    @Test
    void aProtocolThatCannotBeUsedIsNamed() throws IOException {
        assertThatThrownBy(log("{\"step\":1,\"protocol\":null}")::all)
                .hasMessage(
                        unusable(1) + "its protocol is null, not an object that says how the numbers were measured");
        assertThatThrownBy(log("torn {", "{\"step\":1,\"protocol\":{\"features\":3}}")::all)
                .hasMessageStartingWith(unusable(2) + "the protocol of an evaluation has no features that can be used");
        assertThat(log("torn {", "{\"step\":1,\"x\":2}").all()).isEmpty();
    }

    @Test
    void aStepThatIsNoWholeNumberAndANumberThatIsTooLargeAreNamed() throws IOException {
        for (String step : new String[] {"1.5", "-1", "1000.0", "99999999999", "\"7\"", "null"}) {
            assertThatThrownBy(log("{\"step\":" + step + ",\"weights\":\"ema\",\"during\":\"training\"}")::entries)
                    .hasMessage(unusable(1) + "its step is " + step + ", not a whole number from 0");
        }
        assertThatThrownBy(log("{\"weights\":\"ema\",\"during\":\"training\"}")::entries)
                .hasMessage(unusable(1) + "its step is missing, not a whole number from 0");
        assertThatThrownBy(log("{\"step\":1,\"fid\":1e999,\"weights\":\"ema\",\"during\":\"training\"}")::entries)
                .hasMessageContaining("too large to be stored");
    }
}
