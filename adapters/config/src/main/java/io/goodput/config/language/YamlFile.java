package io.goodput.config.language;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.FilePlace;
import io.goodput.config.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads YAML into a tree of nodes that know their place. A configuration file comes from people and from their tools,
 * so it is read with bounds: at most 1 MiB of UTF-8 in a regular file, one document, 32 levels, 100,000 nodes, no
 * anchors, aliases or tags.
 */
public final class YamlFile {
    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String EXPECTED = " (expected: a YAML file of at most 1 MiB)";

    private YamlFile() {}

    /**
     * Reads a file, in which no variable is set.
     *
     * @return the root of its tree
     * @throws ConfigException if the file cannot be read or breaks a bound
     */
    public static Node read(Path file) {
        return read(file, Environment.NONE);
    }

    /**
     * Reads a file.
     *
     * @param environment has its variables
     * @return the root of its tree
     * @throws ConfigException if the file cannot be read, breaks a bound, or has a variable that is not set
     */
    public static Node read(Path file, Environment environment) {
        return parse(file.toString(), text(file), environment);
    }

    /**
     * What a file comes to in which no variable is set, or all that is wrong with it.
     *
     * @throws ConfigException if the file cannot be read, breaks a bound or is refused
     */
    public static <T> T read(Path file, Decoder<T> decoder) {
        return read(file, Environment.NONE, decoder);
    }

    /**
     * What a file comes to, or all that is wrong with it.
     *
     * @param environment has its variables
     * @throws ConfigException if the file cannot be read, breaks a bound or is refused
     */
    public static <T> T read(Path file, Environment environment, Decoder<T> decoder) {
        return parse(file.toString(), text(file), environment, decoder);
    }

    /**
     * The text of what is not a file, such as standard input, to its end.
     *
     * @param name stands for the file's name in messages
     * @throws ConfigException if it breaks a bound
     * @throws IOException if it cannot be read
     */
    public static String text(String name, InputStream in) throws IOException {
        return decode(name, cappedBytes(name, in));
    }

    /**
     * The text of a file, read with the same bounds.
     *
     * @throws ConfigException if the file cannot be read or breaks a bound
     */
    public static String text(Path file) {
        var name = file.toString();
        return decode(name, bytes(name, file));
    }

    /**
     * Parses text that is not in a file of its own, and in which no variable is set.
     *
     * @param name stands for the file's name in messages
     * @return the root of its tree
     * @throws ConfigException if the text breaks a bound
     */
    public static Node parse(String name, String text) {
        return parse(name, text, Environment.NONE);
    }

    /**
     * Parses text that is not in a file of its own.
     *
     * @param name stands for the file's name in messages
     * @param environment has its variables
     * @return the root of its tree
     * @throws ConfigException if the text breaks a bound, or has a variable that is not set
     */
    public static Node parse(String name, String text, Environment environment) {
        return parse(name, text, environment, Decoder.of("a file", root -> root));
    }

    /**
     * What text comes to in which no variable is set, or all that is wrong with it.
     *
     * @param name stands for the file's name in messages
     * @throws ConfigException if the text breaks a bound, or is refused
     */
    public static <T> T parse(String name, String text, Decoder<T> decoder) {
        return parse(name, text, Environment.NONE, decoder);
    }

    /**
     * What text comes to, or all that is wrong with it: keys that stand twice, variables that are not set, and what the
     * decoder refuses.
     *
     * @param name stands for the file's name in messages
     * @param environment has its variables
     * @throws ConfigException if the text breaks a bound, or is refused
     */
    public static <T> T parse(String name, String text, Environment environment, Decoder<T> decoder) {
        var problems = new Problems();
        Node root = tree(name, text, environment, problems);
        T value = problems.attempt(() -> root.as(decoder));
        if (value == null || !problems.isEmpty()) {
            throw problems.refusal();
        }
        return value;
    }

    private static Node tree(String name, String text, Environment environment, Problems problems) {
        if (text.length() > MAX_BYTES) {
            throw unreadable(name, "larger than 1 MiB");
        }
        var body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        refuseUnprintable(name, body);
        return TreeReader.read(name, body, environment, problems);
    }

    private static byte[] bytes(String name, Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw unreadable(name, "is a directory");
            }
            // A FIFO would block the reader and a device may have no end.
            if (!attributes.isRegularFile()) {
                throw unreadable(name, "not a regular file");
            }
            if (attributes.size() > MAX_BYTES) {
                throw unreadable(name, "larger than 1 MiB");
            }
            try (var in = Files.newInputStream(file)) {
                return cappedBytes(name, in);
            }
        } catch (NoSuchFileException e) {
            throw unreadable(name, "no such file");
        } catch (AccessDeniedException e) {
            throw unreadable(name, "no permission to read it");
        } catch (IOException e) {
            throw unreadable(name, "cannot be read: " + e.getMessage());
        }
    }

    /** The size above may be a lie: files of /proc say 0, and a file may grow meanwhile. */
    private static byte[] cappedBytes(String name, InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw unreadable(name, "larger than 1 MiB");
        }
        return bytes;
    }

    private static String decode(String name, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw FilePlace.atEndOf(name, out)
                    .error("not UTF-8: byte 0x%02x (expected: UTF-8 text)".formatted(bytes[in.position()]));
        }
        return out.toString();
    }

    /** YAML allows no control characters; said here because the parser names neither their line nor their code well. */
    private static void refuseUnprintable(String name, String text) {
        int at = unprintable(text);
        if (at >= 0) {
            throw FilePlace.atEndOf(name, text.substring(0, at))
                    .error("character U+%04X (expected: printable text)".formatted(text.codePointAt(at)));
        }
    }

    /** Where the first character stands that YAML does not allow; -1 if it allows all. */
    static int unprintable(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!printable(codePoint)) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return -1;
    }

    private static boolean printable(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', '\r', 0x85 -> true;
            case 0xFFFE, 0xFFFF -> false;
            default ->
                codePoint >= 0x20
                        && (codePoint < 0x7F || codePoint > 0x9F)
                        && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
        };
    }

    private static ConfigException unreadable(String name, String problem) {
        return new ConfigException(Echo.escaped(name + ": " + problem + EXPECTED));
    }
}
