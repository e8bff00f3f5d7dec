package io.goodput.bench.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation, or a source that it shows parts of. */
record Page(String text) {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern JAVA = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("^ *// region [a-z]+\n(.*?)^ *// endregion$", Pattern.MULTILINE | Pattern.DOTALL);

    static Page of(String name) throws IOException {
        return read(DOCS.resolve(name));
    }

    static Page read(Path file) throws IOException {
        return new Page(Files.readString(file));
    }

    /** The Java that a page shows, in its order. */
    List<String> javaBlocks() {
        return all(JAVA);
    }

    /** The parts of a source that are marked to be shown, without the indent that they share. */
    List<String> regions() {
        return all(REGION).stream()
                .map(part -> part.stripTrailing().stripIndent() + "\n")
                .toList();
    }

    private List<String> all(Pattern pattern) {
        List<String> found = new ArrayList<>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** As a page shows what a program printed. */
    static String indented(String output) {
        return output.indent(4);
    }
}
