package io.goodput.logs.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What pages are made of: files beside this class. */
public final class LogsAsset {
    private LogsAsset() {}

    /** The text of a file. */
    public static String text(String name) {
        try (var in = LogsAsset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
