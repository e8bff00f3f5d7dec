package io.goodput.health;

/** What is known of a check. */
public enum Status {
    /** It has not reported yet, and still has the time to. */
    STARTING,
    /** All is well. */
    UP,
    /** It has not reported for too long, and nothing is concluded from that. */
    UNKNOWN,
    /** It found something wrong, or has not reported for too long and that counts as wrong. */
    DOWN
}
