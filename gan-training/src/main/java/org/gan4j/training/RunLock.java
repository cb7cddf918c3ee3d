package org.gan4j.training;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.tensor.io.Uninterrupted;

/**
 * The exclusive right to change a run directory. It is a lock of the operating system on the file run.lock, which ends
 * with the process however that ends, and an entry in a list of this program's own, since such a lock does not keep out
 * the process that holds it. The file names its owner while the lock is held, and is empty otherwise; it is never
 * deleted while a run exists, as another process may have opened it already.
 */
public final class RunLock implements AutoCloseable {
    /**
     * The process that holds a lock.
     *
     * @param host the name of its computer
     * @param pid its process id there
     * @param since the time at which it took the lock
     */
    public record Owner(String host, long pid, Instant since) {
        private static final Pattern TEXT = Pattern.compile("host: (\\S+)\npid: (\\d{1,18})\nsince: (\\S+)\n");

        static Owner here() {
            return new Owner(
                    hostName(), ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        }

        private static String hostName() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException nameless) {
                return "localhost";
            }
        }

        private static Optional<Owner> of(String text) {
            Matcher found = TEXT.matcher(text);
            return found.matches()
                    ? Optional.of(
                            new Owner(found.group(1), Long.parseLong(found.group(2)), Instant.parse(found.group(3))))
                    : Optional.empty();
        }

        /** Returns whether the process runs; of another computer, this is not known, and assumed. */
        public boolean isAlive() {
            return !host.equals(hostName())
                    || ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }

        private String text() {
            return "host: " + host + "\npid: " + pid + "\nsince: " + since + "\n";
        }

        @Override
        public String toString() {
            return "process " + pid + " on " + host + ", since " + since;
        }
    }

    /** Far behind the text, which others could not read on Windows if it were locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int LONGEST_TEXT = 1000;
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;
    private final Optional<Owner> dead;

    private RunLock(Path key, FileChannel channel, Optional<Owner> dead) {
        this.key = key;
        this.channel = channel;
        this.dead = dead;
    }

    /**
     * Takes the lock of a run directory, which must exist.
     *
     * @throws RunLockedException if this or another process holds it; the message names the owner
     * @throws java.io.UncheckedIOException if the file of the lock cannot be written
     */
    public static RunLock acquire(RunDirectory run) {
        Path file = run.lock();
        try {
            Path key = run.root().toRealPath();
            if (!HELD_HERE.add(key)) {
                throw heldHere(run);
            }
            try {
                return Uninterrupted.get(() -> acquire(run, key));
            } catch (IOException | RuntimeException failed) {
                HELD_HERE.remove(key);
                throw failed;
            }
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }

    private static RunLock acquire(RunDirectory run, Path key) throws IOException {
        FileChannel channel = FileChannel.open(
                run.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            Optional<Owner> before = read(channel);
            if (lock == null) {
                throw new RunLockedException("another program is training in " + run.root()
                        + before.map(each -> ", " + each).orElse("")
                        + ": wait until it finishes, or choose another folder");
            }
            channel.truncate(0);
            ByteBuffer text = StandardCharsets.UTF_8.encode(Owner.here().text());
            while (text.hasRemaining()) {
                channel.write(text, text.position());
            }
            return new RunLock(key, channel, before);
        } catch (OverlappingFileLockException here) { // by another path to the same folder
            channel.close();
            throw heldHere(run);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static RunLockedException heldHere(RunDirectory run) {
        return new RunLockedException("this program is training in " + run.root()
                + " already: wait until that training ends, or choose another folder");
    }

    private static Optional<Owner> read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
        channel.read(text, 0);
        return Owner.of(StandardCharsets.UTF_8.decode(text.flip()).toString());
    }

    /**
     * Returns who trains in a run directory, without taking the lock. A process of this computer that has ended without
     * giving the lock back is none.
     *
     * @throws java.io.UncheckedIOException if the file of the lock cannot be read
     */
    public static Optional<Owner> owner(RunDirectory run) {
        try {
            return Files.isRegularFile(run.lock())
                    ? Owner.of(Files.readString(run.lock())).filter(Owner::isAlive)
                    : Optional.empty();
        } catch (IOException failed) {
            throw StorageException.of(run.lock(), failed);
        }
    }

    /** Returns the owner that ended without giving the lock back, if there was one. */
    public Optional<Owner> dead() {
        return dead;
    }

    /** Gives the lock back. Closing it again has no effect. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Uninterrupted.get(() -> {
                empty();
                return true;
            });
        } catch (IOException failed) {
            // the next owner says that this one ended without giving it back, which does no harm
        } finally {
            HELD_HERE.remove(key);
        }
    }

    /** Empties the file and closes it. */
    private void empty() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                channel.truncate(0);
            }
            return;
        }
        // an interruption closed it, so another program may have the lock by now
        try (FileChannel again = FileChannel.open(new RunDirectory(key).lock(), StandardOpenOption.WRITE)) {
            if (again.tryLock(LOCKED_BYTE, 1, false) != null) {
                again.truncate(0);
            }
        }
    }
}
