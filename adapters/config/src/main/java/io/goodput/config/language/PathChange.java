package io.goodput.config.language;

import java.util.List;

/** Puts a value into a tree at the end of a path. */
record PathChange(List<String> steps, Node value) {
    /** The node that the first {@code depth} steps lead to, changed. */
    Node in(Node node, int depth) {
        if (depth == steps.size()) {
            return value;
        }
        String step = steps.get(depth);
        return step.startsWith("[") ? inList(node, depth, item(step)) : inBlock(node, depth, step);
    }

    private Node inBlock(Node node, int depth, String key) {
        if (!node.isBlock()) {
            throw value.error(lead(depth) + " is no block of keys, so it has no " + key);
        }
        Node own = node.entries().get(key);
        return node.withEntry(
                key, in(own == null ? value.emptyBlock(node.keyPath().key(key)) : own, depth + 1));
    }

    private Node inList(Node node, int depth, int index) {
        if (!node.isList()) {
            throw value.error(lead(depth) + " is no list, so it has no item " + index);
        }
        int count = node.items().size();
        if (index >= count) {
            throw value.error(
                    lead(depth) + " has " + count + " items (expected: an item from 0 to " + (count - 1) + ")");
        }
        return node.withItem(index, in(node.items().get(index), depth + 1));
    }

    private static int item(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }

    private String lead(int depth) {
        return depth == 0
                ? "the file"
                : String.join(".", steps.subList(0, depth)).replace(".[", "[");
    }
}
