/**
 * HTTP as a guard understands it: what answers and exceptions mean ({@link io.goodput.http.HttpClassifier}), when a
 * server wants to be asked again ({@link io.goodput.http.RetryAfter}), which requests may be sent twice, and
 * {@link java.net.http.HttpClient} behind a guard that goes by all of it ({@link io.goodput.http.HttpGuard}).
 *
 * <p>Requests come in as the JDK's client takes them and go out with the context of their call in headers; answers come
 * back as the JDK's client gives them, the last one of a failed call among them. The rules are those of RFC 9110.
 */
@NullMarked
package io.goodput.http;

import org.jspecify.annotations.NullMarked;
