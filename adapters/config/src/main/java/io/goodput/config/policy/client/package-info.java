/**
 * The blocks of those who call: the guard of a dependency and each of its policies, quorums, connections.
 *
 * <p>In: a block such as {@code {timeout: 300ms, retry: {attempts: 3}}}. Out: the settings of a guard, or of one
 * policy, and a guard made or changed by them, with the bounds that core has, and the other way round. Begin at
 * {@link io.goodput.config.policy.client.GuardSettings}.
 */
package io.goodput.config.policy.client;
