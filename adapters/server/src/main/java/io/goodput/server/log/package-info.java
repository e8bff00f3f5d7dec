/**
 * The log of a server: one line for each thing on standard error, for people or as JSON, whoever logged it.
 *
 * <p>In: records of {@code java.util.logging}, which is where {@link System.Logger}, Netty and, by {@code slf4j-jdk14},
 * dependencies end up. Out: lines, limited where many are alike, written by one thread, so that nobody waits for a
 * reader of the log that does not read.
 */
package io.goodput.server.log;
