package org.gan4j.data.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PngTextTest {
    /** Written by PIL 9.4.0: gan-provenance/src/test/oracle/watermark_oracle.py prints it. */
    private static final String OF_PIL = "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
            + "00000010744558745469746c6500706c61696e20636166e9a15dc3280000001d7a545874436f6d6d656e740000789c2b2e2c4d4dad"
            + "4a4d5128c6cd00000ae70e19d4f6763a0000002b69545874417574686f72000000656c00cea3cf85ceb3ceb3cf81ceb1cf86ceadce"
            + "b1cf8200cea9cebcceadceb3ceb104621a9100000026695458744465736372697074696f6e0001000000789c4bcecf2d284a2d2e4e"
            + "4d5178346732002d0806679e231d4b0000000a49444154789c636000000002000148afa4710000000049454e44ae426082";

    @TempDir
    Path folder;

    private final BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);

    @Test
    void anotherReaderSeesLatinLettersAsTextAndOthersAsInternationalText() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Software", "Gan4J <0.1>\n& \"café\"");
        texts.put("Source", "Кот 猫 \uD83D\uDC31");
        texts.put("XML:com.adobe.xmp", "<x/>");
        byte[] png = PngFiles.bytes(image, new PngText(texts));
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
        Element tree = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        NodeList plain = tree.getElementsByTagName("tEXtEntry");
        NodeList international = tree.getElementsByTagName("iTXtEntry");
        assertThat(plain.getLength()).isEqualTo(1);
        assertThat(attribute(plain, 0, "value")).isEqualTo("Gan4J <0.1>\n& \"café\"");
        assertThat(attribute(international, 0, "text")).isEqualTo("Кот 猫 \uD83D\uDC31");
        assertThat(attribute(international, 1, "keyword")).isEqualTo("XML:com.adobe.xmp");
        assertThat(reader.read(0).getWidth()).isEqualTo(3);
    }

    private static String attribute(NodeList nodes, int index, String name) {
        return ((Element) nodes.item(index)).getAttribute(name);
    }

    @Test
    void textIsReadBack() {
        PngText text = new PngText(Map.of("Comment", "a\r\nb\rc\0d", "Title", ""));
        Path file = folder.resolve("a.png");
        PngFiles.write(file, image, text);
        assertThat(PngTextReader.read(file))
                .isEqualTo(new PngText(Map.of("Comment", "a\nb\nc\uFFFDd", "Title", "")))
                .isEqualTo(text);
    }

    @Test
    void compressedTextOfAnotherProgramIsRead() throws IOException {
        Path file = Files.write(folder.resolve("pil.png"), HexFormat.of().parseHex(OF_PIL));
        assertThat(PngTextReader.read(file).texts())
                .containsExactly(
                        Map.entry("Title", "plain café"),
                        Map.entry("Comment", "squeezed squeezed squeezed squeezed "),
                        Map.entry("Author", "Ωμέγα"),
                        Map.entry("Description", "compressed ✓"));
    }

    @Test
    void damagedTextAndOtherFilesHaveNone() throws IOException {
        byte[] png = PngFiles.bytes(image, new PngText(Map.of("Title", "changed")));
        byte[] changed = PngFiles.bytes(image, new PngText(Map.of("Title", "changed")));
        changed[45] ^= 1; // in the text, so the check of the chunk fails
        assertThat(PngTextReader.read(Files.write(folder.resolve("b.png"), changed)))
                .isEqualTo(PngText.NONE);
        for (int length : new int[] {0, 5, 20, 40, png.length - 6}) {
            Path cut = Files.write(folder.resolve(length + ".png"), Arrays.copyOf(png, length));
            assertThat(PngTextReader.read(cut).texts().size()).isEqualTo(length > 60 ? 1 : 0);
        }
        assertThat(PngTextReader.read(Files.writeString(folder.resolve("c.jpg"), "no PNG at all, but text")))
                .isEqualTo(PngText.NONE);
    }

    @Test
    void aKeywordThatPngDoesNotAllowIsRefused() {
        for (String wrong : new String[] {"", " a", "a ", "a  b", "a\nb", "Кот", "a".repeat(80)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PngText(Map.of(wrong, "text")))
                    .withMessageContaining("is no keyword of a PNG file: use 1 to 79 printable Latin letters");
        }
    }
}
