/**
 * What is dangerous in a model: in comes a {@link io.goodput.lab.model.Model}, out come findings with the keys of what
 * they are about. A guard is looked at by its own rules; here are those that need to know the services behind it: how
 * many layers retry, what a service can do, where its endpoints are. After "Timeouts, retries, and backoff with
 * jitter", "Using load shedding to avoid overload" and "Static stability using Availability Zones" (Amazon Builders'
 * Library).
 */
package io.goodput.lab.lint;
