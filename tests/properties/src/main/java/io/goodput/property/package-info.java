/**
 * Properties: tests that hold for all parameters of a kind, tried with many that are made up. In comes a method that is
 * a {@link io.goodput.property.Property}, with parameters {@link io.goodput.property.ForAll for all} of a type, within
 * a range, or of a {@link io.goodput.property.Gen generator}; out goes one test of JUnit Jupiter.
 *
 * <pre>{@code
 * @Property(tries = 300)
 * void a_list_reversed_twice_is_itself(@ForAll List<@IntRange(max = 9) Integer> list) {
 *     assertThat(list.reversed().reversed()).isEqualTo(list);
 * }
 * }</pre>
 *
 * <p>A value is made of {@link io.goodput.property.Choices choices}, which are numbers that are written down. Where a
 * test fails, the numbers are shrunk instead of the value: fewer and lower ones that fail too, until none is found. So
 * whatever can be generated can be shrunk, and stays within its range. This is how Hypothesis does it: MacIver and
 * Donaldson, Test-Case Reduction via Test-Case Generation (ECOOP 2020).
 */
package io.goodput.property;
