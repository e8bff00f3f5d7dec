/**
 * What is written of lines of a log that are alike: some at once, then so many a second, and how many the others were.
 * For adapters to frameworks of logging; those are {@code goodput-slf4j}, {@code goodput-logback} and
 * {@code goodput-log4j}.
 *
 * <p>In: a line's logger, level, template and error, and when it came. Out: whether it is to be written, and what is to
 * be told of those that were not. A service that fails logs more than it ever did, and a disk that is full or an
 * appender that is late makes a small failure a large one: after "Instrumenting distributed systems for operational
 * visibility" (Amazon Builders' Library).
 */
package io.goodput.logging;
