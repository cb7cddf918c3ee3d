package ${package};

import java.nio.file.Path;
#if( $application == "tabular" )
import org.gan4j.api.optim.Adam;
#end
#if( $application == "conditional" )
import org.gan4j.apps.conditional.Conditional;
#elseif( $application == "super-resolution" )
import org.gan4j.apps.superresolution.SuperResolution;
import org.gan4j.apps.superresolution.Upscaler;
#elseif( $application == "tabular" )
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.apps.tabular.Tabular;
#elseif( $application == "text-to-image" )
import org.gan4j.apps.texttoimage.TextConditional;
#end
#if( $application == "super-resolution" )
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.data.crops.ImageCrops;
#elseif( $application == "tabular" )
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.tables.CsvTable;
import org.gan4j.data.tables.TableFile;
#elseif( $application == "text-to-image" )
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.emoji.Emoji;
#else
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
#end
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
#if( $application != "super-resolution" && $application != "tabular" )
import org.gan4j.dsl.inference.SampleRequest;
#end
import org.gan4j.training.ProgressLines;

#if( $application == "dcgan" )
/** Trains a GAN on images of clothes, and draws new ones. */
#elseif( $application == "conditional" )
/** Trains a GAN on images of clothes, and draws new ones of a class. */
#elseif( $application == "super-resolution" )
/** Trains a GAN on photographs, and enlarges others four times. */
#elseif( $application == "tabular" )
/** Trains a GAN on the rows of a table, and makes new ones. */
#else
/** Trains a GAN on emoji and their names, and draws new ones of a text. */
#end
public final class MyGan {
    private MyGan() {}

    /** Returns the settings; experiment.yaml has the same. */
    static OptionsStep settings() {
        return Gan.builder()
#if( $application == "dcgan" )
                .generator(Dcgan.generator().width(32))
                .critic(Dcgan.critic().width(32))
                .loss(new MyLoss())
                .data(FashionMnist.embedded()) // your own: ImageFolder.of(Path.of("photos"), 32)
                .steps(3000)
#elseif( $application == "conditional" )
                .application(Conditional.projection())
                .data(FashionMnist.embedded()) // your own, a folder for each class: ImageFolder.of(Path.of("photos"), 32)
                .generator(Dcgan.generator().width(32))
                .critic(Dcgan.critic().width(32))
                .loss(new MyLoss())
                .steps(3000)
#elseif( $application == "super-resolution" )
                .application(SuperResolution.srgan().scale(4).pixelSteps(1000)) // then with content and adversarial loss
                .data(ImageCrops.embedded().size(96)) // your own: ImageCrops.of(Path.of("photos"))
                .generator(SrResNet.generator().width(32).blocks(8))
                .critic(SrResNet.critic().width(32))
                .loss(new MyLoss())
                .batchSize(8)
                .steps(1500)
#elseif( $application == "tabular" )
                .application(Tabular.ctgan())
                .data(TableFile.embedded()) // your own: TableFile.of(Path.of("customers.csv"))
                .critic(Mlp.critic().layers(2).width(256))
                .loss(new MyLoss())
                .optimizer(Adam.of(5e-4, 0.5, 0.9))
                .batchSize(500)
                .steps(3000)
#else
                .application(TextConditional.bagOfWords())
                .data(Emoji.embedded().withTags()) // your own: CaptionedImages.of(Path.of("photos"), 32)
                .generator(Dcgan.generator().width(32))
                .critic(Dcgan.critic().width(32))
                .loss(new MyLoss())
                .batchSize(32)
                .steps(5000)
#end
                .seed(42);
    }

    /** Trains, and leaves a run in the folder: samples, metrics and checkpoints. */
    static void train(OptionsStep settings, Path run) {
        try (Gan gan = settings.runDirectory(run)
                .listener(ProgressLines.to(System.out))
                .build()) {
            gan.train();
        }
    }

#if( $application == "dcgan" )
    /** Draws images with the GAN of a run. */
    static void draw(Path run, int count, Path png) {
        try (Gan gan = Gan.load(run)) {
            gan.sample(SampleRequest.of(count).seed(7)).saveGrid(png);
        }
    }
#elseif( $application == "conditional" )
    /** Draws images of a class, such as trouser, with the GAN of a run. */
    static void draw(Path run, String label, int count, Path png) {
        try (Gan gan = Gan.load(run)) {
            gan.sample(SampleRequest.of(count).label(label).seed(7)).saveGrid(png);
        }
    }
#elseif( $application == "super-resolution" )
    /** Enlarges the image of a file with the GAN of a run. */
    static void enlarge(Path run, Path small, Path large) {
        try (Gan gan = Gan.load(run)) {
            gan.as(Upscaler.class).upscale(small, large);
        }
    }
#elseif( $application == "tabular" )
    /** Makes rows with the GAN of a run, which are like those of the table, and may be like some of them. */
    static void synthesize(Path run, int count, Path csv) {
        try (Gan gan = Gan.load(run)) {
            TableSampler sampler = gan.as(TableSampler.class);
            CsvTable.write(csv, sampler.columns(), count, (from, rows) -> sampler.rows(7, from, rows));
        }
    }
#else
    /** Draws images of a text with the GAN of a run. */
    static void draw(Path run, String text, int count, Path png) {
        try (Gan gan = Gan.load(run)) {
            gan.sample(SampleRequest.of(count).texts(text).seed(7)).saveGrid(png);
        }
    }
#end

    /** Without arguments, trains into runs/my-gan; with arguments, uses what is there. */
    public static void main(String[] arguments) {
        Path run = Path.of("runs", "my-gan");
        if (arguments.length == 0) {
            train(settings(), run);
#if( $application == "dcgan" )
        } else if (arguments.length == 1) {
            draw(run, 64, Path.of(arguments[0]));
        } else {
            throw new IllegalArgumentException("arguments are none, or the name of a PNG file");
        }
#elseif( $application == "conditional" )
        } else if (arguments.length == 2) {
            draw(run, arguments[0], 16, Path.of(arguments[1]));
        } else {
            throw new IllegalArgumentException("arguments are none, or a class and the name of a PNG file");
        }
#elseif( $application == "super-resolution" )
        } else if (arguments.length == 2) {
            enlarge(run, Path.of(arguments[0]), Path.of(arguments[1]));
        } else {
            throw new IllegalArgumentException("arguments are none, or a small image and the file of the large one");
        }
#elseif( $application == "tabular" )
        } else if (arguments.length == 2) {
            synthesize(run, Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        } else {
            throw new IllegalArgumentException("arguments are none, or a number of rows and the name of a CSV file");
        }
#else
        } else if (arguments.length == 2) {
            draw(run, arguments[0], 16, Path.of(arguments[1]));
        } else {
            throw new IllegalArgumentException("arguments are none, or a text and the name of a PNG file");
        }
#end
    }
}
