package org.gan4j.apps.superresolution;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.inference.Weights;
import org.gan4j.data.photos.BandedImage;
import org.gan4j.data.photos.Finish;
import org.gan4j.data.photos.Photo;
import org.gan4j.data.photos.PhotoFormat;

/** An upscaler that enlarges tile by tile. */
record TiledUpscaler(GeneratorTiles generator, Tiles tiles, Weights weights, Finish finish, Listener listener)
        implements Upscaler {
    @Override
    public int scale() {
        return generator.scale();
    }

    @Override
    public BufferedImage upscale(BufferedImage image) {
        Photo photo = Photo.of(image);
        long samples = (long) photo.width()
                * photo.height()
                * scale()
                * scale()
                * photo.layout().channels();
        if (samples > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("an image of " + photo.width() + "×" + photo.height() + " becomes "
                    + "too large for memory at " + scale() + " times its size: upscale from file to file");
        }
        return enlarged(photo).whole();
    }

    @Override
    public void upscale(Path from, Path to) {
        PhotoFormat format = PhotoFormat.of(to);
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder + " for " + to + ": create it first");
        }
        Photo photo = Photo.read(from);
        format.write(to, enlarged(photo), photo.profile(), finish, listener::warning);
    }

    private BandedImage enlarged(Photo photo) {
        return new EnlargedBands(photo, tiles, scale(), listener::tile)
                .image((planes, colors) -> generator.enlarge(planes, colors, tiles.side(), weights));
    }

    @Override
    public Upscaler tiles(Tiles chosen) {
        return new TiledUpscaler(generator, chosen, weights, finish, listener);
    }

    @Override
    public Upscaler weights(Weights chosen) {
        return new TiledUpscaler(generator, tiles, chosen, finish, listener);
    }

    @Override
    public Upscaler finish(Finish chosen) {
        return new TiledUpscaler(generator, tiles, weights, chosen, listener);
    }

    @Override
    public Upscaler listener(Listener chosen) {
        return new TiledUpscaler(generator, tiles, weights, finish, chosen);
    }
}
