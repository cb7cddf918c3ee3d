package org.gan4j.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the Python of the page about PyTorch to the example, which scripts/check-pytorch runs. */
class PythonSnippetsTest {
    @Test
    void functionsAreThoseOfTheExample() throws IOException {
        String example = Files.readString(Page.ROOT.resolve("examples/pytorch/gan4j.py"));
        List<Page.Block> functions = Page.of("docs/pytorch.md").blocks("python").stream()
                .filter(block -> block.code().startsWith("def "))
                .toList();
        assertThat(functions).isNotEmpty().allSatisfy(block -> assertThat(example)
                .contains(block.code()));
    }
}
