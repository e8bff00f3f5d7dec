package io.goodput.logs.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goodput.config.problem.Echo;
import io.goodput.logs.scan.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines as they are shown: as they stand in the file, or short, for people. Not thread-safe. */
public final class TailText {
    private static final List<String> NAMED =
            List.of("tenant", "client", "trace", "category", "error", "refusal", "why");

    private static final int MOST_DIGITS = 18;

    private final Map<String, FieldPath> fields = new LinkedHashMap<>();

    /** Shows lines. */
    public TailText() {
        Stream.concat(
                        Stream.of(
                                "at",
                                "kind",
                                "service",
                                "instance",
                                "operation",
                                "outcome",
                                "status",
                                "us",
                                "mode",
                                "policy",
                                "name"),
                        NAMED.stream())
                .forEach(name -> fields.put(name, new FieldPath(name)));
    }

    /** As it stands there, without what a terminal would obey. */
    public static String plain(byte[] line) {
        return Echo.escaped(new String(line, UTF_8).stripTrailing());
    }

    /** In a line: when, who, what, how it ended, how long it took, and whatever explains it. */
    public String pretty(byte[] line) {
        var text = new StringJoiner(" ");
        text.add(Objects.requireNonNullElse(of("at", line), "-"));
        text.add(Objects.requireNonNullElse(of("service", line), "-") + "/"
                + Objects.requireNonNullElse(of("instance", line), "-"));
        String kind = of("kind", line);
        if ("work".equals(kind)) {
            add(text, of("operation", line));
            add(text, of("outcome", line));
            add(text, of("status", line));
            add(text, time(of("us", line)));
        } else {
            add(text, kind);
            add(text, of("mode", line));
            add(text, of("policy", line));
            add(text, of("name", line));
        }
        for (String name : NAMED) {
            String value = of(name, line);
            if (value != null) {
                text.add(name + "=" + value);
            }
        }
        return Echo.escaped(text.toString());
    }

    private @Nullable String of(String field, byte[] line) {
        return Objects.requireNonNull(fields.get(field)).in(line);
    }

    private static @Nullable String time(@Nullable String us) {
        if (us == null || !us.chars().allMatch(Character::isDigit) || us.length() > MOST_DIGITS) {
            return us;
        }
        return String.format(Locale.ROOT, "%.3fms", Long.parseLong(us) / 1000.0);
    }

    private static void add(StringJoiner text, @Nullable String word) {
        if (word != null) {
            text.add(word);
        }
    }
}
