/**
 * What is dangerous in settings that are valid: in comes what a module found, out come
 * {@link io.goodput.lint.Finding}s, each by a {@link io.goodput.lint.LintRule} that names a failure that the lab shows
 * and the page that says how to mend it. The rules are kept where the settings are: a guard's in
 * {@code io.goodput.guard}, those of services and their layers in the lab. After "Timeouts, retries, and backoff with
 * jitter" and "Static stability using Availability Zones" (Amazon Builders' Library).
 */
package io.goodput.lint;
