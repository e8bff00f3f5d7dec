package io.goodput.config.language;

import io.goodput.config.language.NodeContent.Entries;
import io.goodput.config.language.NodeContent.Items;
import io.goodput.config.language.NodeContent.Scalar;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.FilePlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One value of a configuration file: a single value, a list, or a block of keys. It knows its place, so that whoever
 * decodes it can say what is wrong where.
 */
public final class Node {
    private final FilePlace place;
    private final FilePlace keyPlace;
    private final KeyPath path;
    private final NodeContent content;

    Node(FilePlace place, FilePlace keyPlace, KeyPath path, NodeContent content) {
        this.place = place;
        this.keyPlace = keyPlace;
        this.path = path;
        this.content = content;
    }

    /**
     * Decodes this node.
     *
     * @throws ConfigException if the decoder refuses it; an {@link IllegalArgumentException}, such as from the
     *     constructor of a record, is given this node's place
     */
    public <T> T as(Decoder<T> decoder) {
        try {
            return decoder.decode(this);
        } catch (IllegalArgumentException e) {
            throw refused(Objects.requireNonNullElse(e.getMessage(), "cannot be used"));
        }
    }

    /**
     * The entries of a block whose keys are free, in file order.
     *
     * @throws ConfigException if this is not a block
     */
    public SequencedMap<String, Node> entries() {
        if (content instanceof Entries(var nodes)) {
            return nodes;
        }
        throw unexpected("a block of keys");
    }

    /**
     * The items of a list.
     *
     * @throws ConfigException if this is not a list
     */
    public List<Node> items() {
        if (content instanceof Items(var nodes)) {
            return nodes;
        }
        throw unexpected("a list");
    }

    /**
     * The single value as it was written, without its quotes and with values for its variables.
     *
     * @throws ConfigException if this is a list, a block or nothing
     */
    public String text() {
        return text("a single value");
    }

    /** The single value, for one who can say what it should be. */
    String text(String expected) {
        if (content instanceof Scalar scalar && !scalar.isNull()) {
            if (scalar.problem() != null) {
                throw scalar.problem();
            }
            return scalar.text();
        }
        throw unexpected(expected);
    }

    /** Whether this is a single value; false for {@code null}. */
    public boolean isScalar() {
        return content instanceof Scalar scalar && !scalar.isNull();
    }

    /** Whether this is a list. */
    public boolean isList() {
        return content instanceof Items;
    }

    /** Whether this is a block of keys. */
    public boolean isBlock() {
        return content instanceof Entries;
    }

    /** Whether this is a single value in quotes, a block of text, or from a variable. */
    public boolean isQuoted() {
        return content instanceof Scalar scalar && scalar.quoted();
    }

    /**
     * This block with another laid over it: keys that both have and that are blocks in both are laid over each other in
     * the same way, of all others the other's value counts, and a key whose value there is nothing is taken away.
     *
     * @throws ConfigException if either is not a block
     */
    public Node overlaid(Node other) {
        var merged = new LinkedHashMap<>(entries());
        other.entries().forEach((key, value) -> {
            Node own = merged.get(key);
            if (value.content instanceof Scalar scalar && scalar.isNull()) {
                merged.remove(key);
            } else {
                merged.put(key, own != null && own.isBlock() && value.isBlock() ? own.overlaid(value) : value);
            }
        });
        return new Node(place, keyPlace, path, new Entries(Collections.unmodifiableSequencedMap(merged)));
    }

