package io.goodput.logs.record;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Parses lines of telemetry. It keeps nothing between two of them, and many threads can use one.
 *
 * <p>A line is taken for a record if it is a JSON object of version 1 with a known place and time; of {@code work} also
 * an operation and an id. Text may have up to {@value #MOST_TEXT} characters and values lie up to {@value #DEEPEST}
 * deep: what writes records stays far below.
 */
public final class RecordParser {
    static final int MOST_TEXT = 16 * 1024;
    static final int DEEPEST = 12;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(MOST_TEXT)
                    .maxNameLength(MOST_TEXT)
                    .maxNumberLength(64)
                    .build())
            .build();

    /** A parser. */
    public RecordParser() {}

    /** What the line says, in UTF-8; null if it is no record that can be understood. */
    public @Nullable LogRecord parse(byte[] line, int start, int length) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), line, start, length)) {
            var fields = new RecordFields(json);
            var draft = new RecordDraft();
            return fields.openObject() && read(fields, draft) ? draft.record() : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    /** Fields of any order; false if it is of a version that nobody here knows. */
    private static boolean read(RecordFields fields, RecordDraft draft) {
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "v" -> {
                    if (fields.number(0) != 1) {
                        return false;
                    }
                }
                case "trace" -> draft.trace = fields.text();
                case "parent" -> draft.parent = fields.text();
                case "dependencies" -> DependencyUseFields.readAll(fields, draft.dependencies);
                case "calls" -> CallFields.readAll(fields, draft.calls);
                case "details" -> fields.texts(draft.details);
                case "top" -> draft.top = TopListFields.readAll(fields);
                case "cut" -> {
                    Set<String> cut = fields.textSet();
                    draft.isCut = cut.contains("calls");
                    draft.isTopCut = cut.contains("top");
                }
                case "dropped" -> {
                    Map<String, Long> reasons = fields.numbers();
                    draft.dropped =
                            reasons.values().stream().mapToLong(Long::longValue).sum();
                }
                default -> draft.take(name, fields);
            }
        }
        return true;
    }
}
