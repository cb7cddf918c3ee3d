package org.gan4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.data.tables.RowSource;
import org.gan4j.data.tables.jdbc.RowOrigin;
import org.gan4j.dsl.Gan;
import org.gan4j.training.RunDirectory;

/**
 * The rows that a trained GAN makes of a seed.
 *
 * @param latest whether the latest weights are used, in place of their moving average
 * @param where the condition of all rows; null for none
 */
record SynthesizedRows(TableSampler sampler, int step, long seed, boolean latest, String where) {
    /**
     * Returns the rows of a GAN.
     *
     * @throws IllegalArgumentException if it makes no tables, or the condition is none
     */
    static SynthesizedRows of(Gan gan, Path run, Long seed, WeightsChoice weights, String where) {
        TableSampler all = weights.tables(gan, run);
        return new SynthesizedRows(
                where == null ? all : all.where(where),
                gan.steps(),
                seed == null ? gan.spec().seed() : seed,
                weights.latest(),
                where);
    }

    TableEncoding table() {
        return sampler.table();
    }

    WrittenColumns written() {
        return WrittenColumns.of(sampler);
    }

    RowSource source() {
        WrittenColumns written = written();
        return (from, count) -> written.of(sampler.rows(seed, from, count));
    }

    /**
     * Returns what decides about the rows.
     *
     * @param run the folder of the run, whose checkpoint is read
     * @throws UncheckedIOException if it cannot be read
     */
    RowOrigin origin(Path run) {
        return new RowOrigin(digest(new RunDirectory(run)), step, seed, latest ? "latest" : "usual");
    }

    /** Returns a digest of the weights, the settings with the encoding, and the condition. */
    private String digest(RunDirectory run) {
        Path checkpoint = run.checkpoint(step);
        try (InputStream file = Files.newInputStream(checkpoint);
                DigestInputStream in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            in.getMessageDigest().update(Files.readAllBytes(run.experiment()));
            if (where != null) {
                in.getMessageDigest().update(where.getBytes(StandardCharsets.UTF_8));
            }
            return "sha256-" + HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException failed) {
            throw new UncheckedIOException("the checkpoint " + checkpoint + " cannot be read: " + failed, failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
