package ${package};

import static org.assertj.core.api.Assertions.assertThat;

#if( $application == "super-resolution" )
import java.awt.image.BufferedImage;
#end
import java.io.IOException;
#if( $application == "tabular" )
import java.nio.file.Files;
#end
import java.nio.file.Path;
#if( $application == "super-resolution" )
import java.util.Map;
#end
#if( $application != "tabular" )
import javax.imageio.ImageIO;
#end
import org.gan4j.dsl.experiment.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyGanTest {
    @TempDir
    Path folder;

    @Test
    void twentyStepsLeaveARunThatCanBeUsed() throws IOException {
        Path run = folder.resolve("run");
#if( $application != "tabular" )
        Path image = folder.resolve("image.png");
#end
#if( $application == "super-resolution" )
        MyGan.train(MyGan.settings().batchSize(2).phases(Map.of("pixel", 10)).steps(20), run);
        Path small = folder.resolve("small.png");
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", small.toFile());
        MyGan.enlarge(run, small, image);
#elseif( $application == "tabular" )
        MyGan.train(MyGan.settings().batchSize(40).steps(20), run);
        Path rows = folder.resolve("rows.csv");
        MyGan.synthesize(run, 100, rows);
#else
        MyGan.train(MyGan.settings().batchSize(8).steps(20), run);
#if( $application == "dcgan" )
        MyGan.draw(run, 16, image);
#elseif( $application == "conditional" )
        MyGan.draw(run, "trouser", 16, image);
#else
        MyGan.draw(run, "red heart", 16, image);
#end
#end
        assertThat(run.resolve("metrics.jsonl")).content().hasLineCount(20).doesNotContain("NaN");
#if( $application == "super-resolution" )
        assertThat(ImageIO.read(image.toFile()).getWidth()).isEqualTo(4 * 20);
#elseif( $application == "tabular" )
        assertThat(Files.readAllLines(rows)).hasSize(101);
#else
        assertThat(ImageIO.read(image.toFile()).getWidth()).isGreaterThan(4 * 28);
#end
    }

    @Test
    void theFileHasTheSettingsOfTheProgram() {
        assertThat(Experiment.read(Path.of("experiment.yaml")).spec())
                .isEqualTo(MyGan.settings().spec());
    }
}
