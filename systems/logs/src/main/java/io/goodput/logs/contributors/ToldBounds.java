package io.goodput.logs.contributors;

/**
 * Between which numbers the truth lies for certain.
 *
 * @param least units that were counted for certain
 * @param most what a summary of bounded memory counted, which is never too low
 */
public record ToldBounds(long least, long most) {}
