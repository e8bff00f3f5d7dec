package io.goodput.config.language;

import io.goodput.config.language.NodeContent.Entries;
import io.goodput.config.language.NodeContent.Items;
import io.goodput.config.language.NodeContent.Scalar;
import io.goodput.config.problem.FilePlace;
import io.goodput.config.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Builds the tree from the parser's tokens and refuses what the bounds exclude as soon as it shows. A token's start in
 * the source tells what the parser hides: quotes, anchors, aliases and tags.
 */
final class TreeReader {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NODES = 100_000;

    private final String file;
    private final int[] source;
    private final JsonParser parser;
    private final Variables variables;
    private final Problems problems;
    private int nodes;

    private TreeReader(String file, String text, JsonParser parser, Environment environment, Problems problems) {
        this.problems = problems;
        this.file = file;
        this.source = text.codePoints().toArray();
        this.parser = parser;
        this.variables = new Variables(environment);
    }

    /**
     * The root, of which the first of equal keys counts.
     *
     * @param problems is told of the others, and of variables that cannot be used
     */
    static Node read(String file, String text, Environment environment, Problems problems) {
        try (var parser = factory(text).createParser(ObjectReadContext.empty(), text)) {
            return new TreeReader(file, text, parser, environment, problems).document();
        }
    }

    /**
     * Snakeyaml-engine reads in windows of 1,024 characters and version 3.0.1 fails on a surrogate pair that lies
     * across an edge, so the window is made to hold all of the text.
     */
    private static YAMLFactory factory(String text) {
        var settings = LoadSettings.builder().setBufferSize(text.length() + 16).build();
        // Duplicate keys are found here, where the line of the first is known.
        return YAMLFactory.builder()
                .loadSettings(settings)
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private Node document() {
        var first = next();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw new FilePlace(file, 1, 1).error("empty document (expected: a block of keys)");
        }
        var root = node(first, KeyPath.ROOT, null, 1);
        if (next() != null) {
            throw place().error("a second document (expected: one document in a file)");
        }
        return root;
    }

    private Node node(JsonToken token, KeyPath path, @Nullable FilePlace keyPlace, int depth) {
        var place = place();
        refuseSigils(place);
        if (++nodes > MAX_NODES) {
            throw place.error("more than 100,000 values (expected: fewer)");
        }
        if (token.isStructStart() && depth > MAX_DEPTH) {
            throw place.error("nested deeper than 32 levels (expected: fewer)");
        }
        var content = switch (token) {
            case START_OBJECT -> entries(path, depth);
            case START_ARRAY -> items(path, depth);
            default -> scalar(place, path);
        };
        return new Node(place, keyPlace == null ? place : keyPlace, path, content);
    }

    private Scalar scalar(FilePlace place, KeyPath path) {
        var scalar = variables.scalar(place, path, parser.getString(), "\"'|>".indexOf(sourceAtToken()) >= 0);
        if (scalar.problem() != null) {
            problems.add(scalar.problem());
        }
        return scalar;
    }

    private Entries entries(KeyPath path, int depth) {
        var entries = new LinkedHashMap<String, Node>();
        while (next() != JsonToken.END_OBJECT) {
            var keyPlace = place();
            refuseSigils(keyPlace);
            var key = parser.currentName();
            var keyPath = path.key(key);
            problems.check(() -> Variables.refuse(keyPlace, keyPath, key));
            var value = node(someToken(), keyPath, keyPlace, depth + 1);
            var first = entries.putIfAbsent(key, value);
            if (first != null) {
                problems.add(value.keyError(
                        "duplicate key (first on line " + first.keyPlace().line() + ")"));
            }
        }
        return new Entries(Collections.unmodifiableSequencedMap(entries));
    }

    private Items items(KeyPath path, int depth) {
        var items = new ArrayList<Node>();
        for (var token = someToken(); token != JsonToken.END_ARRAY; token = someToken()) {
            items.add(node(token, path.item(items.size()), null, depth + 1));
        }
        return new Items(Collections.unmodifiableList(items));
    }

    private JsonToken someToken() {
        var token = next();
        if (token == null) {
            throw place().error("the document ends too early");
        }
        return token;
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw SyntaxProblem.of(e, file, place(), sourceAtToken());
        }
    }

    /** Anchors let a few lines stand for billions of values, and tags name types that a decoder already knows. */
    private void refuseSigils(FilePlace place) {
        var problem = SyntaxProblem.sigil(sourceAtToken());
        if (problem != null) {
            throw place.error(problem);
        }
    }

    /** The character a token starts with, or a blank for the nothing behind a key. */
    private int sourceAtToken() {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < source.length ? source[(int) offset] : ' ';
    }

    private FilePlace place() {
        var location = parser.currentTokenLocation();
        return new FilePlace(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
