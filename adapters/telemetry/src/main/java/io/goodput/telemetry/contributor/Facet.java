package io.goodput.telemetry.contributor;

import java.util.Locale;

/** By what contributors are told apart. */
public enum Facet {
    /** For whom the work is done. */
    TENANT,
    /** Through what it came. */
    CLIENT,
    /** What is done. */
    OPERATION,
    /** By what it failed: the category; without one, the outcome. Only failures count. */
    ERROR;

    /** The field of a record that tells it: {@code tenant}, but {@code category} of an error. */
    public String field() {
        return this == ERROR ? "category" : label();
    }

    /** As a page or a record calls it: {@code tenant}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
