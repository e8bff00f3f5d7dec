package io.goodput.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A part of a page that is a file beside a class. */
public final class PageAsset {
    private PageAsset() {}

    /**
     * Its text.
     *
     * @param in what the class finds by that name, which only itself may look for; null if there is nothing
     * @param name for whoever has to look for it
     */
    public static String text(@Nullable InputStream in, String name) {
        try (in) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