    /** The node that keys lead to, or where they end before that; items of lists are {@code [0]}, {@code [1]} … */
    public Node nearest(List<String> keys) {
        Node at = this;
        for (String key : keys) {
            Node next = at.child(key);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private @Nullable Node child(String key) {
        return switch (content) {
            case Entries(var nodes) -> nodes.get(key);
            case Items(var nodes)
            when key.matches("\\[\\d{1,6}]") -> {
                int item = Integer.parseInt(key.substring(1, key.length() - 1));
                yield item < nodes.size() ? nodes.get(item) : null;
            }
            case Items _, Scalar _ -> null;
        };
    }

    /** This block without one of its keys, if it has it. */
    public Node without(String key) {
        var rest = new LinkedHashMap<>(entries());
        rest.remove(key);
        return new Node(place, keyPlace, path, new Entries(Collections.unmodifiableSequencedMap(rest)));
    }

    /**
     * This tree with another value at a path, written as {@link #path()} does: {@code clients.users.rate},
     * {@code faults[0].share}. Blocks that are not there are made, items are not.
     *
     * @throws ConfigException at the value, if the path leads through a single value or beyond a list
     */
    public Node with(String path, Node value) {
        return new PathChange(KeyPath.steps(path), value).in(this, 0);
    }

    /** This block with another value behind one of its keys. */
    Node withEntry(String key, Node value) {
        var changed = new LinkedHashMap<>(entries());
        changed.put(key, value);
        return new Node(place, keyPlace, path, new Entries(Collections.unmodifiableSequencedMap(changed)));
    }

    /** This list with another value for one of its items. */
    Node withItem(int index, Node value) {
        var changed = new ArrayList<>(items());
        changed.set(index, value);
        return new Node(place, keyPlace, path, new Items(Collections.unmodifiableList(changed)));
    }

    /** An empty block in the same place, behind another path. */
    Node emptyBlock(KeyPath at) {
        return new Node(place, keyPlace, at, new Entries(Collections.unmodifiableSequencedMap(new LinkedHashMap<>())));
    }

    /** A single value in the same place. */
    public Node withText(String text) {
        return new Node(place, keyPlace, path, new Scalar(text, false, VariablesUsed.NONE));
    }

    /** How many keys and items lead here from the root. */
    public int depth() {
        return path.depth();
    }

    KeyPath keyPath() {
        return path;
    }

    /** Where the value starts. */
    public FilePlace place() {
        return place;
    }

    /** Where the key of the value starts; where the value starts if it has no key. */
    public FilePlace keyPlace() {
        return keyPlace;
    }

    /** The keys from the root to here, such as {@code phases[0].rate}; empty for the root. */
    public String path() {
        return path.toString();
    }

    /**
     * An error at this node: {@code file:line:column: key.path: message}. The place is the value's, or for a list or a
     * block that of its key. Of a value that the environment sets, a message tells the variable in place of all but
     * what was expected.
     */
    public ConfigException error(String message) {
        return content instanceof Scalar scalar ? errorAt(place, scalar.refusal(message)) : errorAt(keyPlace, message);
    }

    /** What a constructor says of a block may repeat values that stand in it. */
    private ConfigException refused(String message) {
        if (content instanceof Scalar) {
            return error(message);
        }
        List<String> set = new ArrayList<>();
        forEachScalar(List.of(), (_, scalar) -> set.addAll(scalar.variables().set()));
        return error(set.isEmpty() ? message : new VariablesUsed(set, List.of()).refusalOfBlock(message));
    }

    /**
     * Where the values in it are from that were made from variables, in words, by their keys from here on; a list has
     * what its items have.
     */
    public SequencedMap<List<String>, String> notes() {
        var used = new LinkedHashMap<List<String>, VariablesUsed>();
        forEachScalar(List.of(), (keys, scalar) -> used.merge(keys, scalar.variables(), VariablesUsed::and));
        var notes = new LinkedHashMap<List<String>, String>();
        used.forEach((keys, variables) -> {
            if (!variables.note().isEmpty()) {
                notes.put(keys, variables.note());
            }
        });
        return notes;
    }

    private void forEachScalar(List<String> keys, BiConsumer<List<String>, Scalar> action) {
        switch (content) {
            case Scalar scalar -> action.accept(keys, scalar);
            case Items(var nodes) -> nodes.forEach(each -> each.forEachScalar(keys, action));
            case Entries(var nodes) ->
                nodes.forEach((key, each) -> {
                    var longer = new ArrayList<>(keys);
                    longer.add(key);
                    each.forEachScalar(longer, action);
                });
        }
    }

    /** The same on the line of the key, whatever stands behind it. */
    public ConfigException keyError(String message) {
        return errorAt(keyPlace, message);
    }

    private ConfigException errorAt(FilePlace where, String message) {
        return where.error(path(), message);
    }

    private ConfigException unexpected(String expected) {
        return error("found " + content.kind() + " (expected: " + expected + ")");
    }
}
