package org.gan4j.data.folder;

import java.util.List;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageDecoder.Size;
import org.gan4j.data.formats.UnusableException;

/** Pairs of which each file shows both images, the source on the left. */
record SideBySide(ImageFiles files, ImageDecoder decoder) implements PairLayout {
    @Override
    public Size measure(Found file) throws UnusableException {
        return decoder.measureHalf(file.file());
    }

    @Override
    public List<PixelImage> read(Found file) throws UnusableException {
        return decoder.readHalves(file.file());
    }

    @Override
    public List<DataFile> origins(Found file) {
        return List.of(file.origin());
    }
}
