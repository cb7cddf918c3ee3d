package org.gan4j.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gan4j.api.inference.Weights;
import org.gan4j.data.images.PngFiles;
import org.gan4j.data.images.PngText;
import org.gan4j.data.images.PngTextReader;
import org.gan4j.data.photos.Photo;
import org.gan4j.provenance.Provenance.Kind;
import org.gan4j.provenance.watermark.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ProvenanceTest {
    @TempDir
    Path folder;

    private final Provenance full = Provenance.of(Kind.GENERATED, "conditional")
            .run("Кот <b>\n&amp; 猫 \uD83D\uDC31")
            .checkpoint(Optional.of("0123abcd"))
            .step(30)
            .seed(Long.MIN_VALUE)
            .weights(Weights.EMA);

    @Test
    void itIsReadBackFromTheFileAsItWas() {
        Path file = folder.resolve("a.png");
        Imprint.of(full).write(file, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
        assertThat(Provenance.in(PngTextReader.read(file))).contains(full);
        assertThat(Provenance.declaredKind(PngTextReader.read(file))).contains(Kind.GENERATED);
        Provenance few = Provenance.of(Kind.EDITED, "cyclegan");
        assertThat(Provenance.in(few.text())).contains(few);
        assertThat(Provenance.declaredKind(few.text())).contains(Kind.EDITED);
    }

    @Test
    void equalImagesGiveEqualFilesWithOrWithoutText() throws Exception {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        byte[] bytes = Imprint.of(full).bytes(image);
        assertThat(Imprint.of(full).bytes(image)).containsExactly(bytes).isNotEqualTo(PngFiles.bytes(image));
        assertThat(Imprint.NONE.bytes(image)).containsExactly(PngFiles.bytes(image));
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(20);
        Imprint.of(full).write(folder.resolve("b.png"), image);
        assertThat(Files.readAllBytes(folder.resolve("b.png"))).containsExactly(bytes);
    }

    @Test
    void theXmpIsXmlWithTheTermOfTheIptc() throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        String xmp = full.text().texts().get("XML:com.adobe.xmp");
        Element description = (Element) parsers.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xmp)))
                .getElementsByTagNameNS("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Description")
                .item(0);
        assertThat(description.getAttributeNS("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType"))
                .isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
    }

    @Test
    void textThatIsNotOfThisProjectOrDamagedSaysNothing() {
        assertThat(Provenance.in(PngText.NONE)).isEmpty();
        assertThat(Provenance.declaredKind(PngText.NONE)).isEmpty();
        assertThat(Provenance.in(new PngText(Map.of("gan4j:kind", "real", "gan4j:application", "x"))))
                .isEmpty();
        Provenance odd = Provenance.in(new PngText(Map.of(
                        "gan4j:kind", "generated",
                        "gan4j:application", "x",
                        "gan4j:step", "99999999999",
                        "gan4j:seed", "99999999999999999999",
                        "gan4j:weights", "EMA")))
                .orElseThrow();
        assertThat(odd.step()).isEmpty();
        assertThat(odd.seed()).isEmpty();
        assertThat(odd.weights()).isEmpty();
    }

    @Test
    void aWatermarkChangesThePixelsAndNotTheText() {
        Watermark watermark = Watermark.of("secret");
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        Path file = folder.resolve("c.png");
        Imprint.of(full).with(watermark).write(file, image);
        assertThat(Provenance.in(PngTextReader.read(file))).contains(full);
        assertThat(watermark.detect(Photo.read(file)).present()).isTrue();
    }
}
