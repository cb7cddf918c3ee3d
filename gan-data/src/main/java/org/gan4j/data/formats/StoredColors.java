package org.gan4j.data.formats;

import java.util.Optional;

/**
 * The meaning of stored colors.
 *
 * @param profile the ICC profile to convert them by, if there is one
 * @param calibration the gamma and the primaries of a PNG without a profile, unless they are those of sRGB
 * @param gray whether the file says that its pixels are gray
 * @param cmyk whether the decoder converts inks to sRGB, by the file's profile if it has one
 * @param invisible the color {@code 0xRRRRGGGGBBBB} that is transparent, in samples as stored, or -1
 */
record StoredColors(
        Optional<byte[]> profile, Optional<Calibration> calibration, boolean gray, boolean cmyk, long invisible) {
    static StoredColors srgb() {
        return new StoredColors(Optional.empty(), Optional.empty(), false, false, -1);
    }

    static StoredColors of(Optional<byte[]> profile, boolean gray) {
        return new StoredColors(profile, Optional.empty(), gray, false, -1);
    }

    static StoredColors inks() {
        return new StoredColors(Optional.empty(), Optional.empty(), false, true, -1);
    }
}
