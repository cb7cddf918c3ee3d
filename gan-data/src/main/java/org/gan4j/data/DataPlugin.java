package org.gan4j.data;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Transform;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.data.crops.ImageCrops;
import org.gan4j.data.degraded.Degraded;
import org.gan4j.data.digits.Digits;
import org.gan4j.data.digits.DrawnDigits;
import org.gan4j.data.edges.Edges;
import org.gan4j.data.emoji.Emoji;
import org.gan4j.data.folder.CaptionedImages;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.folder.PairedFolder;
import org.gan4j.data.letters.Letters;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.data.numbers.NpyFile;
import org.gan4j.data.tables.TableFile;
import org.gan4j.data.tables.jdbc.DatabaseTable;
import org.gan4j.data.toy.GaussianGrid;
import org.gan4j.data.toy.GaussianRing;
import org.gan4j.data.toy.Point;
import org.gan4j.data.transforms.Blur;
import org.gan4j.data.transforms.Color;
import org.gan4j.data.transforms.Crop;
import org.gan4j.data.transforms.Flip;
import org.gan4j.data.transforms.Median;
import org.gan4j.data.transforms.Normalize;
import org.gan4j.data.transforms.Shift;

/** The plug-in with this module's data sources and transforms. Its paths are examples; a configuration sets them. */
public final class DataPlugin implements GanPlugin {
    private static final int SIZE = 64;
    private static final int LABELS = 100;
    private static final int SUBSET = 1000;

    @Override
    public List<DataSource> dataSources() {
        return List.of(
                FashionMnist.embedded(),
                Emoji.embedded(),
                ImageFolder.of(Path.of("images"), SIZE),
                PairedFolder.of(Path.of("pairs"), SIZE),
                CaptionedImages.of(Path.of("images"), SIZE),
                OwnImages.any(),
                ImageCrops.embedded(),
                Digits.embedded(),
                DrawnDigits.standard(),
                Cifar10.of(Path.of("cifar-10-batches-bin")),
                IdxImages.of(Path.of("train-images-idx3-ubyte.gz")),
                NpyFile.of(Path.of("data.npy")),
                CsvFile.of(Path.of("data.csv")),
                TableFile.embedded(),
                DatabaseTable.of("jdbc:postgresql://localhost/shop", "customers"),
                new Unpaired(FashionMnist.embedded(), FashionMnist.embedded()),
                PartlyLabeled.of(FashionMnist.embedded(), LABELS),
                Subset.of(FashionMnist.embedded(), SUBSET),
                new Part(FashionMnist.embedded(), 0, 2),
                Balanced.of(FashionMnist.embedded()),
                Grayscale.of(ImageCrops.embedded()),
                Edges.of(FashionMnist.embedded()),
                Stacked.of(FashionMnist.embedded()),
                Degraded.of(ImageCrops.embedded()),
                Letters.of("Serif"),
                GaussianGrid.standard(),
                GaussianRing.standard(),
                Point.zero());
    }

    @Override
    public List<Transform> transforms() {
        return List.of(
                Flip.horizontally(),
                Shift.slightly(),
                Crop.slightly(),
                Color.slightly(),
                new Normalize(),
                new Median(3),
                new Blur(1));
    }
}
