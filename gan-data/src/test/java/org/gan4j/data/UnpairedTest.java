package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.data.emoji.Emoji;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.folder.PairedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpairedTest {
    private final Unpaired recipe = new Unpaired(Emoji.embedded(), Emoji.embedded());

    @TempDir
    private Path folder;

    private ImageFolder set(String name) {
        return new ImageFolder(folder.resolve(name).toString(), 16, ColorMode.RGB);
    }

    private void create(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectory(folder.resolve(name));
        }
    }

    @Test
    void aFolderWithTwoSubFoldersIsTwoSetsInTheOrderOfTheirNames() throws IOException {
        create("zebras", "horses", ".hidden");
        Files.writeString(folder.resolve("readme.txt"), "two sets");
        ImageFolder whole = new ImageFolder(folder.toString(), 16, ColorMode.RGB);
        assertThat(recipe.over(whole)).isEqualTo(new Unpaired(set("horses"), set("zebras")));
    }

    /** Sub-folders of these names are otherwise pairs. */
    @Test
    void theSubFoldersMayBeCalledSourceAndImage() throws IOException {
        create("source", "image");
        PairedFolder pairs = new PairedFolder(folder.toString(), 16, ColorMode.RGB, false);
        assertThat(recipe.over(pairs)).isEqualTo(new Unpaired(set("image"), set("source")));
    }

    @Test
    void twoSetsReplaceBoth() {
        Unpaired other = new Unpaired(set("a"), set("b"));
        assertThat(recipe.over(other)).isEqualTo(other);
    }

    @Test
    void anythingElseIsRefusedWithASentence() throws IOException {
        create("a", "b", "c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recipe.over(new ImageFolder(folder.toString(), 16, ColorMode.RGB)))
                .withMessage("unpaired data are two sets of images, and the folder " + folder
                        + " has 3 sub-folders: give it exactly two, such as A and B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recipe.over(Emoji.embedded()))
                .withMessage(
                        "unpaired data are two sets, and emoji is one: name a folder with two sub-folders of images,"
                                + " or set data.data and data.other");
    }
}
