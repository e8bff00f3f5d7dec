/**
 * What the policies cost, beside what their peers cost, measured in the same run. A class is a group: its method named
 * {@code baseline} does the same work in the least way there is, without any policy, and every other method is told as
 * a multiple of it. A peer joins by one method.
 */
@NullMarked
package io.goodput.bench;

import org.jspecify.annotations.NullMarked;
