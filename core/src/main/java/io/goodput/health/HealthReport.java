package io.goodput.health;

import java.util.List;

/**
 * An answer to a probe. It does not change; the next one may be another.
 *
 * @param up the answer
 * @param findings on each check that was asked for it, and in an answer on readiness also on those that only inform
 */
public record HealthReport(boolean up, List<Finding> findings) {
    /** Copies the list. */
    public HealthReport {
        findings = List.copyOf(findings);
    }

    /**
     * What is known of one check.
     *
     * @param detail what was reported with it, or why it is not what was reported; may be empty
     * @param counted whether this check alone makes the answer no
     */
    public record Finding(String name, Status status, String detail, boolean counted) {}
}
