/**
 * The blocks of the policies of {@code io.goodput}: in comes a block such as {@code {attempts: 3}}, out come the
 * settings of a policy, with the bounds that the policy has, and the other way round.
 * {@link io.goodput.config.policy.PolicySections} is what a file may have of them at its top.
 */
package io.goodput.config.policy;
