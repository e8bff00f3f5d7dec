package io.goodput.netty.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A certificate and its key.
 *
 * @param certificates in PEM, the server's own first, then those that it is signed with
 * @param key in PEM (PKCS #8) without a password; others than its owner and group must not be able to read it
 */
public record TlsFiles(Path certificates, Path key) {
    private static final long LARGEST = 1 << 20;

    /** What tells whether they have changed. */
    record Version(FileTime certificates, FileTime key, long certificatesSize, long keySize) {}

    Version version() throws IOException {
        return new Version(
                Files.getLastModifiedTime(certificates),
                Files.getLastModifiedTime(key),
                Files.size(certificates),
                Files.size(key));
    }

    /** Refuses what is too large to be one, and a key that anybody can read. */
    void check() throws IOException {
        for (Path file : new Path[] {certificates, key}) {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + ": " + Files.size(file) + " bytes (expected: <= " + LARGEST + ")");
            }
        }
        if (!Files.getFileStore(key).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> may = Files.getPosixFilePermissions(key);
        if (may.contains(PosixFilePermission.OTHERS_READ) || may.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException(
                    key + ": " + PosixFilePermissions.toString(may) + " (expected: nothing for others, as rw-------)");
        }
    }
}
