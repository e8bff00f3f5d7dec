package io.goodput.telemetry.aggregate;

/** What a series holds of an interval. */
public enum SeriesKind {
    /** How often something happened. */
    COUNT,
    /** How long things took: how many, their sum, and how they are spread. */
    TIME,
    /** How high something stood. */
    LEVEL
}
