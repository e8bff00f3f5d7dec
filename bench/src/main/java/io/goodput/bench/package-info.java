/**
 * What the policies cost, beside what their peers cost, measured in the same run. A class is a group: its method named
 * {@code baseline}, if it has one, does the same work in the least way there is, without any policy; those whose names
 * begin with {@code goodput} are ours; {@code nanoTimeTwice} is the clock; every other one is a peer. A peer joins by
 * one method.
 */
@NullMarked
package io.goodput.bench;

import org.jspecify.annotations.NullMarked;
